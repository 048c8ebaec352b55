"""One form, one person who types and clicks; and what must hold whatever the order."""

import os
import shutil
import tempfile
from abc import abstractmethod
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from generator.forms.prompt_text import persons_words
from tests.addin_actions.memory.cells import Position
from tests.addin_actions.sequences import clicks, starts
from tests.addin_actions.sequences.hands import Hands, Looks, Sight, is_whole, rgb
from tests.real_forms import ROOT
from xladdin.actions.result_sheet import SHEET
from xladdin.asking import ScriptedAsker
from xladdin.book import marks_kept
from xladdin.book.current import current
from xladdin.book.native import Look
from xladdin.contract import Outcome, Refused

TEXTS = st.one_of(
    st.text(min_size=1, max_size=12, alphabet="完成=≥9%'-+@《》项次 1０．\n\t\"&<>【】𠮷é{}"),
    st.sampled_from(
        ["=100%", "-5", "'单引号", "≥95%", "100%", "无", "3月1日", "【请填写】自己", "=1+1", "1E5",
         "TRUE", "2:30", "007", " 前后空格 ", "不适用", "http://a.cn", "[1]", "达成年度指标"]
    ),
)  # fmt: skip
NUMBERS = st.sampled_from([0.0, 1.0, 4.5, 8.0, 10.0, -3.0, 99.99, 0.98, 12345678.9])
OVER_TEXT = "=后来填写的"
OVER = st.sampled_from([OVER_TEXT, OVER_TEXT, 7.25, "=3+5"])
"""Typed over what a button has written: into cells for text, the others into cells for figures."""
NOTES = st.sampled_from(["请王科长核实", "已改", "x\ny"])
_PROTECTION = "ISS-11"
CELLS = st.integers(0, 10_000)
"""Which of the cells that can be typed into."""


@dataclass(frozen=True)
class Shape:
    """Where things stand in a form: computed cells, columns, the rows of its block."""

    computed: frozenset[Position | None]
    columns: int
    block: tuple[int, int]
    names: int
    """The column of the indicators' names."""


_SHAPES: dict[str, Shape] = {}


def _shape(name: str, hands: Hands) -> Shape:
    if name not in _SHAPES:
        form = current(hands.book)
        computed = frozenset(form.place(field) for field in form.layout.computed)
        columns = form.layout.last_column if form.is_ours else hands.columns
        block = form.places.first_row, form.places.last_row
        _SHAPES[name] = Shape(computed, columns, block, form.places.columns["name"])
    return _SHAPES[name]


