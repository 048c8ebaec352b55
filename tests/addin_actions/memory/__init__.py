"""A spreadsheet program in memory, as an xlwings engine: it keeps cells and counts calls.

It calculates nothing, protects as Excel does, and takes "=" and apostrophes as Excel does.  Every
public property and method used from outside is one call.
"""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import xlwings as xw
from openpyxl.cell import MergedCell
from xlwings import base_classes, utils

from xladdin.book import native
from xladdin.book.native import Look, Program

NAME = "memory"


class LockedError(Exception):
    """A locked cell of a protected sheet was written."""


@dataclass
class CellState:
    value: Any = None
    formula: str | None = None
    colour: tuple[int, int, int] | None = None
    note: str | None = None
    locked: bool = True
    format: str = "General"

    @property
    def shown_formula(self) -> Any:
        return self.formula or ("" if self.value is None else self.value)


@dataclass
class SheetState:
    name: str
    cells: dict[tuple[int, int], CellState] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    heights: dict[int, float] = field(default_factory=dict)
    visible: bool = True
    protected: bool = False
    password: str = ""
    options: dict[str, bool] = field(default_factory=dict)
    guarded_rows: bool = False

    def cell(self, at: tuple[int, int]) -> CellState:
        return self.cells.setdefault(at, CellState())


CALLS: list[str] = []
_NO_CALLS = ("engine", "app", "book", "books", "sheet", "options", "pid", "api")


def counted(cls: type) -> type:
    """Count every public property and method of a class as one call.

    ``pid`` and ``api`` ask the system or nobody, not the program.
    """
    for name, member in list(vars(cls).items()):
        if name.startswith("_") or name in _NO_CALLS:
            continue
        if isinstance(member, property):
            setattr(cls, name, _counted_property(name, member))
        elif callable(member):
            setattr(cls, name, _counted_method(name, member))
    return cls


def _counted_method(name: str, member: Any) -> Any:
    @functools.wraps(member)
    def called(*args: Any, **kwargs: Any) -> Any:
        CALLS.append(name)
        before = len(CALLS)
        try:
            return member(*args, **kwargs)
        finally:
            del CALLS[before:]

    return called


def _counted_property(name: str, member: property) -> property:
    getter = _counted_method(name, member.fget) if member.fget else None
    setter = _counted_method(f"{name}=", member.fset) if member.fset else None
    return property(getter, setter)


def load(file: BytesIO) -> list[SheetState]:
    """Return the sheets of a file, values as cached."""
    formulas, values = openpyxl.load_workbook(file), openpyxl.load_workbook(file, data_only=True)
    return [_sheet(sheet, values[sheet.title]) for sheet in formulas.worksheets]


def _sheet(sheet: Any, values: Any) -> SheetState:
    state = SheetState(sheet.title, visible=sheet.sheet_state == "visible")
    state.protected = bool(sheet.protection.sheet)
    state.options = {"formatRows": not sheet.protection.formatRows}
    for row in sheet.iter_rows():
        for cell in row:
            if not isinstance(cell, MergedCell):
                state.cells[cell.row, cell.column] = _cell(cell, values)
    for number, dimension in sheet.row_dimensions.items():
        state.heights[number] = dimension.height or 15.0
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


class Engine:
    name = NAME
    type = "desktop"

    def __init__(self) -> None:
        self.apps = Apps()

    @staticmethod
    def prepare_xl_data_element(x: Any, options: Any) -> Any:
        return "" if x is None else x

    @staticmethod
    def clean_value_data(data: Any, dates: Any, empty: Any, numbers: Any, errors: bool) -> Any:
        return [[empty if v in (None, "") else v for v in row] for row in data]


class Apps(base_classes.Apps):
    def __init__(self) -> None:
        self._apps: list[App] = []

    def keys(self) -> list[int]:
        return list(range(len(self._apps)))

    def __iter__(self) -> Any:
        return iter(self._apps)

    def __len__(self) -> int:
        return len(self._apps)

    def __getitem__(self, pid: int) -> "App":
        return self._apps[pid]

    def add(self, *args: Any, **kwargs: Any) -> "App":
        self._apps[:] = [App()]
        return self._apps[0]


