"""Fonts.  LibreOffice keeps a second font for Chinese text; both are always set together."""

from collections.abc import Callable
from typing import Any

from xlwings import base_classes

from xladdin.libreoffice import runtime
from xladdin.libreoffice.colors import Color, Rgb, to_remote, to_rgb
from xladdin.libreoffice.remote import Remote

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
