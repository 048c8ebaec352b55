"""The cells of the open form: which can be typed into, for text or not, and what is an entry."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from generator.forms.prompt_text import persons_words
from tests.addin_actions.memory.cells import Position
from tests.addin_actions.sequences.hands import Hands, Sight
from tests.addin_actions.sequences.shape import Shape


@dataclass(frozen=True)
class Cells:
    """``which`` is any number; it picks one of the cells there are."""

    hands: Hands
    shape: Shape

    def open_one(self, which: int) -> Position | None:
        """Return one that can be typed into."""
        cells = [at for at in self._all() if self.hands.is_open(at) and not self._is_label(at)]
        return cells[which % len(cells)] if cells else None

    def any_one(self, which: int) -> Position:
        """Return one, locked or not."""
        cells = self._all()
        return cells[which % len(cells)]

    def in_the_block(self, which: int) -> Position:
        """Return the name of an indicator, where there are any."""
        names = [at for at in self.hands.see().contents if at[1] == self.shape.names]
        top, bottom = self.shape.block
        rows = sorted(row for row, _ in names if top <= row <= bottom) or [top]
        return rows[which % len(rows)], self.shape.names

    def is_text(self, at: Position) -> bool:
        """Tell whether a cell is formatted as text."""
        return self.hands.as_loaded.cells[at].format == "@"

    def words(self, sight: Sight) -> Counter[Any]:
        """Return every text and figure in the form that is an entry, wherever it stands.

        Of a text with our prompt in it only the person's words count.
        """
        held = (
            persons_words(value) if isinstance(value, str) else value
            for at, value in sight.contents.items()
            if at[1] <= self.shape.columns
            and at not in self.shape.computed
            and not (isinstance(value, str) and value.startswith("=") and not self.is_text(at))
        )
        return Counter(value for value in held if value not in (None, ""))

    def _all(self) -> list[Position]:
        cells = sorted(self.hands.as_loaded.cells)
        return [at for at in cells if at[1] <= self.shape.columns]

    def _is_label(self, at: Position) -> bool:
        cell = self.hands.as_loaded.cells[at]
        return cell.locked and isinstance(cell.value, str) and cell.formula is None
