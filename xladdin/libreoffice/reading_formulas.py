"""Formulas of a range, in two bulk reads: what is in the cells, and what they show."""

from typing import Any

from xladdin.libreoffice.area import Area
from xladdin.libreoffice.kinds import Cell, cells_of
from xladdin.libreoffice.number_formats import Kind
from xladdin.libreoffice.range_base import RangeBase
from xladdin.libreoffice.reading import with_tabs
from xladdin.libreoffice.values import number_text


def read_formulas(cells: RangeBase) -> tuple[tuple[str, ...], ...]:
    """Return formulas as Excel writes them, and of other cells what they hold, as text."""
    rows = zip(cells.xl.getFormulaArray(), cells.xl.getDataArray(), strict=True)
    contents = [list(zip(formulas, values, strict=True)) for formulas, values in rows]
    flat = [content for row in contents for content in row]
    found = dict(zip(cells_of(cells.area), flat, strict=True))
    truths = _truths(cells, found)
    sheet, formulas = cells.sheet.position, cells.sheet.book.formulas

    def text(cell: Cell, formula: str, value: Any) -> str:
        if _is_formula(formula, value):
            return formulas.to_excel(_without_braces(formula), (sheet, Area(*cell)))
        if isinstance(value, float):
            return str(bool(value)).upper() if cell in truths else number_text(value)
        return with_tabs(value) if isinstance(value, str) else formula

    texts = [text(cell, *content) for cell, content in found.items()]
    width = cells.area.columns
    return tuple(tuple(texts[at : at + width]) for at in range(0, len(texts), width))


def _truths(cells: RangeBase, found: dict[Cell, tuple[str, Any]]) -> set[Cell]:
    candidates = [
        cell
        for cell, (formula, value) in found.items()
        if isinstance(value, float) and value in (0, 1) and not _is_formula(formula, value)
    ]
    return cells.finder.of_kind(candidates, Kind.BOOLEAN) if candidates else set()


def _is_formula(formula: str, value: Any) -> bool:
    """Tell a formula from text that looks like one: that would be its own value."""
    return formula.startswith(("=", "{=")) and formula != value


def _without_braces(formula: str) -> str:
    return formula[1:-1] if formula.startswith("{=") else formula
