"""The range xlwings works with, put together from its parts."""

from xladdin.libreoffice.borders import Bordered
from xladdin.libreoffice.hyperlinks import Hyperlinks
from xladdin.libreoffice.names import Name, prefix
from xladdin.libreoffice.navigation import Navigation
from xladdin.libreoffice.notes import Notes
from xladdin.libreoffice.printing import export
from xladdin.libreoffice.range_contents import Contents
from xladdin.libreoffice.range_editing import Editing
from xladdin.libreoffice.range_formats import Formats
from xladdin.libreoffice.range_sizes import Sizes


class Range(Contents, Formats, Bordered, Sizes, Editing, Navigation, Notes, Hyperlinks):
    """A rectangle of cells."""

    @property
    def table(self) -> None:
        """Tables are not supported: there is never one."""
        return None

    @property
    def name(self) -> Name | None:
        """A defined name that stands for exactly these cells; None when there is none."""
        book = self._sheet.book
        wanted = f"={prefix(self._sheet)}{self.address}"
        names = (name for _, name in book.names.snapshot())
        return next((name for name in names if name.refers_to == wanted), None)

    @name.setter
    def name(self, value: str) -> None:
        self._sheet.book.names.add(value, f"={prefix(self._sheet)}{self.address}")

    def to_pdf(self, path: str, quality: str | None = None) -> None:
        """Export these cells as PDF."""
        export(self._sheet.book.xl, path, quality, self.xl)
