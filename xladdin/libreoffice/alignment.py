"""Alignment in cells, in xlwings' words."""

from xladdin.libreoffice import runtime
from xladdin.libreoffice.errors import LibreOfficeError
from xladdin.libreoffice.range_base import RangeBase

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
