"""What people type and paste into cells."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.addin_actions.sequences.entries import CELLS, NUMBERS, TEXTS
from tests.addin_actions.sequences.person import Person


class TypingIn(Person):
    """Entries of every kind, wherever the form takes them."""

    @rule(text=TEXTS, which=CELLS)
    def type_text(self, text: str, which: int) -> None:
        """Texts go into cells formatted as text; into others what stays a text there."""
        at = self.cells.open_one(which)
        if at is not None and (self.cells.is_text(at) or text[0].isalpha()):
            self._enter(at, [[text]])

    @rule(number=NUMBERS, which=CELLS)
    def type_number(self, number: float, which: int) -> None:
        at = self.cells.open_one(which)
        if at is not None and not self.cells.is_text(at):
            self._enter(at, [[number]])

    @rule(which=CELLS)
    def type_formula(self, which: int) -> None:
        at = self.cells.open_one(which)
        if at is not None and not self.cells.is_text(at):
            self._enter(at, [["=1+2"]])

    @rule(which=CELLS)
    def empty(self, which: int) -> None:
        at = self.cells.open_one(which)
        if at is not None:
            self._enter(at, [[""]])

    @rule(texts=st.lists(TEXTS, min_size=2, max_size=6), which=CELLS)
    def paste(self, texts: list[str], which: int) -> None:
        """A block of two columns, where all of it can be typed into."""
        at = self.cells.open_one(which)
        block = [texts[i : i + 2] for i in range(0, len(texts) - 1, 2)]
        if at is None or not self.hands.can_paste(at, len(block), 2):
            return
        cells = [(at[0] + row, at[1] + c) for row in range(len(block)) for c in (0, 1)]
        if all(self.cells.is_text(cell) for cell in cells):
            self._enter(at, block)
