"""From files found to inputs: archives opened, noise passed over, the rest mentioned."""

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from generator.batch.filenames import REVIEW_BOOK, REVIEW_PAGE, distinct
from generator.batch.intake.archive import Member
from generator.batch.intake.directory import FLAG_ENCRYPTED, Entry
from generator.batch.intake.found import Input
from generator.batch.intake.inputs_kept import InputsKept
from generator.batch.intake.kinds import Kind, kind_of
from generator.batch.intake.limits import DEFAULT, MB, ArchiveLimits
from generator.batch.intake.noise import is_noise
from generator.workbook.rejection import Rejected, reject


class _Budget(Struct):
    """What an outermost archive may still hold."""

    members: int
    inflated: int

    def spend(self, entries: tuple[Entry, ...], limits: ArchiveLimits) -> None:
        """Count an archive's members; raise ``Rejected``, counting none, where it is too much."""
        members = self.members - len(entries)
        inflated = self.inflated - sum(entry.size for entry in entries)
        if members < 0:
            raise reject("ARCHIVE-MEMBERS", limit=limits.members)
        if inflated < 0:
            raise reject("ARCHIVE-INFLATED", limit=limits.inflated // MB)
        self.members, self.inflated = members, inflated


class Listing(Struct):
    """Inputs in the order found; how many files were passed over; the names of other files.

    Every file added ends up in exactly one of the three, every archive in its members, or in
    ``inputs`` with a refusal.
    """

    limits: ArchiveLimits = DEFAULT
    inputs: InputsKept = field(default_factory=InputsKept)
    passed_over: int = 0
    others: list[str] = field(default_factory=list)

    def add(self, found: Input, *, named: bool = False) -> None:
        """Take one file; ``named``: the user asked for this very file."""
        self._add(found, _Budget(self.limits.members, self.limits.inflated), found.file, named)

    def _add(self, found: Input, budget: _Budget, path: str, named: bool = False) -> None:
        if is_noise(path) or (not named and found.name in (REVIEW_BOOK, REVIEW_PAGE)):
            self.passed_over += 1
            return
        match kind_of(found, self.limits, named=named):
            case Kind.WORKBOOK:
                self.inputs.append(found)
            case Kind.ARCHIVE:
                self._open(found, budget)
            case Kind.OTHER:
                self.others.append(found.file)

    def _open(self, archive: Input, budget: _Budget) -> None:
        try:
            inside = self._inside(archive, budget)
        except Rejected as refused:
            self.inputs.append(replace(archive, refusal=refused.rejection))
        except OSError:
            self.inputs.append(archive)  # reading it will say why
        else:
            self.inputs.extend(inside.inputs)
            self.passed_over += inside.passed_over
            self.others += inside.others

    def _inside(self, archive: Input, budget: _Budget) -> "Listing":
        if len(archive.members) >= self.limits.depth:
            raise reject("ARCHIVE-DEPTH", limit=self.limits.depth)
        entries = archive.opened(self.limits).entries
        budget.spend(entries, self.limits)
        inside = Listing(self.limits)
        for path, member in _members(archive, entries):
            inside._add(member, budget, path)
        if not inside.inputs:
            raise reject("ARCHIVE-EMPTY")
        return inside


def _members(archive: Input, entries: tuple[Entry, ...]) -> Iterator[tuple[str, Input]]:
    files = [(number, entry) for number, entry in enumerate(entries) if not entry.is_folder]
    names = distinct(entry.name for _, entry in files)
    for (number, entry), name in sorted(zip(files, names, strict=True), key=lambda pair: pair[1]):
        locked = reject("ARCHIVE-ENCRYPTED").rejection if entry.flags & FLAG_ENCRYPTED else None
        members = (*archive.members, Member(number, entry.crc))
        yield entry.name, Input(archive.place, f"{archive.file}!/{name}", members, locked)
