"""Excel: what lies between one round trip and hundreds, done by the add-in's own VBA.

Where the add-in is not loaded (a developer's click, another version) everything works all the
same, cell by cell.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

import xlwings as xw

from generator.forms.numbers import text as plain_text
from generator.workbook.sheet.address import Position, address, position
from xladdin.book.grid import Entry, Grid, area, rows_of
from xladdin.book.native.program import Colour, Format, Look, Program
from xladdin.book.writes import Entries
from xladdin.own_macros import NoAddin, call

Answer = TypeVar("Answer")

_ENTRY, _PART = chr(30), chr(31)
"""What JixiaoBulk.bas has between the entries of a list and between an entry's parts."""

_ERRORS = {
    -2146826281: "#DIV/0!",
    -2146826246: "#N/A",
    -2146826259: "#NAME?",
    -2146826288: "#NULL!",
    -2146826252: "#NUM!",
    -2146826265: "#REF!",
    -2146826273: "#VALUE!",
}
"""Excel's errors as its bridge on Windows gives them."""


class Excel(Program):
    """What Excel does alike on every system."""

    def __init__(self, book: xw.Book, app: xw.App) -> None:
        super().__init__(book, app)
        self._book_name = book.name
        self._names: list[tuple[xw.Sheet, str]] = []

    def grid(self, sheet: xw.Sheet, last_row: int, last_column: int) -> Grid:
        """Read the cells from A1: the conversions of xlwings would ask a dozen times more."""
        cells = sheet.range(area((1, 1), (last_row, last_column)))
        values = rows_of(cells.raw_value, last_row, last_column)
        shown = [[_shown(value) for value in row] for row in values]
        return Grid(shown, rows_of(cells.formula, last_row, last_column))

    def add_sheet(self, after: xw.Sheet, name: str) -> xw.Sheet:
        """Add a sheet behind another; what is in front stays there."""

        def by_macro() -> xw.Sheet:
            self._run("JixiaoAddSheet", after, name)
            return self.book.sheets[name]

        return _or_else(by_macro, lambda: super(Excel, self).add_sheet(after, name))

    def lay_out(self, sheet: xw.Sheet, formats: Sequence[Format]) -> None:
        """Empty a sheet of ours and give its cells their formats, the later over the earlier."""
        given = [_format(each) for each in formats]

        def by_macro() -> None:
            self._run("JixiaoLayOut", sheet, _list(given))

        _or_else(by_macro, lambda: super(Excel, self).lay_out(sheet, formats))

    def write(self, sheet: xw.Sheet, entries: Entries, *, locked_too: bool) -> list[Position]:
        """Write cells; return those the sheet refused."""
        given = [(address(*at), *_kind_and_text(entry)) for at, entry in entries.items()]

        def by_macro() -> list[Position]:
            refused = self._run("JixiaoWrite", sheet, _list(given)) if given else ""
            return [position(each) for each in refused.split(_ENTRY) if each]

        return _or_else(
            by_macro, lambda: super(Excel, self).write(sheet, entries, locked_too=locked_too)
        )

    def formats(self, sheet: xw.Sheet, cells: Iterable[Position]) -> dict[Position, str]:
        """Return the number formats of some cells."""
        wanted = list(cells)

        def by_macro() -> dict[Position, str]:
            given = _ENTRY.join(address(*at) for at in wanted)
            found = self._run("JixiaoFormats", sheet, given).split(_ENTRY) if wanted else []
            return dict(zip(wanted, found, strict=True))

        return _or_else(by_macro, lambda: super(Excel, self).formats(sheet, wanted))

    def selected(self) -> tuple[str, Position] | None:
        """Return sheet and cell the user stands in, ``None`` where it is no cell."""

        def by_macro() -> tuple[str, Position] | None:
            row, _, rest = call(self.app, "JixiaoSelected", self._book_name).partition(_PART)
            column, _, name = rest.partition(_PART)
            return (name, (int(row), int(column))) if row else None

        return _or_else(by_macro, super().selected)

    def go_to(self, sheet: xw.Sheet, cell: Position) -> None:
        """Bring the user to a cell."""

        def by_macro() -> None:
            self._run("JixiaoGoTo", sheet, address(*cell))

        _or_else(by_macro, lambda: super(Excel, self).go_to(sheet, cell))

    def looks(self, sheet: xw.Sheet, cells: Iterable[Position]) -> dict[Position, Look]:
        """Return how some cells look."""
        wanted = list(cells)

        def by_macro() -> dict[Position, Look]:
            given = _ENTRY.join(address(*at) for at in wanted)
            found = self._run("JixiaoLooks", sheet, given).split(_ENTRY) if wanted else []
            return {at: _look(text) for at, text in zip(wanted, found, strict=True)}

        return _or_else(by_macro, lambda: super(Excel, self).looks(sheet, wanted))

    def dress(self, sheet: xw.Sheet, wanted: Mapping[Position, Look]) -> None:
        """Give cells their look."""
        given = [(address(*at), _number(e.colour), e.note or "") for at, e in wanted.items()]

        def by_macro() -> None:
            if given:
                self._run("JixiaoDress", sheet, _list(given))

        _or_else(by_macro, lambda: super(Excel, self).dress(sheet, wanted))

    def hidden_rows(self, sheet: xw.Sheet, rows: range) -> set[int]:
        """Return which of some neighbouring rows are hidden."""

        def by_macro() -> set[int]:
            return {row for row, (hidden, _) in self._rows(sheet, rows).items() if hidden}

        return _or_else(by_macro, lambda: super(Excel, self).hidden_rows(sheet, rows))

    def heights(self, sheet: xw.Sheet, rows: range) -> dict[int, float]:
        """Return the heights (points) of some neighbouring rows."""

        def by_macro() -> dict[int, float]:
            return {row: height for row, (_, height) in self._rows(sheet, rows).items()}

        return _or_else(by_macro, lambda: super(Excel, self).heights(sheet, rows))

    def hide(self, sheet: xw.Sheet, rows: Iterable[int], *, hidden: bool) -> None:
        """Hide or show rows."""
        chosen = list(rows)
        given = [(_whole(row), _switch(hidden), "") for row in chosen]
        _or_else(
            lambda: self._set_rows(sheet, given),
            lambda: super(Excel, self).hide(sheet, chosen, hidden=hidden),
        )

    def set_heights(self, sheet: xw.Sheet, heights: Mapping[int, float]) -> None:
        """Set the heights (points) of rows."""
        given = [(_whole(row), "", str(height)) for row, height in heights.items()]
        _or_else(
            lambda: self._set_rows(sheet, given),
            lambda: super(Excel, self).set_heights(sheet, heights),
        )

    def _set_rows(self, sheet: xw.Sheet, given: Sequence[tuple[str, str, str]]) -> None:
        if given:
            self._run("JixiaoSetRows", sheet, _list(given))

    def _rows(self, sheet: xw.Sheet, rows: range) -> dict[int, tuple[bool, float]]:
        if not rows:
            return {}
        found = self._run("JixiaoRows", sheet, str(rows[0]), str(rows[-1])).split(_ENTRY)
        parts = (text.split(_PART) for text in found)
        pairs = [(hidden == "1", float(height)) for hidden, height in parts]
        return dict(zip(rows, pairs, strict=True))

    def _run(self, function: str, sheet: xw.Sheet, *texts: str) -> str:
        return call(self.app, function, self._book_name, self._name(sheet), *texts)

    def _name(self, sheet: xw.Sheet) -> str:
        """Return a sheet's name, asked for once: it is known by its object until we are done."""
        known = next((name for each, name in self._names if each is sheet), None)
        if known is None:
            known = sheet.name
            self._names.append((sheet, known))
        return known


