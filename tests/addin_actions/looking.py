"""Looking at a form in memory as a person would: cells, colours, notes, hidden rows."""

from dataclasses import dataclass
from typing import Any

import xlwings as xw

from tests.addin_actions.memory import SheetState
from xladdin.book.current import Current, current

Position = tuple[int, int]


@dataclass(frozen=True)
class Picture:
    """Everything of a sheet that a person could miss afterwards."""

    contents: dict[Position, Any]
    looks: dict[Position, Any]
    hidden: frozenset[int]
    protected: bool
    options: dict[str, bool]


def state(book: xw.Book) -> SheetState:
    """Return the state of the form's sheet, the first."""
    found: SheetState = book.sheets[0].impl._state
    return found


def picture(book: xw.Book) -> Picture:
    """Return how the form's sheet is now."""
    sheet = state(book)
    cells = sheet.cells
    return Picture(
        {
            at: cell.formula or cell.value
            for at, cell in cells.items()
            if cell.formula or cell.value not in (None, "")
        },
        {at: (c.colour, c.note) for at, c in cells.items() if c.colour or c.note},
        frozenset(sheet.hidden),
        sheet.protected,
        dict(sheet.options),
    )


def place(book: xw.Book, field: str) -> Position:
    """Return the cell of a field."""
    found = current(book).place(field)
    assert found is not None, field
    return found


def value(book: xw.Book, field: str) -> Any:
    """Return what the cell of a field shows."""
    return state(book).cells[place(book, field)].value


def enter(book: xw.Book, field: str, typed: Any) -> None:
    """Type into the cell of a field as a person does, into an open cell."""
    cell = state(book).cell(place(book, field))
    cell.value, cell.formula = typed, None


def stand_at(book: xw.Book, position: Position) -> None:
    """Put the cursor into a cell of the form."""
    book.sheets[0].range(position).select()


def form_of(book: xw.Book) -> Current:
    """Return the form as the actions read it."""
    return current(book)
