"""Random sequences of clicks and typing: nothing typed is lost, nothing stays behind.

``JIXIAO_SEQUENCES`` asks for more of them than the usual few.
"""

import os
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from generator.forms.prompt_text import is_prompt
from tests.addin_actions import memory
from tests.addin_actions.conftest import RETURNED
from tests.addin_actions.looking import picture, state
from xladdin.actions import checking, filling, help, reasons, scoring
from xladdin.asking import ScriptedAsker
from xladdin.book.current import current
from xladdin.contract import Outcome, Refused

FORMS = ("sh2023-04", "sz2021-01", "shxx2021-01", "sh2026-01", "mh2024-01")
COLUMNS = ("name", "target", "actual", "deviation_analysis")
Action = Callable[..., Outcome]

KEEPING: list[Action] = [
    filling.show_rows,
    filling.hide_rows,
    filling.move_up,
    filling.move_down,
    filling.fit_heights,
    checking.check,
    checking.next_finding,
    checking.clear_marks,
    scoring.score,
    scoring.restore_formulas,
    reasons.write_prompts,
    reasons.next_reason,
    help.rules,
    help.about,
]
"""Whatever these do, every word somebody typed is still somewhere in the form."""

TEXTS = st.one_of(
    st.text(min_size=1, max_size=12, alphabet="完成=≥9%'-+@《》项次 1０．\n"),
    st.sampled_from(["=100%", "-5", "'单引号", "≥95%", "100%", "无", "3月1日", "【请填写】自己"]),
)


class Clicks(RuleBasedStateMachine):
    """One form, one person who types and clicks."""

    @initialize(name=st.sampled_from(FORMS))
    def open(self, name: str) -> None:
        self.folder = tempfile.TemporaryDirectory()
        os.environ["XDG_CONFIG_HOME"] = self.folder.name
        path = Path(self.folder.name) / f"{name}.xlsx"
        path.write_bytes((RETURNED / f"{name}.xlsx").read_bytes())
        self.book = memory.open_book(path)
        self.looks = picture(self.book).looks
        self.options = picture(self.book).options
        self.marked = False

    @rule(text=TEXTS, row=st.integers(0, 30), column=st.sampled_from(COLUMNS))
    def type(self, text: str, row: int, column: str) -> None:
        """Type into an open cell of the block, as a person can."""
        form = current(self.book)
        if column not in form.places.columns:
            return
        span = form.places.last_row - form.places.first_row + 1
        at = form.places.first_row + row % span, form.places.columns[column]
        cell = state(self.book).cells.get(at)
        if cell is not None and not cell.locked:
            cell.value, cell.formula = text, None
            self.book.sheets[0].range(at).select()

    @rule(row=st.integers(0, 60), column=st.integers(1, 8))
    def stand(self, row: int, column: int) -> None:
        self.book.sheets[0].range((row + 1, column)).select()

    @rule(action=st.sampled_from(KEEPING))
    def click(self, action: Action) -> None:
        before = _words(self.book)
        self._do(action)
        lost = before - _words(self.book)
        assert not [word for word in lost if not is_prompt(str(word))], action.__name__

    @rule(action=st.sampled_from([*KEEPING[:7], filling.clear_row, scoring.score_by_rule]))
    def click_and_take_back(self, action: Action) -> None:
        """An undo right after a click leaves everything as it was before the click."""
        self._do(checking.clear_marks)
        before = picture(self.book)
        changed = self._do(action)
        if changed:
            help.undo(self.book, ScriptedAsker(yes=True))
            assert picture(self.book) == before, action.__name__

    @rule(text=TEXTS)
    def type_between_click_and_undo(self, text: str) -> None:
        """An undo does not touch what was typed since."""
        form = current(self.book)
        rows = form.places.rows
        if not rows or not self._do(filling.clear_row):
            return
        at = self.book.selection.row, self.book.selection.column
        cell = state(self.book).cells.get(at)
        if cell is None or cell.locked or at[1] not in _text_columns(self.book):
            return
        cell.value, cell.formula = text, None
        help.undo(self.book, ScriptedAsker())
        assert cell.value == text

    @rule()
    def clear_marks(self) -> None:
        self._do(checking.clear_marks)
        assert picture(self.book).looks == self.looks
        assert "校验结果" not in self.book.sheet_names

    @invariant()
    def the_sheet_is_protected_as_it_was(self) -> None:
        if hasattr(self, "book"):
            assert picture(self.book).protected
            assert picture(self.book).options == self.options
            assert self.book.app.screen_updating is True

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def _do(self, action: Action) -> bool:
        with suppress(Refused):
            return action(self.book, ScriptedAsker(yes=True)).changed
        return False


def _text_columns(book: Any) -> set[int]:
    columns = current(book).places.columns
    return {columns[name] for name in COLUMNS if name in columns}


def _words(book: Any) -> Counter[Any]:
    """Return every text and figure in the form that is an entry, wherever it stands."""
    form = current(book)
    computed = {form.place(field) for field in form.layout.computed}
    cells = state(book).cells
    return Counter(
        cell.value for at, cell in cells.items()
        if at not in computed and cell.formula is None and cell.value not in (None, "")
    )  # fmt: skip


COUNT = int(os.environ.get("JIXIAO_SEQUENCES", "25"))
TestClicks = Clicks.TestCase
TestClicks.settings = settings(
    max_examples=COUNT,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
