"""A workbook's package: read within limits, changed in memory, written back without loss."""

from pathlib import Path

from generator.workbook.package import directory, writing
from generator.workbook.package.directory import require_safe_names
from generator.workbook.package.kind import require_workbook, require_zip
from generator.workbook.package.limits import DEFAULT, Limits, read_source
from generator.workbook.package.member import Member, inflate
from generator.workbook.rejection import reject


class Package:
    """The members of one workbook by name; nothing here ever writes to where it came from."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        require_zip(data)
        self.limits = limits
        self._data = data
        self._directory = directory.read_directory(data, limits)
        self._members = {member.name: member for member in self._directory.members}
        self._contents: dict[str, bytes] = {}
        self._changes: dict[str, bytes | None] = {}

    @classmethod
    def open(cls, source: Path | bytes, limits: Limits = DEFAULT) -> "Package":
        """Read a workbook from a file or from bytes; raise ``Rejected`` for anything else."""
        package = cls(read_source(source, limits), limits)
        require_workbook(package.names)
        return package

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the members in the order listed, added ones last, no folders."""
        kept = (name for name in self._members if self._changes.get(name, b"") is not None)
        added = (name for name in self._changes if name not in self._members)
        return tuple(name for name in (*kept, *added) if not name.endswith("/"))

    def find(self, name: str) -> str | None:
        """Return the member's name as it is spelled here, case not counting; None if absent."""
        if self._present(name):
            return name
        folded = name.lower()
        return next((other for other in self.names if other.lower() == folded), None)

    def read(self, name: str) -> bytes:
        """Return the content of a member (as replaced, if it was); CRC and size are checked."""
        content = self._changes.get(name)
        if content is None:
            content = self._contents.get(name)
        return self._inflated(name) if content is None else content

    def replace(self, name: str, data: bytes) -> None:
        """Give an existing member new content; its name, date and attributes stay."""
        self._require(name)
        self._changes[name] = data

    def add(self, name: str, data: bytes) -> None:
        """Append a new member; it carries the date of the first member listed."""
        require_safe_names([name])
        taken = self.find(name)
        if taken is not None:
            raise reject("PKG-DUPLICATE", name=taken)
        self._changes[name] = data

    def remove(self, name: str) -> None:
        """Leave a member out; relations and content types naming it are the caller's care."""
        self._require(name)
        if name in self._members:
            self._changes[name] = None
        else:
            del self._changes[name]

    def to_bytes(self) -> bytes:
        """Return the whole file: untouched members keep the very bytes they had, in order."""
        if not self._changes:
            return self._data
        return writing.rewrite(self._data, self._directory, self._changes)

    def _present(self, name: str) -> bool:
        if name in self._changes:
            return self._changes[name] is not None
        return name in self._members

    def _require(self, name: str) -> None:
        if not self._present(name):
            raise reject("PKG-PART-MISSING", name=name)

    def _inflated(self, name: str) -> bytes:
        self._require(name)
        member: Member = self._members[name]
        content = self._contents[name] = inflate(member, self._data)
        return content
