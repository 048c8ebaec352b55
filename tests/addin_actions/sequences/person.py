"""One person at one open form: what they know, have typed and want the cells to look like."""

import os
import tempfile
from abc import abstractmethod
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize

from tests.addin_actions.memory.cells import Position
from tests.addin_actions.sequences import clicks, starts
from tests.addin_actions.sequences.cells import Cells
from tests.addin_actions.sequences.hands import Hands, Looks
from tests.addin_actions.sequences.shape import Shape, shape_of
from xladdin.actions.result_sheet import SHEET
from xladdin.asking import ScriptedAsker
from xladdin.book import marks
from xladdin.book.native import Look
from xladdin.contract import Outcome


class Person(RuleBasedStateMachine):
    """What all rules stand on; a subclass of all says on which engine."""

    hands: Hands
    folder: tempfile.TemporaryDirectory[str]
    shape: Shape
    cells: Cells
    own: Looks
    """How cells look but for our marks."""
    knows: bool
    """Whether they know the password."""
    typed: dict[Position, Any]
    """What was typed since the last click that changed something."""

    @abstractmethod
    def open_file(self, path: Path) -> Hands:
        """Return somebody at the opened file."""

    @initialize(name=st.sampled_from(starts.NAMES))
    def open(self, name: str) -> None:
        self.folder = tempfile.TemporaryDirectory()
        os.environ["XDG_CONFIG_HOME"] = str(Path(self.folder.name, "config"))
        path = Path(self.folder.name) / "表.xlsx"
        path.write_bytes(starts.workbook(name))
        self.hands = self.open_file(path)
        self.shape = shape_of(name, self.hands)
        self.cells = Cells(self.hands, self.shape)
        self.own = dict(self.hands.see().looks)
        self.knows = True
        self.typed = {}

    def _click(self, button: str, folder: Path | None = None) -> Outcome | None:
        """Click; the sheet is protected afterwards as it was before, with the same password."""
        hands = self.hands
        protected = hands.is_protected
        password = hands.password if self.knows else None
        asked = clicks.asker(password, folder)
        outcome = clicks.click(button, hands.book, asked)
        assert isinstance(asked, ScriptedAsker)
        assert hands.is_protected == protected, button
        if outcome is not None and (outcome.changed or button == clicks.UNDO):
            self.typed.clear()
        return outcome

    def _enter(self, at: Position, block: list[list[Any]]) -> None:
        before = self.hands.see().contents
        self.hands.enter(at, block)
        after = self.hands.see().contents
        for row, values in enumerate(block):
            for column in range(len(values)):
                cell = at[0] + row, at[1] + column
                if after.get(cell) != before.get(cell):
                    self.typed[cell] = after.get(cell)

    def _stand_in_the_block(self, which: int) -> None:
        """Put the cursor on an indicator, where there are any."""
        self.hands.stand(self.cells.in_the_block(which))

    def _may_be_marked(self) -> bool:
        book = self.hands.book
        return SHEET in book.sheet_names or bool(marks.recall(book.fullname))

    def _own(self, at: Position) -> Look:
        return self.own.get(at, Look())

    def _keep_own(self, at: Position, look: Look) -> None:
        self.own[at] = look
        if look == Look():
            del self.own[at]
