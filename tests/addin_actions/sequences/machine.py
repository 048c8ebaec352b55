"""One form, one person who types and clicks; and what must hold whatever the order."""

from hypothesis.stateful import invariant

from tests.addin_actions.sequences.rules.clicking import Clicking
from tests.addin_actions.sequences.rules.colours_and_notes import ColoursAndNotes
from tests.addin_actions.sequences.rules.handling_sheets import HandlingSheets
from tests.addin_actions.sequences.rules.saving import Saving
from tests.addin_actions.sequences.rules.taking_back import TakingBack
from tests.addin_actions.sequences.rules.typing_in import TypingIn


class Clicks(TypingIn, ColoursAndNotes, HandlingSheets, Saving, Clicking, TakingBack):
    """A subclass says on which engine."""

    @invariant()
    def settings_are_as_they_were(self) -> None:
        if hasattr(self, "hands"):
            app = self.hands.book.app
            assert app.screen_updating is True
            assert app.status_bar is False

    def teardown(self) -> None:
        """At the end nothing of ours stays, whatever was done before."""
        if hasattr(self, "hands"):
            try:
                self.knows = True
                if self._may_be_marked():
                    self.clear_marks()
                assert self.hands.see().looks == self.own
            finally:
                self.hands.close()
                self.folder.cleanup()
