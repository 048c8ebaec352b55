"""How the cells of a range look: colour, font, number format."""

from collections.abc import Sequence
from types import EllipsisType

from xladdin.libreoffice.alignment import Alignment
from xladdin.libreoffice.coloring import BACKGROUND, paint
from xladdin.libreoffice.colors import Color, Rgb, to_remote, to_rgb
from xladdin.libreoffice.fonts import Font


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
