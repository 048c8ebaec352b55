"""One file to work on, wherever it lies: small enough to be handed to another process."""

from pathlib import Path

from msgspec import Struct

from generator.batch.intake.archive import Archive, Member, archive_at
from generator.batch.intake.directory import piece
from generator.batch.intake.limits import DEFAULT, ArchiveLimits
from generator.batch.system_errors import unread_because
from generator.workbook.package import Limits
from generator.workbook.rejection import Rejected, Rejection, reject


class Input(Struct, frozen=True):
    """A file to work on; ``file`` is its path below the argument given, with ``/``.

    ``place`` is where it lies, as a text: of tens of thousands each takes a fifth of a ``Path``.
    ``members`` lead to it through the archive at ``place``, outermost first; they are empty for a
    file on disk.  ``refusal`` says why the file cannot be read, where that is known already.
    """

    place: str
    file: str
    members: tuple[Member, ...] = ()
    refusal: Rejection | None = None

    @property
    def path(self) -> Path:
        """Where it lies: the file itself, or the outermost archive it is in."""
        return Path(self.place)

    @property
    def name(self) -> str:
        """The name without folders."""
        return self.file.rpartition("/")[2]

    @property
    def suffix(self) -> str:
        """The extension in small letters, with its dot, "" where there is none."""
        return Path(self.name).suffix.lower()

    def load(self, limits: Limits, archives: ArchiveLimits = DEFAULT) -> Path | bytes:
        """Return where the file lies, or the content of an archive's member.

        Raises ``Rejected`` for what is refused, cannot be unpacked or is not there any more.
        """
        if self.refusal is not None:
            raise Rejected(self.refusal)
        if not self.members:
            return self.path
        try:
            return self._container(archives).read(self.members[-1], limits.file_size)
        except OSError as error:
            raise reject("FILE-UNREADABLE", reason=unread_because(error)) from error

    def head(self, length: int, archives: ArchiveLimits = DEFAULT) -> bytes:
        """Return the first bytes; raise ``Rejected`` or ``OSError`` where there are none."""
        if not self.members:
            return piece(self.path, 0, length)
        return self._container(archives).head(self.members[-1], length)

    def opened(self, archives: ArchiveLimits = DEFAULT) -> Archive:
        """Return the file as an archive; raise ``Rejected`` or ``OSError`` where it is none."""
        return archive_at(self.path, self.members, archives)

    def _container(self, archives: ArchiveLimits) -> Archive:
        return archive_at(self.path, self.members[:-1], archives)


def loaded(source: Input | Path | bytes, limits: Limits) -> Path | bytes:
    """Return an input's file or content, anything else as it is; raise as :meth:`Input.load`."""
    return source.load(limits) if isinstance(source, Input) else source
