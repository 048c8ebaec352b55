"""Colours, alignment and fonts of cells, in xlwings' words."""

from collections.abc import Callable, Sequence
from typing import Any

from xlwings import base_classes

from xladdin.libreoffice import runtime
from xladdin.libreoffice.errors import LibreOfficeError
from xladdin.libreoffice.range_base import RangeBase
from xladdin.libreoffice.remote import Remote

Rgb = tuple[int, int, int]
Color = Sequence[int] | str | int

AUTOMATIC = -1  # no background; the text colour of the system


def to_remote(color: Color | None) -> int:
    """Return LibreOffice's number for an RGB tuple, ``#rrggbb`` or Excel's number."""
    if color is None:
        return AUTOMATIC
    if isinstance(color, str):
        return int(color.removeprefix("#"), 16)
    if isinstance(color, int):
        return (color & 255) << 16 | color & 0xFF00 | color >> 16 & 255
    red, green, blue = color
    return red << 16 | green << 8 | blue


def to_rgb(number: int) -> Rgb | None:
    """Return an RGB tuple; None for the automatic colour."""
    if number == AUTOMATIC:
        return None
    return number >> 16 & 255, number >> 8 & 255, number & 255


_HORIZONTAL = {
    "general": "STANDARD",
    "left": "LEFT",
    "center": "CENTER",
    "right": "RIGHT",
    "fill": "REPEAT",
    "justify": "BLOCK",
}
_VERTICAL = {"top": 1, "center": 2, "bottom": 3, "justify": 4}
_HORIZONTAL_WORDS = {value: word for word, value in _HORIZONTAL.items()}
_VERTICAL_WORDS = {value: word for word, value in _VERTICAL.items()} | {0: "bottom"}


class Alignment(RangeBase):
    """How text stands in its cells."""

    @property
    def horizontal_alignment(self) -> str | None:
        """``left``, ``center`` and so on; None when the cells disagree."""
        value = self._get("HoriJustify")
        return None if value is None else _HORIZONTAL_WORDS[str(value.value)]

    @horizontal_alignment.setter
    def horizontal_alignment(self, word: str) -> None:
        if word not in _HORIZONTAL:
            raise LibreOfficeError(f"LibreOffice has no horizontal alignment {word!r}")
        name = "com.sun.star.table.CellHoriJustify"
        self._set("HoriJustify", runtime.enumeration(name, _HORIZONTAL[word]))

    @property
    def vertical_alignment(self) -> str | None:
        """``top``, ``center`` and so on; None when the cells disagree."""
        value = self._get("VertJustify")
        return None if value is None else _VERTICAL_WORDS[int(value)]

    @vertical_alignment.setter
    def vertical_alignment(self, word: str) -> None:
        if word not in _VERTICAL:
            raise LibreOfficeError(f"LibreOffice has no vertical alignment {word!r}")
        self._set("VertJustify", _VERTICAL[word])

    @property
    def wrap_text(self) -> bool | None:
        """Whether text wraps; None when the cells disagree."""
        value = self._get("IsTextWrapped")
        return None if value is None else bool(value)

    @wrap_text.setter
    def wrap_text(self, value: bool) -> None:
        self._set("IsTextWrapped", bool(value))


_SCRIPTS = ("", "Asian")
_BOLD, _NORMAL = 150.0, 100.0
_BLACK: Rgb = (0, 0, 0)


class Font(base_classes.Font):
    """The font of some cells; None where they disagree."""

    def __init__(self, cells: Remote, get: Callable[[str], Any], guard: Callable[[], None]) -> None:
        """Take cells, the way to read a common property, and the check before writing."""
        self._cells, self._get, self._guard = cells, get, guard

    @property
    def api(self) -> Remote:
        """The cells in LibreOffice."""
        return self._cells

    @property
    def bold(self) -> bool | None:
        """Whether the text is bold."""
        weight = self._get("CharWeight")
        return None if weight is None else float(weight) > _NORMAL

    @bold.setter
    def bold(self, value: bool) -> None:
        self._set("CharWeight", _BOLD if value else _NORMAL)

    @property
    def italic(self) -> bool | None:
        """Whether the text is italic."""
        posture = self._get("CharPosture")
        return None if posture is None else str(posture.value) != "NONE"

    @italic.setter
    def italic(self, value: bool) -> None:
        slant = "ITALIC" if value else "NONE"
        self._set("CharPosture", runtime.enumeration("com.sun.star.awt.FontSlant", slant))

    @property
    def size(self) -> float | None:
        """The size in points."""
        height = self._get("CharHeight")
        return None if height is None else float(height)

    @size.setter
    def size(self, value: float) -> None:
        self._set("CharHeight", float(value))

    @property
    def name(self) -> str | None:
        """The name of the font."""
        name = self._get("CharFontName")
        return None if name is None else str(name)

    @name.setter
    def name(self, value: str) -> None:
        self._set("CharFontName", value)

    @property
    def color(self) -> Rgb | None:
        """The colour as an RGB tuple; black when it is automatic."""
        color = self._get("CharColor")
        return None if color is None else to_rgb(int(color)) or _BLACK

    @color.setter
    def color(self, value: Color) -> None:
        self._guard()
        self._cells.CharColor = to_remote(value)

    def _set(self, name: str, value: Any) -> None:
        self._guard()
        names = tuple(name + script for script in _SCRIPTS)
        self._cells.setPropertyValues(names, (value,) * len(names))
