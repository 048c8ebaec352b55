"""What a click must not do: lose an entry, change a look, leave a file broken."""

import shutil
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.addin_actions.sequences import clicks
from tests.addin_actions.sequences.entries import CELLS
from tests.addin_actions.sequences.hands import is_whole
from tests.addin_actions.sequences.person import Person
from tests.real_forms import ROOT


class Clicking(Person):
    """The buttons by what they do: look, write, work on a folder."""

    @rule(button=st.sampled_from(clicks.LOOKING))
    def click_what_only_looks(self, button: str) -> None:
        before = self.hands.see()
        self._click(button)
        assert self.hands.see().contents == before.contents, button

    @rule(button=st.sampled_from(clicks.WRITING), which=CELLS)
    def click_what_writes(self, button: str, which: int) -> None:
        self._stand_in_the_block(which)
        before = self.hands.see()
        self._click(button)
        after = self.hands.see()
        assert after.looks == before.looks, button
        if button not in clicks.REPLACING:
            lost = self.cells.words(before) - self.cells.words(after)
            assert not lost, (button, lost)

    @precondition(lambda self: not hasattr(self, "batch_done"))
    @rule(button=st.sampled_from(clicks.BATCH))
    def click_batch(self, button: str) -> None:
        """On a folder with this form in it; once a sequence, since files are not overwritten."""
        self.batch_done = button
        before = self.hands.see()
        folder = Path(self.folder.name) / "表们"
        folder.mkdir()
        shutil.copy(self.hands.path, folder)
        if button == "blank-forms":
            shutil.copy(ROOT / "sample_workbooks" / "项目清单.xlsx", folder)
        self._click(button, folder)
        assert self.hands.see() == before
        assert all(is_whole(path) for path in Path(self.folder.name).rglob("*.xlsx"))
