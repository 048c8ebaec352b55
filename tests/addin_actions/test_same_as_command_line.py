"""One engine: the open workbook gives what the command line gives for its file."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import xlwings as xw

from generator.batch.examine import examine
from generator.workbook.reader import read_workbook_form
from generator.workbook.sheet.apply import apply
from generator.workbook.sheet.edits import KEEP, Clear, Edit, SetText
from tests.addin_actions import memory
from tests.addin_actions.conftest import RETURNED
from tests.addin_actions.looking import enter, form_of
from tests.addin_actions.sequences.memory_hands import MemoryHands
from xladdin.actions import checking, scoring
from xladdin.asking import ScriptedAsker

ALL = sorted(RETURNED.glob("*.xlsx"))


def answer(data: bytes | Path, name: str) -> dict[str, Any]:
    return examine(data, name).outcome.to_json()


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_findings_and_figures_are_those_of_the_file(path: Path) -> None:
    book = memory.open_book(path)
    assert form_of(book).outcome.to_json() == answer(path, path.name)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_so_they_are_for_what_was_typed_and_not_yet_saved(path: Path) -> None:
    book = memory.open_book(path)
    enter(book, "indicators[0].target", "≥98%")
    saved = answer(_with(path, "indicators[0].target", SetText("≥98%", KEEP)), path.name)
    assert form_of(book).outcome.to_json() == saved


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_so_they_are_for_what_a_button_wrote(path: Path, tmp_path: Path) -> None:
    """The grade some forms do not print stands beside them, and is written like the rest."""
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    hands = MemoryHands(copy)
    scoring.restore_formulas(hands.book, ScriptedAsker())
    said = form_of(hands.book).outcome.to_json()
    hands.save()
    assert said == answer(copy, copy.name)


def test_a_check_leaves_the_answer_as_it_is() -> None:
    path = ALL[0]
    book = memory.open_book(path)
    checking.check(book, ScriptedAsker())
    assert form_of(book).outcome.to_json() == answer(path, path.name)


@pytest.mark.parametrize("field", ["total_score", "rating", "funds.annual_total.execution_rate"])
def test_a_formula_taken_out_is_noticed_even_where_it_showed_nothing(
    field: str, blank: xw.Book
) -> None:
    path = Path(blank.fullname)
    before = form_of(blank).outcome.to_json()
    enter(blank, field, None)
    saved = answer(_with(path, field, Clear(None)), path.name)
    assert form_of(blank).outcome.to_json() == saved != before


def _with(path: Path, field: str, edit: Edit) -> bytes:
    """Return the file with one cell changed."""
    reading = read_workbook_form(path)
    place = reading.places.find(field)
    assert place is not None
    content = reading.content
    edits = {(place.row, place.column): edit}
    apply(content.package, content.refs[place.sheet], content.sheets[place.sheet], edits)
    return content.package.to_bytes()
