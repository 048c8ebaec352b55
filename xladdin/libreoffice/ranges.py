"""The range xlwings works with, put together from its parts."""

from collections.abc import Sequence
from types import EllipsisType

from xladdin.libreoffice.borders import Bordered
from xladdin.libreoffice.coloring import BACKGROUND, paint
from xladdin.libreoffice.contents import Contents
from xladdin.libreoffice.editing import Editing, Hyperlinks, Navigation
from xladdin.libreoffice.looks import Alignment, Color, Font, Rgb, to_remote, to_rgb
from xladdin.libreoffice.names import Name, prefix
from xladdin.libreoffice.notes import Notes
from xladdin.libreoffice.printing import export
from xladdin.libreoffice.sizes import Sizes


class Formats(Alignment):
    """Colour, font, number format and alignment."""

    @property
    def color(self) -> Rgb | None:
        """The background; None when there is none or the cells disagree."""
        color = self._get(BACKGROUND)
        return None if color is None else to_rgb(int(color))

    @color.setter
    def color(self, value: Color | None) -> None:
        self._set(BACKGROUND, to_remote(value))

    def set_colors(self, colors: Sequence[Sequence[Color | EllipsisType | None]]) -> None:
        """Give every cell its own background (``...`` leaves it), one write for each colour."""
        self.guard()
        wanted = {
            (row, column): color
            for row, line in enumerate(colors, self.row)
            for column, color in enumerate(line, self.column)
            if not isinstance(color, EllipsisType)
        }
        paint(self._sheet, wanted)

    @property
    def number_format(self) -> str | None:
        """The format code in Excel's spelling; None when the cells disagree."""
        key = self._get("NumberFormat")
        return None if key is None else self._sheet.book.number_formats.code(int(key))

    @number_format.setter
    def number_format(self, code: str) -> None:
        self._set("NumberFormat", self._sheet.book.number_formats.key(code))

    @property
    def font(self) -> Font:
        """The font."""
        return Font(self.xl, self._get, self.guard)


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
