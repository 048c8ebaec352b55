"""计算 and 偏差原因 on real returns."""

from pathlib import Path

import pytest
import xlwings as xw

from generator.forms.prompt_text import PROMPT_MARK
from tests.addin_actions import memory
from tests.addin_actions.conftest import Open
from tests.addin_actions.looking import enter, form_of, picture, place, state, value
from tests.addin_actions.sequences.starts import TARGET, workbook
from xladdin.actions import carrying, help, reasons, scoring
from xladdin.asking import ScriptedAsker
from xladdin.contract import Refused

ASKER = ScriptedAsker()


@pytest.fixture
def book(returned: Open) -> xw.Book:
    return returned("sh2023-04")


def formula(book: xw.Book, field: str) -> str | None:
    return state(book).cells[place(book, field)].formula


def test_computed_cells_hold_formulas_again_and_scores_of_people_stay(book: xw.Book) -> None:
    before = value(book, "indicators[0].score")
    outcome = scoring.score(book, ASKER)
    assert "总分 90.98，等级 优" in outcome.message
    assert "第1项（8分，规则9.80分）" in outcome.message
    assert (formula(book, "total_score") or "").startswith("=IF(COUNT(")
    assert value(book, "indicators[0].score") == before


def test_a_blank_score_is_filled_by_the_rule(book: xw.Book) -> None:
    enter(book, "indicators[0].score", None)
    outcome = scoring.score(book, ASKER)
    assert "补上空白得分 1 项" in outcome.message
    assert formula(book, "indicators[0].score") is not None


def test_a_score_the_formulas_cannot_give_is_filled_as_a_figure(book: xw.Book) -> None:
    enter(book, "indicators[0].target", "不低于90%")
    enter(book, "indicators[0].actual", "九十五%")
    enter(book, "indicators[0].score", None)
    given = form_of(book).done.evaluation.scores[0]
    scoring.score(book, ASKER)
    shown = value(book, "indicators[0].score")
    assert given is None or formula(book, "indicators[0].score") or shown == float(given)


def test_a_score_typed_into_a_spare_row_stays_when_an_indicator_is_brought_there(
    returned: Open,
) -> None:
    book = returned("shxx2021-01")
    spare = form_of(book).places.rows[2] + 2, form_of(book).places.columns["score"]
    cell = state(book).cell(spare)
    assert cell.formula is not None
    cell.value, cell.formula = 0.0, None
    carrying.carry_in(book, ScriptedAsker(file=TARGET))
    scoring.score(book, ASKER)
    assert (cell.value, cell.formula) == (0.0, None)


def test_rescoring_asks_first(book: xw.Book) -> None:
    before = picture(book)
    assert scoring.score_by_rule(book, ScriptedAsker(yes=False)).message == ""
    assert picture(book) == before
    outcome = scoring.score_by_rule(book, ScriptedAsker(yes=True))
    assert "已按规则重算" in outcome.message
    assert formula(book, "indicators[0].score") is not None
    help.undo(book, ASKER)
    assert picture(book) == before


def test_overwritten_formulas_come_back(book: xw.Book) -> None:
    scoring.restore_formulas(book, ASKER)
    whole = picture(book)
    enter(book, "total_score", 99.0)
    row, _ = place(book, "indicators[3].score")
    helper = form_of(book).places.helpers["规则得分"]
    cell = state(book).cell((row, helper))
    cell.value, cell.formula = 7.0, None
    assert scoring.restore_formulas(book, ASKER).message == "已恢复 2 个单元格的公式。"
    assert picture(book) == whole


def test_a_form_whose_only_sum_is_an_entry_has_no_formulas_to_restore(tmp_path: Path) -> None:
    """A total entered without its parts stays, and nothing else is computed in this form."""
    path = tmp_path / "表.xlsx"
    path.write_bytes(workbook("cn-decl-2021"))
    book = memory.open_book(path)
    for part in ("current_appropriation", "carry_over", "annual_other_funds"):
        enter(book, f"funds.{part}", None)
    before = picture(book)
    assert scoring.restore_formulas(book, ASKER).message == "公式完好，无需恢复。"
    assert picture(book) == before


def test_a_target_form_has_nothing_to_score(returned: Open) -> None:
    for action in (scoring.score, scoring.score_by_rule, reasons.write_prompts):
        with pytest.raises(Refused, match="申报表"):
            action(returned("sh2026-01"), ScriptedAsker(yes=True))


def test_prompts_are_written_refreshed_and_never_over_words(book: xw.Book) -> None:
    enter(book, "indicators[0].deviation_analysis", None)
    reasons.write_prompts(book, ASKER)
    first = value(book, "indicators[0].deviation_analysis")
    assert first.startswith(PROMPT_MARK)
    enter(book, "indicators[0].score", 5.0)
    reasons.write_prompts(book, ASKER)
    assert value(book, "indicators[0].deviation_analysis") != first
    enter(book, "indicators[0].deviation_analysis", "因设备到货延迟，已于次年1月补齐。")
    assert reasons.write_prompts(book, ASKER).changed is False


def test_the_cursor_goes_to_the_next_reason_due(book: xw.Book) -> None:
    enter(book, "indicators[4].deviation_analysis", None)
    reasons.next_reason(book, ASKER)
    here = book.selection.row, book.selection.column
    assert here == place(book, "indicators[4].deviation_analysis")
