"""Where things stand in a form."""

from dataclasses import dataclass

from tests.addin_actions.memory.cells import Position
from tests.addin_actions.sequences.hands import Hands
from xladdin.book.current import current


@dataclass(frozen=True)
class Shape:
    """Where things stand in a form: computed cells, columns, the rows of its block."""

    computed: frozenset[Position | None]
    columns: int
    block: tuple[int, int]
    names: int
    """The column of the indicators' names."""


_SHAPES: dict[str, Shape] = {}


def shape_of(name: str, hands: Hands) -> Shape:
    """Return the shape of a start, found when it is first opened."""
    if name not in _SHAPES:
        form = current(hands.book)
        computed = frozenset(form.place(field) for field in form.layout.computed)
        columns = form.layout.last_column if form.is_ours else hands.columns
        block = form.places.first_row, form.places.last_row
        _SHAPES[name] = Shape(computed, columns, block, form.places.columns["name"])
    return _SHAPES[name]
