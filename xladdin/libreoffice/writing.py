"""Values and formulas into a range, in one bulk write and a few more where formats must follow.

Text goes in as it is: ``"007"``, ``"1/2"`` and ``"50%"`` stay text.  As in Excel, text that begins
with ``=`` is a formula and an apostrophe at the beginning is dropped, unless the cell is formatted
as text (``@``).
"""

import datetime as dt
import re
from typing import Any

from xladdin.libreoffice import notes
from xladdin.libreoffice.area import Area
from xladdin.libreoffice.errors import LibreOfficeError
from xladdin.libreoffice.kinds import Cell, CellSet, is_mixed, vertical_runs
from xladdin.libreoffice.number_formats import DATE, GENERAL, MOMENT, Kind, is_standard
from xladdin.libreoffice.range_base import RangeBase
from xladdin.libreoffice.values import CellValue, Matrix, matrix, to_serial

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_TRUTH = {"TRUE": True, "FALSE": False}
_MARKS = ("=", "'")

Cells = dict[Cell, CellValue]


def write_values(cells: RangeBase, data: Any) -> None:
    """Write what ``Range.value`` was given: a scalar for every cell, or rows."""
    _write(cells, data, _listed(cells, matrix(data, *cells.shape)), typed=False)


def write_formulas(cells: RangeBase, data: Any) -> None:
    """Write what ``Range.formula`` was given: like typing, so ``"1.5"`` is a number."""
    _write(cells, data, _listed(cells, matrix(data, *cells.shape)), typed=True)


def _write(cells: RangeBase, data: Any, values: Cells, typed: bool) -> None:
    special = {cell for cell, value in values.items() if _is_special(value, typed)}
    open_ = special - cells.finder.of_kind(special, Kind.TEXT) if special else set()
    formulas = {cell: str(values[cell]) for cell in open_ if str(values[cell]).startswith("=")}
    for cell in open_:
        values[cell] = "" if cell in formulas else _unmarked(str(values[cell]), typed)
    own = _translated(cells, data, formulas)
    if len(own) < len(values):
        _put(cells, "setDataArray", _stored(cells, values))
        _format(cells, values)
    _put_formulas(cells, own)


def _listed(cells: RangeBase, rows: Matrix) -> Cells:
    return {
        (cells.row + line, cells.column + place): value
        for line, row in enumerate(rows)
        for place, value in enumerate(row)
    }


def _is_special(value: CellValue, typed: bool) -> bool:
    if not isinstance(value, str):
        return False
    return value.startswith(_MARKS) or (typed and _unmarked(value, typed) is not value)


def _unmarked(text: str, typed: bool) -> CellValue:
    if text.startswith("'"):
        return text[1:]
    if typed and _NUMBER.fullmatch(text):
        return float(text)
    return _TRUTH.get(text, text) if typed else text


def _translated(cells: RangeBase, data: Any, formulas: dict[Cell, str]) -> dict[Cell, str]:
    if not formulas:
        return {}
    sheet, translator = cells.sheet.position, cells.sheet.book.formulas
    if isinstance(data, str):  # one formula for all cells: its references move along
        rows = [list[CellValue](row) for row in translator.filled(data, sheet, cells.area)]
        filled = _listed(cells, rows)
        return {cell: str(filled[cell]) for cell in formulas}
    return {cell: translator.to_own(text, (sheet, Area(*cell))) for cell, text in formulas.items()}


def _stored(cells: RangeBase, values: Cells) -> tuple[tuple[str | float, ...], ...]:
    epoch = cells.sheet.book.null_date
    stored = [_as_stored(value, epoch) for value in values.values()]
    width = cells.area.columns
    return tuple(tuple(stored[at : at + width]) for at in range(0, len(stored), width))


def _as_stored(value: CellValue, epoch: dt.datetime) -> str | float:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return to_serial(value, epoch)
    return str(value) if isinstance(value, str) else float(value)


def _put(cells: RangeBase, method: str, rows: tuple[tuple[Any, ...], ...]) -> None:
    """Write in bulk; LibreOffice throws the notes of these cells away, so they are put back."""
    kept = notes.texts(cells)
    try:
        getattr(cells.xl, method)(rows)
    except LibreOfficeError:
        cells.guard()
        raise
    notes.insert(cells.sheet, kept)


def _put_formulas(cells: RangeBase, own: dict[Cell, str]) -> None:
    if len(own) == cells.area.size:
        texts = [own[cell] for cell in sorted(own)]
        width = cells.area.columns
        rows = tuple(tuple(texts[at : at + width]) for at in range(0, len(texts), width))
        _put(cells, "setFormulaArray", rows)
        return
    for run in vertical_runs(own):
        rows = tuple((own[row, run.column],) for row in range(run.row, run.bottom + 1))
        _put(cells.at(run), "setFormulaArray", rows)


def _format(cells: RangeBase, values: Cells) -> None:
    """Let dates look like dates, truth values like truth values, and numbers like numbers."""
    formats = cells.sheet.book.number_formats
    moments = {cell for cell, value in values.items() if isinstance(value, dt.datetime)}
    timed = {cell for cell in moments if _has_time(values[cell])}
    truths = {cell for cell, value in values.items() if isinstance(value, bool)}
    _show(cells, moments - timed, Kind.DATE, DATE)
    _show(cells, timed, Kind.DATE, MOMENT)
    _show(cells, truths, Kind.BOOLEAN, formats.code(formats.boolean) if truths else "")
    numbers = {cell for cell, value in values.items() if isinstance(value, float)}
    if numbers and _may_hold_truths(cells):
        _clear_truth(cells, numbers)


def _show(cells: RangeBase, places: set[Cell], kind: Kind, code: str) -> None:
    if not places:
        return
    key = cells.sheet.book.number_formats.key(code)
    others = [
        run for runs, found, _ in cells.finder.groups(places) if found is not kind for run in runs
    ]
    if others:
        _cell_set(cells).set(others, "NumberFormat", key)


def _clear_truth(cells: RangeBase, numbers: set[Cell]) -> None:
    groups = cells.finder.groups(numbers)
    truths = [run for runs, kind, _ in groups if kind is Kind.BOOLEAN for run in runs]
    if truths:
        general = cells.sheet.book.number_formats.key(GENERAL)
        _cell_set(cells).set(truths, "NumberFormat", general)


def _may_hold_truths(cells: RangeBase) -> bool:
    key = int(cells.xl.NumberFormat)
    if is_standard(key):
        return cells.area.size > 1 and is_mixed(cells.xl, "NumberFormat")
    return cells.sheet.book.number_formats.kind(key) is Kind.BOOLEAN


def _cell_set(cells: RangeBase) -> CellSet:
    return CellSet(cells.sheet.book.xl, cells.sheet.position)


def _has_time(value: CellValue) -> bool:
    return isinstance(value, dt.datetime) and value.time() != dt.time()
