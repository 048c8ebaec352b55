"""What people do to sheets: hide rows, move the cursor, protect, throw the findings away."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.addin_actions.sequences.entries import CELLS
from tests.addin_actions.sequences.person import Person
from xladdin.actions.result_sheet import SHEET


class HandlingSheets(Person):
    """None of it changes an entry, all of it may get in a button's way."""

    @rule(first=CELLS, count=st.integers(1, 6), hidden=st.booleans())
    def hide_rows(self, first: int, count: int, hidden: bool) -> None:
        top, bottom = self.shape.block
        row = top + first % (bottom - top + 1)
        self.hands.hide(row, min(bottom, row + count - 1), hidden=hidden)

    @rule(which=CELLS)
    def stand(self, which: int) -> None:
        self.hands.stand(self.cells.any_one(which))

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
    def delete_the_list_of_findings(self) -> None:
        if SHEET not in self.hands.book.sheet_names:
            self._click("check")
        self.hands.throw_away(SHEET)