def _or_else(by_macro: Callable[[], Answer], without: Callable[[], Answer]) -> Answer:
    try:
        return by_macro()
    except NoAddin:
        return without()


def _list(entries: Iterable[Iterable[str]]) -> str:
    return _ENTRY.join(_PART.join(parts) for parts in entries)


def _whole(row: int) -> str:
    return f"{row}:{row}"


def _switch(on: bool) -> str:
    return str(int(on))


def _format(wanted: Format) -> tuple[str, ...]:
    """Return the parts of a format in the order JixiaoBulk.bas reads them."""
    return (
        wanted.address,
        _given(wanted.width),
        _given(wanted.height),
        _switch(wanted.hidden),
        _number(wanted.fill),
        _number(wanted.ink),
        _switch(wanted.bold),
        wanted.font or "",
        _given(wanted.size),
        _switch(wanted.centred),
        _switch(wanted.wrapped),
        _number(wanted.lines),
    )


def _given(number: float | None) -> str:
    return "" if number is None else str(number)


def _kind_and_text(entry: Entry) -> tuple[str, str]:
    if entry.formula is not None:
        return "f", entry.formula
    if entry.value in (None, ""):
        return "b", ""
    if isinstance(entry.value, str):
        return "t", entry.value
    return "n", plain_text(Decimal(repr(entry.value)))


def _look(text: str) -> Look:
    number, _, note = text.partition(_PART)
    return Look(_colour(int(number)) if number else None, note or None)


def _colour(number: int) -> Colour:
    """Excel's number has blue before red."""
    return number & 255, number >> 8 & 255, number >> 16 & 255


def _number(colour: Colour) -> str:
    return "" if colour is None else str(colour[0] | colour[1] << 8 | colour[2] << 16)


def _shown(value: Any) -> Any:
    return _ERRORS.get(value, value) if type(value) is int else value
