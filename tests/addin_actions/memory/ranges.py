"""Ranges and notes."""

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from tests.addin_actions.memory.cells import HEIGHT, CellState, LockedError, Position

if TYPE_CHECKING:
    from tests.addin_actions.memory.sheets import Sheet


class Note(base_classes.Note):
    def __init__(self, sheet: "Sheet", at: Position) -> None:
        self._sheet, self._at = sheet, at

    location = property(lambda self: Range(self._sheet, *self._at, *self._at))

    @property
    def text(self) -> Any:
        return self._sheet._state.cells[self._at].note

    @text.setter
    def text(self, value: str) -> None:
        self._set(value)

    def delete(self) -> None:
        self._set(None)

    def _set(self, value: str | None) -> None:
        self.location._guard(always=True)
        self._sheet._state.cells[self._at].note = value


class Font(base_classes.Font):
    """A font that nobody looks at."""

    bold = property(lambda self: False, lambda self, value: None)
    color = property(lambda self: None, lambda self, value: None)
    name = property(lambda self: "", lambda self, value: None)
    size = property(lambda self: 11.0, lambda self, value: None)


class Borders(base_classes.Borders):
    """Lines that nobody looks at."""

    def set(self, which: Any, **changes: Any) -> None:
        pass


class Range(base_classes.Range):
    def __init__(self, sheet: "Sheet", top: int, left: int, bottom: int, right: int) -> None:
        self._sheet = sheet
        self._top, self._left, self._bottom, self._right = top, left, bottom, right
        self.options: Any = None

    sheet = property(lambda self: self._sheet)
    api = property(lambda self: self)
    row = property(lambda self: self._top)
    column = property(lambda self: self._left)

    @property
    def shape(self) -> tuple[int, int]:
        return self._bottom - self._top + 1, self._right - self._left + 1

    def __len__(self) -> int:
        rows, columns = self.shape
        return rows * columns

    def __call__(self, row: int, column: int | None = None) -> "Range":
        if column is None:
            row, column = divmod(row - 1, self._right - self._left + 1)
            row, column = row + 1, column + 1
        at = self._top + row - 1, self._left + column - 1
        return Range(self._sheet, *at, *at)

    def _rows(self) -> list[list[CellState]]:
        blank, cells = CellState(), self._sheet._state.cells
        columns = range(self._left, self._right + 1)
        rows = range(self._top, self._bottom + 1)
        return [[cells.get((row, column), blank) for column in columns] for row in rows]

    def _places(self) -> list[list[Position]]:
        columns = range(self._left, self._right + 1)
        return [[(row, c) for c in columns] for row in range(self._top, self._bottom + 1)]

    def _guard(self, *, always: bool = False) -> None:
        if self._sheet._state.protected and (
            always or any(cell.locked for row in self._rows() for cell in row)
        ):
            raise LockedError(f"{self._sheet._state.name} {self._top} {self._left}")

    def _guard_rows(self) -> None:
        state = self._sheet._state
        if state.protected and not state.options.get("formatRows"):
            raise LockedError(f"{state.name} row {self._top}")

    def _matrix(self, data: Any) -> list[list[Any]]:
        rows, columns = self._bottom - self._top + 1, self._right - self._left + 1
        return data if isinstance(data, list | tuple) else [[data] * columns] * rows

    @property
    def raw_value(self) -> Any:
        return [[cell.value for cell in row] for row in self._rows()]

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        self._write(data)

    @property
    def formula(self) -> Any:
        rows = [
            [c.formula or ("" if c.value is None else c.value) for c in r] for r in self._rows()
        ]
        return rows[0][0] if len(rows) == len(rows[0]) == 1 else rows

    @formula.setter
    def formula(self, data: Any) -> None:
        self._write(data)

    def _write(self, data: Any) -> None:
        self._guard()
        for places, row in zip(self._places(), self._matrix(data), strict=True):
            for at, value in zip(places, row, strict=True):
                self._sheet._state.cell(at).enter(value)

    @property
    def number_format(self) -> str | None:
        found = {cell.format for row in self._rows() for cell in row}
        return found.pop() if len(found) == 1 else None

    @property
    def color(self) -> Any:
        found = {cell.colour for row in self._rows() for cell in row}
        return found.pop() if len(found) == 1 else None

    @color.setter
    def color(self, value: Any) -> None:
        self.set_colors([[value] * len(row) for row in self._places()])

    def set_colors(self, colors: Any) -> None:
        self._guard(always=True)
        for places, row in zip(self._places(), colors, strict=True):
            for at, colour in zip(places, row, strict=True):
                if colour is not ...:
                    self._sheet._state.cell(at).colour = colour

    @property
    def row_hidden(self) -> bool | None:
        found = {row in self._sheet._state.hidden for row in range(self._top, self._bottom + 1)}
        return found.pop() if len(found) == 1 else None

    @row_hidden.setter
    def row_hidden(self, value: bool) -> None:
        self._guard_rows()
        rows = set(range(self._top, self._bottom + 1))
        hidden = self._sheet._state.hidden
        hidden.update(rows) if value else hidden.difference_update(rows)

    column_hidden = property(lambda self: False, lambda self, value: None)
    column_width = property(lambda self: 9.0, lambda self, value: None)
    wrap_text = property(lambda self: False, lambda self, value: None)
    horizontal_alignment = property(lambda self: "general", lambda self, value: None)
    vertical_alignment = property(lambda self: "bottom", lambda self, value: None)
    font = property(lambda self: Font())
    borders = property(lambda self: Borders())

    @property
    def row_height(self) -> float | None:
        heights = self._sheet._state.heights
        found = {heights.get(row, HEIGHT) for row in range(self._top, self._bottom + 1)}
        return found.pop() if len(found) == 1 else None

    @row_height.setter
    def row_height(self, value: float) -> None:
        self._guard_rows()
        self._sheet._state.heights.update(dict.fromkeys(range(self._top, self._bottom + 1), value))

    @property
    def note(self) -> Note | None:
        cell = self._sheet._state.cells.get((self._top, self._left))
        return Note(self._sheet, (self._top, self._left)) if cell and cell.note else None

    def add_note(self, text: str) -> Note:
        self._guard(always=True)
        self._sheet._state.cell((self._top, self._left)).note = text
        return Note(self._sheet, (self._top, self._left))

    def select(self) -> None:
        self._sheet._book._app._selection = self
