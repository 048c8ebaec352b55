"""A form of another make, known by its labels: checked and scored, with figures for formulas."""

from pathlib import Path

import openpyxl
import pytest
import xlwings as xw

from generator.batch.examine import examine
from tests.addin_actions import memory
from tests.addin_actions.conftest import RETURNED
from tests.addin_actions.looking import enter, form_of, picture, value
from xladdin.actions import checking, filling, help, scoring
from xladdin.asking import ScriptedAsker
from xladdin.contract import Refused

ASKER = ScriptedAsker(yes=True)


@pytest.fixture
def book(tmp_path: Path) -> xw.Book:
    path = tmp_path / "外单位的表.xlsx"
    copied = openpyxl.load_workbook(RETURNED / "sh2023-04.xlsx")
    del copied["_jixiao"]
    for name in list(copied.defined_names):
        del copied.defined_names[name]
    copied.save(path)
    return memory.open_book(path)


def test_findings_are_those_of_the_file(book: xw.Book) -> None:
    path = Path(book.fullname)
    assert not form_of(book).is_ours
    assert form_of(book).outcome.to_json() == examine(path, path.name).outcome.to_json()


def test_a_percentage_typed_as_a_number_is_read_as_it_shows(book: xw.Book) -> None:
    enter(book, "indicators[0].actual", 0.98)
    form = form_of(book)
    place = form.place("indicators[0].actual")
    assert place is not None
    book.sheets[0].impl._state.cells[place].format = "0%"
    assert form_of(book).form.indicators[0].actual == "98%"


def test_scores_are_written_as_figures(book: xw.Book) -> None:
    enter(book, "total_score", None)
    before = picture(book)
    outcome = scoring.score(book, ASKER)
    assert "总分 90.98" in outcome.message
    assert value(book, "total_score") == 90.98
    help.undo(book, ASKER)
    assert picture(book) == before


def test_marks_leave_no_trace(book: xw.Book) -> None:
    before = picture(book)
    checking.check(book, ASKER)
    checking.clear_marks(book, ASKER)
    assert picture(book) == before


def test_what_needs_our_own_workbook_says_so(book: xw.Book) -> None:
    for action in (scoring.restore_formulas, filling.fit_heights):
        with pytest.raises(Refused, match="本系统生成"):
            action(book, ASKER)
