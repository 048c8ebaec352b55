"""What 撤销上次操作 and 清除标记 take back: what we did, and nothing a person did since."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.addin_actions.sequences import clicks
from tests.addin_actions.sequences.entries import CELLS, OVER, OVER_TEXT
from tests.addin_actions.sequences.person import Person
from xladdin.actions.result_sheet import SHEET


class TakingBack(Person):
    """Right after a click, and after a person has gone on."""

    @rule(button=st.sampled_from(clicks.WRITING), which=CELLS, typed=OVER)
    def type_over_what_was_written(self, button: str, which: int, typed: str | float) -> None:
        """What somebody types over our write outlives its undo."""
        self._stand_in_the_block(which)
        before = self.hands.see().contents
        self._click(button)
        after = self.hands.see().contents
        cells = sorted(at for at in {*before, *after} if before.get(at) != after.get(at))
        ours = [at for at in cells if at in self.hands.as_loaded.cells and self.hands.is_open(at)]
        if not ours or self.cells.is_text(at := ours[which % len(ours)]) != (typed == OVER_TEXT):
            return
        self._enter(at, [[typed]])
        self.undo()

    @rule(
        button=st.sampled_from([each for each in clicks.ALL if each not in clicks.BATCH]),
        which=CELLS,
    )
    def click_and_take_back(self, button: str, which: int) -> None:
        """An undo right after a click leaves everything as it was before the click."""
        self._stand_in_the_block(which)
        if self._may_be_marked():
            self._click("clear-marks")
        before = self.hands.see()
        outcome = self._click(button)
        if outcome is not None and outcome.changed and button != clicks.UNDO:
            self._click(clicks.UNDO)
            assert self.hands.see() == before, button

    @rule()
    def undo(self) -> None:
        """What was typed after the click that is undone stays, and so does the look."""
        before, since = self.hands.see(), dict(self.typed)
        outcome = self._click(clicks.UNDO)
        after = self.hands.see()
        for at, typed in since.items():
            assert after.contents.get(at) == typed, at
        if outcome is not None and "“校验本表”" in outcome.message:
            assert after.looks == self.own
        elif outcome is not None and "“清除标记”" not in outcome.message:
            assert after.looks == before.looks

    @rule()
    def clear_marks(self) -> None:
        outcome = self._click("clear-marks")
        if outcome is not None:
            assert self.hands.see().looks == self.own
            assert SHEET not in self.hands.book.sheet_names
