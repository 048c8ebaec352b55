"""What makes a well-formed layout wrong all the same: overlaps, homeless fields, formulas nobody
can feed.
"""

from collections.abc import Iterator

from generator.forms.profiles import profile_ids
from generator.workbook.formulas.sums import PARTS
from generator.workbook.layout.schema import CellSpec, Formula, Layout, RowSpec
from generator.workbook.sheet.address import letters

_RATE = "execution_rate"
_OWN_FIELD = {
    Formula.EXECUTION_SCORE: "funds.annual_total.score",
    Formula.TOTAL_WEIGHT: "total_weight",
    Formula.TOTAL_SCORE: "total_score",
    Formula.RATING: "rating",
}
"""The one field each of these formulas gives."""


def unmet(formula: Formula, field: str, layout: Layout) -> Iterator[str]:
    """Yield why a formula cannot work in the cell of a field."""
    if not _fits(formula, field):
        yield f"the formula {formula} does not give {field}"
        return
    for needed in _needed(formula, field):
        if needed not in layout.printed and needed not in layout.computed:
            yield f"the formula {formula} needs {needed}, which has no cell to be filled in"


def _fits(formula: Formula, field: str) -> bool:
    match formula:
        case Formula.SUM_OF_PARTS:
            return field in PARTS
        case Formula.EXECUTION_RATE:
            return field.rpartition(".")[2] == _RATE
        case _:
            return field == _OWN_FIELD[formula]


def _needed(formula: Formula, field: str) -> tuple[str, ...]:
    """Return the fields a formula reads that only a person, or another formula, can give.

    The weight of the execution is not among them: unprinted, it is the profile's.
    """
    match formula:
        case Formula.SUM_OF_PARTS:
            return PARTS[field]
        case Formula.EXECUTION_RATE:
            row = field.rpartition(".")[0]
            return (f"{row}.adjusted_budget", f"{row}.actual_expenditure")
        case Formula.EXECUTION_SCORE:
            return ("funds.annual_total.execution_rate",)
        case Formula.TOTAL_SCORE:
            return ("funds.annual_total.score",)
        case Formula.RATING:
            return ("total_score",)
        case Formula.TOTAL_WEIGHT:
            return ()


_LEAST = ("level1", "level2", "name", "target")
_NEEDED = {"target": _LEAST, "self_evaluation": (*_LEAST, "actual", "weight", "score")}
"""The indicator columns a form of each kind cannot do without."""

Fault = tuple[tuple[int | str, ...], str]
"""Where in the file (a path of keys) and what is wrong."""


def faults(layout: Layout) -> Iterator[Fault]:
    """Yield every fault of a layout that its schema cannot see."""
    yield from _overlaps("head", layout.head, layout)
    yield from _overlaps("foot", layout.foot, layout)
    yield from _cells(layout)
    yield from _fields(layout)
    yield from _indicators(layout)
    if layout.profile not in profile_ids():
        yield ("profile",), f"there is no profile {layout.profile}"


def _overlaps(part: str, rows: tuple[RowSpec, ...], layout: Layout) -> Iterator[Fault]:
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        for index, cell in enumerate(row.cells):
            place: tuple[int | str, ...] = (part, number, "cells", index)
            if cell.last_column < cell.first_column or cell.last_column > layout.last_column:
                yield place, f"{cell.at} is no span of the columns A to {_last(layout)}"
            area = _area(cell, number)
            if number + cell.down > len(rows):
                yield place, f"{cell.at} reaches down past the last row of {part}"
            if taken & area:
                yield place, f"{cell.at} overlaps another cell of its row"
            taken |= area


def _area(cell: CellSpec, row: int) -> set[tuple[int, int]]:
    columns = range(cell.first_column, cell.last_column + 1)
    return {(r, c) for r in range(row, row + cell.down) for c in columns}


def _last(layout: Layout) -> str:
    return letters(layout.last_column)


def _cells(layout: Layout) -> Iterator[Fault]:
    for part, rows in (("head", layout.head), ("foot", layout.foot)):
        for number, row in enumerate(rows):
            for index, cell in enumerate(row.cells):
                for message in _cell_faults(cell, layout):
                    yield (part, number, "cells", index), message


def _cell_faults(cell: CellSpec, layout: Layout) -> Iterator[str]:
    if cell.label is not None and cell.field is not None:
        yield f"{cell.at} is both the label {cell.label} and the field {cell.field}"
    if cell.field is None and (cell.formula or cell.choices or cell.default):
        yield f"{cell.at} has a formula, choices or a default but no field"
    if cell.open and (cell.label is not None or cell.field is not None):
        yield f"{cell.at} is open but holds a label or a field"
    if cell.formula is not None and cell.field is not None:
        yield from unmet(cell.formula, cell.field, layout)
    if cell.choices is not None and cell.choices not in layout.choices:
        yield f"there is no list of choices {cell.choices}"


def _fields(layout: Layout) -> Iterator[Fault]:
    known = set(layout.fields)
    seen: set[str] = set()
    for place, field in _placed(layout):
        if field not in known:
            yield place, f"{field} is no field of a {layout.kind} form"
        if field in seen:
            yield place, f"{field} has two places"
        seen.add(field)
    for field in layout.fields:
        if field not in seen:
            yield ("unprinted",), f"{field} has no place: give it a cell or list it here"


def _placed(layout: Layout) -> Iterator[tuple[tuple[int | str, ...], str]]:
    for part, rows in (("head", layout.head), ("foot", layout.foot)):
        for number, row in enumerate(rows):
            for index, cell in enumerate(row.cells):
                if cell.field is not None:
                    yield (part, number, "cells", index), cell.field
    for number, field in enumerate(layout.unprinted):
        yield ("unprinted", number), field


def _indicators(layout: Layout) -> Iterator[Fault]:
    block = layout.indicators
    taken = {block.stub.first_column} if block.stub else set()
    for name, column in block.columns.items():
        place = ("indicators", "columns", name)
        if name not in layout.columns_of_indicators:
            yield place, f"{name} is no column of an indicator of a {layout.kind} form"
        span = set(range(column.first_column, column.last_column + 1))
        if taken & span:
            yield place, f"{column.at} is taken by another column"
        taken |= span
    for needed in _NEEDED[layout.kind]:
        if needed not in block.columns:
            yield ("indicators", "columns"), f"the column {needed} is missing"