@counted
class App(base_classes.App):
    def __init__(self) -> None:
        self._state: dict[str, Any] = {
            "screen_updating": True, "status_bar": False, "calculation": "automatic",
            "display_alerts": True,
        }  # fmt: skip
        self._books: list[Book] = []
        self._selection: Any = None

    engine = property(lambda self: ENGINE)
    pid = property(lambda self: 0)
    books = property(lambda self: self._books)
    selection = property(lambda self: self._selection)

    def calculate(self) -> None:
        pass

    def activate(self, steal_focus: bool = False) -> None:
        pass


def _setting(name: str) -> property:
    def get(self: Any) -> Any:
        return self._state[name]

    def put(self: Any, value: Any) -> None:
        self._state[name] = value

    return _counted_property(name, property(get, put))


for _name in ("screen_updating", "status_bar", "calculation", "display_alerts"):
    setattr(App, _name, _setting(_name))


@counted
class Book(base_classes.Book):
    def __init__(self, app: App, path: Path, sheets: list[SheetState]) -> None:
        self._app, self._path = app, path
        self._states = sheets

    app = property(lambda self: self._app)
    api = property(lambda self: self)
    name = property(lambda self: self._path.name)
    fullname = property(lambda self: str(self._path))
    sheets = property(lambda self: Sheets(self))

    def activate(self) -> None:
        pass


@counted
class Sheets(base_classes.Sheets):
    def __init__(self, book: Book) -> None:
        self._book = book

    def __iter__(self) -> Any:
        return iter([Sheet(self._book, state) for state in self._book._states])

    def __len__(self) -> int:
        return len(self._book._states)

    def __call__(self, key: Any) -> "Sheet":
        CALLS.append("sheets()")
        if isinstance(key, int):
            return Sheet(self._book, self._book._states[key - 1])
        for state in self._book._states:
            if state.name == key:
                return Sheet(self._book, state)
        raise KeyError(key)

    def add(self, before: Any = None, after: Any = None, name: str | None = None) -> "Sheet":
        state = SheetState(name or "Sheet1")
        self._book._states.append(state)
        return Sheet(self._book, state)


@counted
class Sheet(base_classes.Sheet):
    def __init__(self, book: Book, state: SheetState) -> None:
        self._book, self._state = book, state

    api = property(lambda self: self._state)
    book = property(lambda self: self._book)
    index = property(lambda self: self._book._states.index(self._state) + 1)
    visible = property(lambda self: self._state.visible)

    @property
    def name(self) -> str:
        return self._state.name

    @name.setter
    def name(self, value: str) -> None:
        self._state.name = value

    def range(self, first: Any, last: Any = None) -> "Range":
        if isinstance(first, str):
            if first.replace(":", "").isalpha():
                left, _, right = first.partition(":")
                numbers = [openpyxl.utils.column_index_from_string(c) for c in (left, right)]
                return Range(self, 1, numbers[0], 1, numbers[1])
            first, last = utils.a1_to_tuples(first)
        if isinstance(first, Range):
            first = (first._top, first._left)
        if isinstance(last, Range):
            last = (last._bottom, last._right)
        return Range(self, *first, *(last or first))

    @property
    def used_range(self) -> "Range":
        filled = [at for at, c in self._state.cells.items() if c.value not in (None, "")]
        return Range(self, 1, 1, max((r for r, _ in filled), default=1),
                     max((c for _, c in filled), default=1))  # fmt: skip

    @property
    def notes(self) -> list["Note"]:
        found = sorted((at, c) for at, c in self._state.cells.items() if c.note)
        return [Note(self, at) for at, _ in found]

    def activate(self) -> None:
        pass

    def clear(self) -> None:
        self._state.cells.clear()

    def clear_contents(self) -> None:
        for cell in self._state.cells.values():
            cell.value = cell.formula = None

    def delete(self) -> None:
        self._book._states.remove(self._state)


@counted
class Note(base_classes.Note):
    def __init__(self, sheet: Sheet, at: tuple[int, int]) -> None:
        self._sheet, self._at = sheet, at

    text = property(lambda self: self._sheet._state.cells[self._at].note)
    location = property(lambda self: Range(self._sheet, *self._at, *self._at))

    def delete(self) -> None:
        self.location._guard(always=True)
        self._sheet._state.cells[self._at].note = None


