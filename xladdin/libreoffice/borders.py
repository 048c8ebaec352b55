"""Borders of cells, in xlwings' words."""

from collections.abc import Iterable
from typing import Any

from xlwings import base_classes

from xladdin.libreoffice.looks import Color, Rgb, to_remote, to_rgb
from xladdin.libreoffice.range_base import RangeBase
from xladdin.libreoffice.remote import Remote

_SIDES = {
    "edge_top": "TopLine",
    "edge_bottom": "BottomLine",
    "edge_left": "LeftLine",
    "edge_right": "RightLine",
    "inside_horizontal": "HorizontalLine",
    "inside_vertical": "VerticalLine",
}
_DIAGONALS = {"diagonal_down": "DiagonalTLBR2", "diagonal_up": "DiagonalBLTR2"}
_STYLES = {
    "continuous": 0,
    "dot": 1,
    "dash": 2,
    "double": 3,
    "dash_dot": 16,
    "dash_dot_dot": 17,
    "slant_dash_dot": 16,
}
_WORDS = {number: word for word, number in reversed(_STYLES.items())}
_WEIGHTS = {"hairline": 2, "thin": 26, "medium": 53, "thick": 88}  # hundredths of a millimetre
_UNSET: Any = getattr(base_classes, "_UNSET", None)  # xlwings before 0.37 has no borders


class Border:
    """One side of the cells of a range."""

    def __init__(self, cells: RangeBase, side: str) -> None:
        """Take a side of a range."""
        self._cells, self._side = cells, side

    @property
    def api(self) -> Any:
        """The line in LibreOffice."""
        return self._line

    @property
    def line_style(self) -> str | None:
        """``continuous``, ``dash`` and so on, or ``none``."""
        line = self._line
        return _WORDS.get(int(line.LineStyle), "continuous") if line.LineWidth else "none"

    @line_style.setter
    def line_style(self, word: str | None) -> None:
        self.set(line_style=word)

    @property
    def weight(self) -> str | None:
        """``hairline``, ``thin``, ``medium`` or ``thick``; None without a line."""
        width = int(self._line.LineWidth)
        return min(_WEIGHTS, key=lambda word: abs(_WEIGHTS[word] - width)) if width else None

    @weight.setter
    def weight(self, word: str) -> None:
        self.set(weight=word)

    @property
    def color(self) -> Rgb | None:
        """The colour; None without a line."""
        line = self._line
        return to_rgb(int(line.Color)) if line.LineWidth else None

    @color.setter
    def color(self, value: Color) -> None:
        self.set(color=value)

    def set(self, line_style: Any = _UNSET, weight: Any = _UNSET, color: Any = _UNSET) -> None:
        """Change what is given; a side that had no line gets a thin one."""
        self._cells.guard()
        line = self._line
        if line_style is not _UNSET:
            line.LineStyle = _STYLES[line_style] if line_style else 0
        if color is not _UNSET:
            line.Color = to_remote(color)
        gone = line_style is None
        width = _WEIGHTS[weight] if weight is not _UNSET else line.LineWidth or _WEIGHTS["thin"]
        line.LineWidth = line.OuterLineWidth = 0 if gone else width
        self._put(line)

    @property
    def _line(self) -> Any:
        if self._side in _DIAGONALS:
            return getattr(self._cells.xl, _DIAGONALS[self._side])
        return getattr(self._cells.xl.TableBorder2, _SIDES[self._side])

    def _put(self, line: Any) -> None:
        if self._side in _DIAGONALS:
            setattr(self._cells.xl, _DIAGONALS[self._side], line)
            return
        side = _SIDES[self._side]
        table = self._cells.xl.TableBorder2
        for other in _SIDES.values():
            setattr(table, f"Is{other}Valid", other == side)
        setattr(table, side, line)
        self._cells.xl.TableBorder2 = table


class Borders:
    """The borders of a range."""

    def __init__(self, parent: RangeBase) -> None:
        """Take a range."""
        self.parent = parent

    @property
    def api(self) -> Remote:
        """The cells in LibreOffice."""
        return self.parent.xl

    def __getitem__(self, side: str) -> Border:
        """Return one side."""
        return Border(self.parent, side)

    @property
    def line_style(self) -> str | None:
        """The style all sides share; None when they differ."""
        style: str | None = self._common("line_style")
        return style

    @line_style.setter
    def line_style(self, word: str | None) -> None:
        self.set(_SIDES, line_style=word)

    @property
    def weight(self) -> str | None:
        """The weight all sides share; None when they differ."""
        weight: str | None = self._common("weight")
        return weight

    @weight.setter
    def weight(self, word: str) -> None:
        self.set(_SIDES, weight=word)

    @property
    def color(self) -> Rgb | None:
        """The colour all sides share; None when they differ."""
        color: Rgb | None = self._common("color")
        return color

    @color.setter
    def color(self, value: Color) -> None:
        self.set(_SIDES, color=value)

    def set(self, which: Iterable[str], **changes: Any) -> None:
        """Change several sides."""
        for side in which:
            if side in self._existing() or side in _DIAGONALS:
                self[side].set(**changes)

    def clear(self, which: Iterable[str]) -> None:
        """Take the lines of several sides away."""
        self.set(which, line_style=None)

    def _existing(self) -> list[str]:
        rows, columns = self.parent.shape
        missing = {"inside_horizontal"} if rows == 1 else set()
        missing |= {"inside_vertical"} if columns == 1 else set()
        return [side for side in _SIDES if side not in missing]

    def _common(self, attribute: str) -> Any:
        values = {getattr(self[side], attribute) for side in self._existing()}
        return values.pop() if len(values) == 1 else None


class Bordered(RangeBase):
    """Access to the borders."""

    @property
    def borders(self) -> Borders:
        """The borders."""
        return Borders(self)