class Clicks(RuleBasedStateMachine):
    """A subclass says on which engine."""

    hands: Hands

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
        self.shape = _shape(name, self.hands)
        self.own: Looks = dict(self.hands.see().looks)
        self.knows = True
        self.typed: dict[Position, Any] = {}

    # What people do.

    @rule(text=TEXTS, which=CELLS)
    def type_text(self, text: str, which: int) -> None:
        """Texts go into cells formatted as text; into others what stays a text there."""
        at = self._open_cell(which)
        if at is not None and (self._is_text(at) or text[0].isalpha()):
            self._enter(at, [[text]])

    @rule(number=NUMBERS, which=CELLS)
    def type_number(self, number: float, which: int) -> None:
        at = self._open_cell(which)
        if at is not None and not self._is_text(at):
            self._enter(at, [[number]])

    @rule(which=CELLS)
    def type_formula(self, which: int) -> None:
        at = self._open_cell(which)
        if at is not None and not self._is_text(at):
            self._enter(at, [["=1+2"]])

    @rule(which=CELLS)
    def empty(self, which: int) -> None:
        at = self._open_cell(which)
        if at is not None:
            self._enter(at, [[""]])

    @rule(texts=st.lists(TEXTS, min_size=2, max_size=6), which=CELLS)
    def paste(self, texts: list[str], which: int) -> None:
        """A block of two columns, where all of it can be typed into."""
        at = self._open_cell(which)
        block = [texts[i : i + 2] for i in range(0, len(texts) - 1, 2)]
        if at is None or not self.hands.can_paste(at, len(block), 2):
            return
        cells = [(at[0] + row, at[1] + c) for row in range(len(block)) for c in (0, 1)]
        if all(self._is_text(cell) for cell in cells):
            self._enter(at, block)

    @rule(which=CELLS, number=st.integers(0, 99))
    def colour(self, which: int, number: int) -> None:
        self._paint(self._any_cell(which), number)

    @rule(which=CELLS, text=NOTES)
    def write_note(self, which: int, text: str) -> None:
        self._note(self._any_cell(which), text)

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

    @rule(first=CELLS, count=st.integers(1, 6), hidden=st.booleans())
    def hide_rows(self, first: int, count: int, hidden: bool) -> None:
        top, bottom = self.shape.block
        row = top + first % (bottom - top + 1)
        self.hands.hide(row, min(bottom, row + count - 1), hidden=hidden)

    @rule(which=CELLS)
    def stand(self, which: int) -> None:
        self.hands.stand(self._any_cell(which))

    @rule()
    def unprotect(self) -> None:
        self.hands.unprotect()

    @rule(password=st.sampled_from(["", "密码1"]))
    def protect(self, password: str) -> None:
        self.hands.protect(password)

    @rule(knows=st.booleans())
    def know_the_password(self, knows: bool) -> None:
        self.knows = knows

    @rule()
    def save(self) -> None:
        """The buttons say of the open form what the command says of the file, once it is saved."""
        said = self._said()
        self.hands.save()
        assert self._said() == said

    @rule()
    def save_and_reopen(self) -> None:
        """What is entered stays; LibreOffice shows some files' colours only once it saved them."""
        before = self.hands.see()
        self.hands.reopen()
        after = self.hands.see()
        assert after.contents == before.contents
        for at in {*before.looks, *after.looks}:
            if self._own(at) == before.looks.get(at, Look()):
                self._keep_own(at, after.looks.get(at, Look()))

    @rule()
    def delete_the_list_of_findings(self) -> None:
        if SHEET not in self.hands.book.sheet_names:
            self._click("check")
        self.hands.throw_away(SHEET)

    # What the buttons must not do.

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
            lost = self._words(before) - self._words(after)
            assert not lost, (button, lost)

    @rule(button=st.sampled_from(clicks.WRITING), which=CELLS, typed=OVER)
    def type_over_what_was_written(self, button: str, which: int, typed: str | float) -> None:
        """What somebody types over our write outlives its undo."""
        self._stand_in_the_block(which)
        before = self.hands.see().contents
        self._click(button)
        after = self.hands.see().contents
        cells = sorted(at for at in {*before, *after} if before.get(at) != after.get(at))
        ours = [at for at in cells if at in self.hands.as_loaded.cells and self.hands.is_open(at)]
        if not ours or self._is_text(at := ours[which % len(ours)]) != (typed == OVER_TEXT):
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

    # Of use to the rules.

    def _said(self) -> dict[str, Any] | None:
        """Return what is said of the form, but for its protection: that may have changed."""
        with suppress(Refused):
            said = current(self.hands.book).outcome.to_json()
            return {**said, "findings": [f for f in said["findings"] if f["rule"] != _PROTECTION]}
        return None

    def _stand_in_the_block(self, which: int) -> None:
        """Put the cursor on an indicator, where there are any."""
        names = [at for at in self.hands.see().contents if at[1] == self.shape.names]
        top, bottom = self.shape.block
        rows = sorted(row for row, _ in names if top <= row <= bottom) or [top]
        self.hands.stand((rows[which % len(rows)], self.shape.names))

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

    def _may_be_marked(self) -> bool:
        book = self.hands.book
        return SHEET in book.sheet_names or bool(marks_kept.recall(book.fullname))

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

    def _open_cell(self, which: int) -> Position | None:
        cells = [
            at for at in sorted(self.hands.as_loaded.cells)
            if at[1] <= self.shape.columns and self.hands.is_open(at) and not self._is_label(at)
        ]  # fmt: skip
        return cells[which % len(cells)] if cells else None

    def _any_cell(self, which: int) -> Position:
        cells = [at for at in sorted(self.hands.as_loaded.cells) if at[1] <= self.shape.columns]
        return cells[which % len(cells)]

    def _is_label(self, at: Position) -> bool:
        cell = self.hands.as_loaded.cells[at]
        return cell.locked and isinstance(cell.value, str) and cell.formula is None

    def _is_text(self, at: Position) -> bool:
        return self.hands.as_loaded.cells[at].format == "@"

    def _own(self, at: Position) -> Look:
        return self.own.get(at, Look())

    def _keep_own(self, at: Position, look: Look) -> None:
        self.own[at] = look
        if look == Look():
            del self.own[at]

    def _words(self, sight: Sight) -> Counter[Any]:
        """Return every text and figure in the form that is an entry, wherever it stands.

        Of a text with our prompt in it only the person's words count.
        """
        held = (
            persons_words(value) if isinstance(value, str) else value
            for at, value in sight.contents.items()
            if at[1] <= self.shape.columns
            and at not in self.shape.computed
            and not (isinstance(value, str) and value.startswith("=") and not self._is_text(at))
        )
        return Counter(value for value in held if value not in (None, ""))
