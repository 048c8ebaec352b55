"""校验: marks that say what is wrong, and leave no trace when they are taken away."""

from typing import Any

import pytest
import xlwings as xw

from generator.forms.findings import Severity
from tests.addin_actions import memory
from tests.addin_actions.conftest import Open
from tests.addin_actions.looking import form_of, picture, stand_at, state
from xladdin.actions import checking, help
from xladdin.asking import ScriptedAsker
from xladdin.book import native

FORM = "sh2023-04"


@pytest.fixture
def book(returned: Open) -> xw.Book:
    return returned(FORM)


def test_every_cell_with_a_finding_gets_its_colour_and_a_note(book: xw.Book) -> None:
    outcome = checking.check(book, ScriptedAsker())
    found = checking.at_cells(form_of(book))
    cells = state(book).cells
    assert found
    for at, findings in found.items():
        gravest = min((each.finding.severity for each in findings), key=lambda one: one.rank)
        assert cells[at].colour == checking.COLOURS[gravest]
        note = cells[at].note or ""
        assert all(each.finding.message[:40] in note for each in findings)
    every = [each.finding.severity for each in form_of(book).outcome.findings]
    errors, warnings = every.count(Severity.ERROR), every.count(Severity.WARNING)
    assert f"错误 {errors} 处、疑点 {warnings} 处" in outcome.message


def test_the_list_has_one_line_a_finding_with_a_link(book: xw.Book) -> None:
    checking.check(book, ScriptedAsker())
    lines = book.sheets["校验结果"].impl._state.cells
    numbers = [cell.value for (row, column), cell in lines.items() if column == 1 and row > 3]
    assert [n for n in numbers if n] == list(range(1, len(form_of(book).outcome.findings) + 1))
    links = [cell.formula for (_, column), cell in lines.items() if column == 3 and cell.formula]
    assert all(link.startswith("=HYPERLINK(\"#'") for link in links)


def test_clearing_leaves_no_trace(book: xw.Book) -> None:
    before = picture(book)
    for _ in range(2):
        checking.check(book, ScriptedAsker())
    assert picture(book) != before
    checking.clear_marks(book, ScriptedAsker())
    assert picture(book) == before
    assert "校验结果" not in book.sheet_names


def test_a_persons_own_note_comes_back(book: xw.Book) -> None:
    at = next(iter(checking.at_cells(form_of(book))))
    state(book).cell(at).note = "请王科长核实"
    before = picture(book)
    checking.check(book, ScriptedAsker())
    assert (state(book).cells[at].note or "").startswith("请王科长核实\n【")
    checking.clear_marks(book, ScriptedAsker())
    assert picture(book) == before


def test_the_next_finding_is_the_one_behind_the_cursor(book: xw.Book) -> None:
    cells = sorted(checking.at_cells(form_of(book)))
    stand_at(book, cells[0])
    checking.next_finding(book, ScriptedAsker())
    assert (book.selection.row, book.selection.column) == cells[1]
    stand_at(book, cells[-1])
    checking.next_finding(book, ScriptedAsker())
    assert (book.selection.row, book.selection.column) == cells[0]


def test_without_the_password_only_the_list_is_written_and_that_is_said(book: xw.Book) -> None:
    state(book).password = "geheim"
    before = picture(book)
    outcome = checking.check(book, ScriptedAsker())
    assert picture(book) == before
    assert "没有工作表的密码" in outcome.message
    assert "校验结果" in book.sheet_names


def test_with_the_password_the_sheet_is_closed_again_with_it(book: xw.Book) -> None:
    state(book).password = "geheim"
    checking.check(book, ScriptedAsker(password="geheim"))
    assert state(book).protected
    assert state(book).password == "geheim"
    colours = {cell.colour for cell in state(book).cells.values()}
    assert colours & set(checking.COLOURS.values())


def test_a_failing_write_leaves_the_sheet_protected(
    book: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(memory.Memory, "dress", failing)
    options = picture(book).options
    with pytest.raises(RuntimeError):
        checking.check(book, ScriptedAsker())
    assert state(book).protected
    assert picture(book).options == options
    assert book.app.screen_updating is True


def test_a_check_without_the_password_still_knows_the_marks_of_one_with_it(book: xw.Book) -> None:
    before = picture(book)
    checking.check(book, ScriptedAsker())
    state(book).password = "geheim"
    checking.check(book, ScriptedAsker())
    checking.clear_marks(book, ScriptedAsker(password="geheim"))
    assert picture(book) == before


MARKED = "请王科长核实"


def first_marked(book: xw.Book) -> tuple[int, int]:
    return min(checking.at_cells(form_of(book)))


def test_what_people_did_to_a_marked_cell_since_stays(book: xw.Book) -> None:
    at = first_marked(book)
    checking.check(book, ScriptedAsker())
    cell = state(book).cells[at]
    cell.colour, cell.note = (0, 176, 80), f"{cell.note}\n已与财务核对"
    checking.clear_marks(book, ScriptedAsker())
    assert (cell.colour, cell.note) == ((0, 176, 80), "已与财务核对")


@pytest.mark.parametrize("note", ["只留这一句", None])
def test_a_note_put_in_place_of_ours_stays(book: xw.Book, note: str | None) -> None:
    at = first_marked(book)
    state(book).cell(at).note = MARKED
    checking.check(book, ScriptedAsker())
    state(book).cells[at].note = note
    checking.check(book, ScriptedAsker())
    checking.clear_marks(book, ScriptedAsker())
    assert state(book).cells[at].note == note


def test_a_long_note_of_a_person_is_never_cut(book: xw.Book) -> None:
    at = first_marked(book)
    state(book).cell(at).note = MARKED * 300
    checking.check(book, ScriptedAsker())
    assert (state(book).cells[at].note or "").startswith(MARKED * 300)
    checking.clear_marks(book, ScriptedAsker())
    assert state(book).cells[at].note == MARKED * 300


def test_marks_go_even_when_somebody_has_deleted_the_list(book: xw.Book) -> None:
    before = picture(book)
    checking.check(book, ScriptedAsker())
    book.sheets["校验结果"].delete()
    checking.clear_marks(book, ScriptedAsker())
    assert picture(book) == before


def test_cleared_marks_are_made_again_by_undo(book: xw.Book) -> None:
    checking.check(book, ScriptedAsker())
    marked = picture(book)
    checking.clear_marks(book, ScriptedAsker())
    assert "已撤销“清除标记”" in help.undo(book, ScriptedAsker()).message
    assert picture(book) == marked
    assert "校验结果" in book.sheet_names


def test_nobody_types_into_the_list_unawares(book: xw.Book) -> None:
    checking.check(book, ScriptedAsker())
    with pytest.raises(memory.LockedError):
        book.sheets["校验结果"].range("J5").raw_value = "已改"


def test_marks_of_a_check_that_failed_can_be_taken_off(
    book: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = picture(book)
    checking.check(book, ScriptedAsker())
    with monkeypatch.context() as broken:
        broken.setattr(memory.Memory, "dress", _failing_halfway)
        with pytest.raises(RuntimeError):
            checking.check(book, ScriptedAsker())
    checking.clear_marks(book, ScriptedAsker())
    assert picture(book) == before


def _failing_halfway(program: memory.Memory, sheet: xw.Sheet, wanted: dict[Any, Any]) -> None:
    some = dict(list(wanted.items())[: len(wanted) // 2])
    native.Program.dress(program, sheet, some)
    raise RuntimeError
