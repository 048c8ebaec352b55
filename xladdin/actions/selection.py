"""Where the user stands in the form, and how to bring them elsewhere."""

from collections.abc import Iterable

from generator.workbook.sheet.address import Position
from xladdin.book.current import Current
from xladdin.book.wording import refusal


def selected(form: Current) -> Position:
    """Return the cell the user stands in, above the form where another sheet is in front."""
    found = form.program.selected()
    return found[1] if found and found[0] == form.places.sheet else (0, 0)


def selected_row(form: Current) -> int:
    """Return the row of the indicator block the user stands in.  Raises ``Refused`` elsewhere."""
    row, _ = selected(form)
    if not form.places.first_row <= row <= form.places.last_row:
        raise refusal("not_in_block")
    return row


def selected_indicator(form: Current) -> int:
    """Return which indicator the user stands in, from 0.  Raises ``Refused`` elsewhere."""
    row = selected_row(form)
    if row not in form.places.rows:
        raise refusal("not_on_indicator")
    return form.places.rows.index(row)


def following(form: Current, cells: Iterable[Position]) -> Position:
    """Return the first cell behind the user's, from the top again behind the last."""
    ordered, here = sorted(cells), selected(form)
    return next((cell for cell in ordered if cell > here), ordered[0])


def go_to(form: Current, cell: Position) -> None:
    """Bring the user to a cell."""
    form.program.go_to(form.sheet, cell)