@counted
class Range(base_classes.Range):
    def __init__(self, sheet: Sheet, top: int, left: int, bottom: int, right: int) -> None:
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

    def _places(self) -> list[list[tuple[int, int]]]:
        columns = range(self._left, self._right + 1)
        return [[(row, c) for c in columns] for row in range(self._top, self._bottom + 1)]

    def _guard(self, *, always: bool = False) -> None:
        if self._sheet._state.protected and (
            always or any(cell.locked for row in self._rows() for cell in row)
        ):
            raise LockedError(f"{self._sheet._state.name} {self._top} {self._left}")

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
                _enter(self._sheet._state.cell(at), value)

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
        rows = set(range(self._top, self._bottom + 1))
        hidden = self._sheet._state.hidden
        hidden.update(rows) if value else hidden.difference_update(rows)

    column_hidden = property(lambda self: False, lambda self, value: None)
    column_width = property(lambda self: 9.0, lambda self, value: None)
    wrap_text = property(lambda self: False, lambda self, value: None)
    font = property(lambda self: type("Font", (), {"bold": False})())

    @property
    def row_height(self) -> float | None:
        heights = self._sheet._state.heights
        found = {heights.get(row, 15.0) for row in range(self._top, self._bottom + 1)}
        return found.pop() if len(found) == 1 else None

    @row_height.setter
    def row_height(self, value: float) -> None:
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


def _enter(cell: CellState, value: Any) -> None:
    """Take a value as Excel does."""
    cell.formula = None
    if isinstance(value, str) and cell.format != "@":
        if value.startswith("="):
            cell.value, cell.formula = None, value
            return
        value = value.removeprefix("'")
    cell.value = None if value == "" else value


class Memory(Program):
    """How the memory engine protects and marks; what it does in bulk counts as one call."""

    def is_protected(self, sheet: xw.Sheet) -> bool:
        CALLS.append("is_protected")
        return sheet.impl._state.protected

    def open(self, sheet: xw.Sheet, password: str) -> Any | None:
        CALLS.append("unprotect")
        state = sheet.impl._state
        if password != state.password:
            return None
        state.protected = False
        return dict(state.options)

    def close(self, sheet: xw.Sheet, password: str, options: Any) -> None:
        CALLS.append("protect")
        state = sheet.impl._state
        state.protected, state.password, state.options = True, password, dict(options)

    def looks(self, sheet: xw.Sheet, cells: Any) -> dict[tuple[int, int], Look]:
        with _one_call("looks"):
            return super().looks(sheet, cells)

    def notes(self, sheet: xw.Sheet) -> dict[tuple[int, int], str]:
        with _one_call("notes"):
            return super().notes(sheet)

    def annotate(self, sheet: xw.Sheet, texts: Any) -> None:
        with _one_call("annotate"):
            super().annotate(sheet, texts)

    def hidden_rows(self, sheet: xw.Sheet, rows: range) -> set[int]:
        with _one_call("hidden_rows"):
            return super().hidden_rows(sheet, rows)

    def heights(self, sheet: xw.Sheet, rows: range) -> dict[int, float]:
        with _one_call("heights"):
            return super().heights(sheet, rows)


@contextmanager
def _one_call(name: str) -> Iterator[None]:
    CALLS.append(name)
    before = len(CALLS)
    try:
        yield
    finally:
        del CALLS[before:]


ENGINE = Engine()


def register() -> None:
    """Make the engine known to xlwings and to the add-in."""
    if NAME not in [engine.name for engine in xw.engines]:
        xw.engines.add(xw.Engine(impl=ENGINE))
    xw.engines[NAME].activate()
    native.register(NAME, Memory)


@functools.cache
def _loaded(content: bytes) -> list[SheetState]:
    return load(BytesIO(content))


def open_book(path: Path) -> xw.Book:
    """Open a file, the first visible sheet in front and its cell A1 selected."""
    register()
    app = ENGINE.apps.add()
    impl = Book(app, path, deepcopy(_loaded(path.read_bytes())))
    app._books.append(impl)
    app._selection = Range(Sheet(impl, impl._states[0]), 1, 1, 1, 1)
    return xw.Book(impl=impl)
