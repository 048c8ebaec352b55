"""What a sheet holds, and how it comes from a file."""

import functools
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.cell import MergedCell
from xlwings import utils

Position = tuple[int, int]
Rgb = tuple[int, int, int]

TEXT = "@"
HEIGHT = 15.0


class LockedError(Exception):
    """A locked cell of a protected sheet was written."""


@dataclass(slots=True)
class CellState:
    value: Any = None
    formula: str | None = None
    colour: Rgb | None = None
    note: str | None = None
    locked: bool = True
    format: str = "General"

    @property
    def is_blank(self) -> bool:
        return self.formula is None and self.value in (None, "")

    def enter(self, value: Any) -> None:
        """Take a value as Excel does."""
        self.formula = None
        if isinstance(value, str) and self.format != TEXT:
            if value.startswith("="):
                self.value, self.formula = None, value
                return
            value = value.removeprefix("'")
        self.value = None if value == "" else value

    def copy(self) -> "CellState":
        return CellState(self.value, self.formula, self.colour, self.note, self.locked, self.format)


@dataclass
class SheetState:
    name: str
    cells: dict[Position, CellState] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    heights: dict[int, float] = field(default_factory=dict)
    visible: bool = True
    protected: bool = False
    password: str = ""
    options: dict[str, bool] = field(default_factory=dict)

    def cell(self, at: Position) -> CellState:
        return self.cells.setdefault(at, CellState())

    def copy(self) -> "SheetState":
        return SheetState(
            self.name,
            {at: cell.copy() for at, cell in self.cells.items()},
            set(self.hidden),
            dict(self.heights),
            self.visible,
            self.protected,
            self.password,
            dict(self.options),
        )


@functools.lru_cache(maxsize=32)
def _loaded(content: bytes) -> list[SheetState]:
    formulas = openpyxl.load_workbook(BytesIO(content))
    values = openpyxl.load_workbook(BytesIO(content), data_only=True)
    return [_sheet(sheet, values[sheet.title]) for sheet in formulas.worksheets]


def load(content: bytes) -> list[SheetState]:
    """Return the sheets of a file, values as cached."""
    return [sheet.copy() for sheet in _loaded(content)]


def _sheet(sheet: Any, values: Any) -> SheetState:
    state = SheetState(sheet.title, visible=sheet.sheet_state == "visible")
    state.protected = bool(sheet.protection.sheet)
    state.options = {"formatRows": not sheet.protection.formatRows}
    for row in sheet.iter_rows():
        for cell in row:
            if not isinstance(cell, MergedCell):
                state.cells[cell.row, cell.column] = _cell(cell, values)
    for number, dimension in sheet.row_dimensions.items():
        state.heights[number] = dimension.height or HEIGHT
        if dimension.hidden:
            state.hidden.add(number)
    return state


def _cell(cell: Any, values: Any) -> CellState:
    is_formula = cell.data_type == "f"
    shown = values.cell(cell.row, cell.column).value
    fill = cell.fill.fgColor.rgb if cell.fill.fill_type == "solid" else None
    return CellState(
        float(shown) if isinstance(shown, int) and not isinstance(shown, bool) else shown,
        cell.value if is_formula else None,
        utils.hex_to_rgb(fill[2:]) if isinstance(fill, str) else None,
        None,
        cell.protection.locked,
        cell.number_format,
    )
