"""The form in the open workbook, read and examined exactly as the command line reads its file."""

from collections.abc import Iterable
from functools import cached_property, partial
from pathlib import Path

import xlwings as xw
from msgspec import Struct

from generator.batch.examine import examine
from generator.batch.outcome import Outcome
from generator.batch.returns.issuer import Issuer
from generator.forms.models import Form
from generator.workbook.layout import Layout
from generator.workbook.package import Limits
from generator.workbook.plan.places import Address, Places
from generator.workbook.reader import Origin, Reading, read_workbook_form
from generator.workbook.recalculate import Recalculation
from generator.workbook.rejection import Rejected
from generator.workbook.sheet.address import Position
from generator.workbook.sheet.apply import apply
from generator.workbook.sheet.cell import Cell
from generator.workbook.sheet.sheet import Sheet
from xladdin.book.differences import FormatsOf, differences
from xladdin.book.grid import BLANK, Entry, Grid
from xladdin.book.native import Program, program_of
from xladdin.book.wording import refusal
from xladdin.contract import Refused

_UNREADABLE = ("PKG-ENCRYPTED", "FILE-UNREADABLE")


def saved_form(fullname: str) -> Reading:
    """Return the form as it stands in a workbook's file.

    Raises ``Refused`` where there is no file to read or it holds no form.
    """
    try:
        data = Path(fullname).read_bytes()
    except OSError:
        raise refusal("unsaved") from None
    reading = _read(data, Path(fullname).name)
    if reading.foreign is not None:
        raise refusal("old_format", format=reading.foreign)
    return reading


def _read(data: bytes, name: str) -> Reading:
    try:
        return read_workbook_form(data, Limits(), name=Path(name).stem)
    except Rejected as refused:
        code = refused.rejection.code
        if code in _UNREADABLE:
            raise refusal("encrypted") from None
        raise Refused(refused.rejection.message) from None


_TEXTS = ("name", "target", "actual", "deviation_analysis", "level1", "level2")


class Current(Struct, dict=True):
    """The form in front: its open sheet, its cells as read at once, and what the engine says."""

    book: xw.Book
    fullname: str
    program: Program
    sheet: xw.Sheet
    grid: Grid
    outcome: Outcome
    done: Recalculation

    @property
    def reading(self) -> Reading:
        """The form as read."""
        return self.done.reading

    @property
    def form(self) -> Form:
        """What people entered."""
        return self.reading.form

    @property
    def layout(self) -> Layout:
        """Its layout."""
        return self.reading.layout

    @property
    def places(self) -> Places:
        """Where its fields stand."""
        return self.reading.places

    @property
    def is_ours(self) -> bool:
        """Whether the workbook was made by this program and has its formulas."""
        return self.reading.origin is Origin.NAMED

    @property
    def app(self) -> xw.App:
        """The running office program."""
        return self.program.app

    @cached_property
    def cells(self) -> Sheet:
        """The cells of the form's sheet with their merged areas."""
        return self.reading.content.sheets[self.places.sheet]

    def place(self, field: str) -> Position | None:
        """Return the cell of a field on the form's sheet, ``None`` where it stands elsewhere."""
        found = self.places.find(field)
        return position_of(found) if found and found.sheet == self.places.sheet else None

    def entry(self, position: Position) -> Entry:
        """Return what a cell of the form's sheet holds.

        The helper columns are locked and out of sight, and taken as they were saved.
        """
        if self.grid.covers(position):
            return self.grid.at(position)
        return _as_saved(self.cells.cells.get(position))


def _as_saved(cell: Cell | None) -> Entry:
    if cell is None or cell.kind == "blank":
        return BLANK
    value = float(cell.raw) if cell.kind == "number" else cell.raw or None
    return Entry(value, None if cell.formula is None else f"={cell.formula}")


def position_of(place: Address) -> Position:
    """Return row and column of a cell's place."""
    return place.row, place.column


def current(book: xw.Book) -> Current:
    """Read the form in the open workbook.

    Raises ``Refused`` where it holds none, was never saved, or lost rows since it was saved.
    """
    fullname = book.fullname
    saved = saved_form(fullname)
    program = program_of(book)
    sheet = program.sheet(saved.places.sheet)
    if sheet is None:
        raise refusal("moved")
    grid = program.grid(sheet, *_corner(saved, saved.content.sheets[saved.places.sheet]))
    typed = _with_what_was_typed(saved, grid, partial(program.formats, sheet))
    answer = examine(typed, Path(fullname).name, issuer=Issuer.here())
    if answer.recalculation is None:
        reason = answer.outcome.rejection
        raise Refused(reason.message if reason else "")
    return Current(book, fullname, program, sheet, grid, answer.outcome, answer.recalculation)


def _with_what_was_typed(saved: Reading, grid: Grid, formats: FormatsOf) -> bytes:
    """Return the file's bytes as they would be were the form saved now."""
    name, columns = saved.places.sheet, saved.places.columns
    content, cells = saved.content, saved.content.sheets[name]
    texts = {columns[each] for each in _TEXTS if each in columns}
    edits = dict(differences(cells, grid, texts, formats))
    _require_same_rows(saved, cells, edits)
    apply(content.package, content.refs[name], cells, edits)
    return content.package.to_bytes()


def _corner(saved: Reading, cells: Sheet) -> Position:
    """Return the last row and column in which somebody, or a button, can have written."""
    row = max(saved.places.last_row, *(row for row, _ in cells.cells))
    if saved.origin is Origin.NAMED:
        aside = [saved.places.find(field) for field in saved.layout.aside]
        columns = [place.column for place in aside if place is not None]
        return row, max([saved.layout.last_column, *columns])
    return row, max(*saved.places.columns.values(), *(column for _, column in cells.cells))


def _require_same_rows(saved: Reading, cells: Sheet, changed: Iterable[Position]) -> None:
    """Refuse a form whose rows or columns were moved since it was saved: names would mislead.

    Then a label has gone from its place.
    """
    labels = {column.label for column in saved.layout.indicators.columns.values()}
    rows = (*saved.layout.head, *saved.layout.foot)
    labels |= {cell.label for row in rows for cell in row.cells if cell.label}
    before = (cells.cells.get(position) for position in changed)
    if any(cell is not None and cell.kind == "text" and cell.raw in labels for cell in before):
        raise refusal("moved")
