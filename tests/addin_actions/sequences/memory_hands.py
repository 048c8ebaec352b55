"""Hands on the program in memory."""

from decimal import Decimal

import xlwings as xw

from generator.forms import numbers
from generator.workbook.formulas.cached import set_value
from generator.workbook.reader import read_workbook_form
from generator.workbook.sheet.apply import apply
from tests.addin_actions import memory
from tests.addin_actions.memory.cells import CellState, SheetState
from tests.addin_actions.sequences.hands import Hands, Sight
from xladdin.book.native import Look


class MemoryHands(Hands):
    """Saving patches the file with what the form's sheet holds by now."""

    @property
    def state(self) -> SheetState:
        """The form's sheet itself."""
        found: SheetState = self.sheet.impl._state
        return found

    def see(self) -> Sight:
        sheet = self.state
        cells = sheet.cells.items()
        return Sight(
            {at: cell.formula or cell.value for at, cell in cells if not cell.is_blank},
            {at: Look(cell.colour, cell.note) for at, cell in cells if cell.colour or cell.note},
            frozenset(sheet.hidden),
            sheet.protected,
        )

    def save(self) -> None:
        now = self.state.cells
        changed = {at for at, cell in now.items() if _held(cell) != self._saved.get(at, _NOTHING)}
        content = read_workbook_form(self.path).content
        edits = {at: set_value(_value(now[at]), _formula(now[at])) for at in changed}
        name = self.as_loaded.name
        apply(content.package, content.refs[name], content.sheets[name], edits)
        self.path.write_bytes(content.package.to_bytes())
        self._saved = {at: _held(cell) for at, cell in now.items()}

    def reopen(self) -> None:
        self.save()
        self.book = memory.reopened(self.book)

    def _opened(self) -> xw.Book:
        self._saved = {at: _held(cell) for at, cell in self.as_loaded.cells.items()}
        return memory.open_book(self.path)

    def close(self) -> None:
        """Nothing is open that could stay so."""


_NOTHING = None, None


def _held(cell: CellState) -> tuple[object, str | None]:
    return (None if cell.value == "" else cell.value), cell.formula


def _value(cell: CellState) -> Decimal | str | None:
    return numbers.from_double(cell.value) if isinstance(cell.value, float) else cell.value


def _formula(cell: CellState) -> str | None:
    return None if cell.formula is None else cell.formula.removeprefix("=")
