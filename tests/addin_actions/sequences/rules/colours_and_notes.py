"""How people colour cells and write notes, of their own and over our marks."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.addin_actions.memory.cells import Position
from tests.addin_actions.sequences.entries import CELLS, NOTES
from tests.addin_actions.sequences.hands import rgb
from tests.addin_actions.sequences.person import Person
from xladdin.book.native import Look


class ColoursAndNotes(Person):
    """What people give a cell is its own look from then on; our marks are not."""

    @rule(which=CELLS, number=st.integers(0, 99))
    def colour(self, which: int, number: int) -> None:
        self._paint(self.cells.any_one(which), number)

    @rule(which=CELLS, text=NOTES)
    def write_note(self, which: int, text: str) -> None:
        self._note(self.cells.any_one(which), text)

    @rule(which=CELLS, number=st.integers(0, 99))
    def colour_a_marked_cell(self, which: int, number: int) -> None:
        for at in self._noted(which):
            self._paint(at, number)

    @rule(which=CELLS, text=NOTES)
    def write_in_place_of_a_mark(self, which: int, text: str) -> None:
        for at in self._noted(which):
            self._note(at, text)

    @rule(which=CELLS, text=NOTES)
    def write_under_a_mark(self, which: int, text: str) -> None:
        for at in self._noted(which):
            look, own = self.hands.look(at), self._own(at)
            self.hands.dress(at, Look(look.colour, f"{look.note}\n{text}"))
            self._keep_own(at, Look(own.colour, f"{own.note}\n{text}" if own.note else text))

    @rule(which=CELLS)
    def throw_a_note_away(self, which: int) -> None:
        for at in self._noted(which):
            self.hands.dress(at, Look(self.hands.look(at).colour))
            self._keep_own(at, Look(self._own(at).colour))

    def _noted(self, which: int) -> list[Position]:
        """Return one of the cells with a note, of the form as it is checked."""
        if not self._may_be_marked():
            self._click("check")
        noted = sorted(at for at, look in self.hands.see().looks.items() if look.note)
        return [noted[which % len(noted)]] if noted else []

    def _paint(self, at: Position, number: int) -> None:
        self.hands.dress(at, Look(rgb(number), self.hands.look(at).note))
        self._keep_own(at, Look(rgb(number), self._own(at).note))

    def _note(self, at: Position, text: str) -> None:
        """Write a note in place of whatever note is there."""
        self.hands.dress(at, Look(self.hands.look(at).colour, text))
        self._keep_own(at, Look(self._own(at).colour, text))
