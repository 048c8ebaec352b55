"""Row heights that show all text, merged cells included."""

from collections.abc import Iterator

from msgspec import Struct

from generator.workbook.plan.block import LEAST, LEAST_HEADING
from generator.workbook.plan.texts import HIGHEST, height
from generator.workbook.sheet.address import Area
from xladdin.book.current import Current
from xladdin.book.wording import refusal

_SLACK = 0.6
"""Points by which programs round heights on their own."""


class _Text(Struct, frozen=True):
    """A text that needs room: the rows it stands over, and their height together (points)."""

    first: int
    last: int
    needed: float


def fitting_heights(form: Current) -> dict[int, float]:
    """Return the new height (points) of every visible row that is not as high as its text needs.

    Raises ``Refused`` for a workbook of another make, whose columns are not known.
    """
    if not form.is_ours:
        raise refusal("not_ours")
    rows = range(2, _last_row(form) + 1)
    present = form.program.heights(form.sheet, rows)
    hidden = form.program.hidden_rows(form.sheet, rows)
    wanted = _wanted(form, [row for row in rows if row not in hidden])
    return {row: high for row, high in wanted.items() if abs(high - present[row]) > _SLACK}


def _wanted(form: Current, rows: list[int]) -> dict[int, float]:
    least = _least(form)
    wanted = {row: least.get(row, LEAST) for row in rows}
    for text in sorted(_texts(form), key=lambda text: text.last - text.first):
        over = [row for row in range(text.first, text.last + 1) if row in wanted]
        missing = text.needed - sum(wanted[row] for row in over)
        for row in over if missing > 0 else ():
            wanted[row] = round(min(HIGHEST, wanted[row] + missing / len(over)), 1)
    return wanted


def _least(form: Current) -> dict[int, float]:
    """Return the heights the layout gives rows above and below the block, room to write in.

    A head whose texts took more rows than the layout has is as high as they need anyway.
    """
    head, foot, places = form.layout.head, form.layout.foot, form.places
    heading = places.first_row - 1
    least = {heading: LEAST_HEADING}
    least |= {row: spec.height for row, spec in enumerate(foot, places.last_row + 1)}
    if len(head) == heading - 1:
        least |= {row: spec.height for row, spec in enumerate(head, 1)}
    return least


def _texts(form: Current) -> Iterator[_Text]:
    """Yield the texts inside the printed columns; figures and dates fit as they are."""
    widths = list(form.layout.columns.values())
    merged = {(area[0], area[1]): area for area in form.cells.merges}
    for row, column in form.grid:
        value = form.entry((row, column)).value
        if column <= len(widths) and isinstance(value, str):
            area: Area = merged.get((row, column), (row, column, row, column))
            width = sum(widths[column - 1 : area[3]])
            yield _Text(area[0], area[2], height(value, width))


def _last_row(form: Current) -> int:
    own = [p.row for p in form.places.scalars.values() if p.sheet == form.places.sheet]
    merged = [area[2] for area in form.cells.merges]
    return max(form.places.last_row, *own, *merged)
