"""填报: rows shown, put away, moved, cleared; a target form carried in."""

from pathlib import Path

import pytest
import xlwings as xw

from tests.addin_actions.conftest import RETURNED, Open
from tests.addin_actions.looking import enter, form_of, picture, place, stand_at, state, value
from xladdin.actions import filling, help
from xladdin.asking import ScriptedAsker
from xladdin.contract import Refused

ASKER = ScriptedAsker()
TARGET = "sh2026-01"


def name_cell(book: xw.Book, index: int) -> tuple[int, int]:
    return place(book, f"indicators[{index}].name")


def test_spare_rows_of_the_group_are_shown_three_at_a_time(returned: Open) -> None:
    book = returned(TARGET)
    stand_at(book, name_cell(book, 0))
    before = len(picture(book).hidden)
    outcome = filling.show_rows(book, ASKER)
    assert len(picture(book).hidden) == before - 3
    assert outcome.message == "已显示 3 行，本组还有 2 行备用。"
    filling.show_rows(book, ASKER)
    with pytest.raises(Refused, match="没有更多"):
        filling.show_rows(book, ASKER)


def test_blank_rows_are_put_away_and_used_ones_stay(returned: Open) -> None:
    book = returned(TARGET)
    before = picture(book)
    stand_at(book, name_cell(book, 0))
    filling.show_rows(book, ASKER)
    filling.hide_rows(book, ASKER)
    assert picture(book) == before


def test_an_indicator_changes_places_with_its_neighbour(returned: Open) -> None:
    book = returned(TARGET)
    form = form_of(book).form
    group = [i for i, row in enumerate(form.indicators) if row.level2 == form.indicators[0].level2]
    assert len(group) > 1
    first, second = value(book, "indicators[0].name"), value(book, "indicators[1].name")
    before = picture(book)
    stand_at(book, name_cell(book, 1))
    filling.move_up(book, ASKER)
    assert value(book, "indicators[0].name") == second
    assert value(book, "indicators[1].name") == first
    filling.move_down(book, ASKER)
    assert picture(book) == before


def test_the_first_of_a_group_goes_no_higher(returned: Open) -> None:
    book = returned(TARGET)
    stand_at(book, name_cell(book, 0))
    with pytest.raises(Refused, match="第一项"):
        filling.move_up(book, ASKER)


def test_an_issued_indicator_keeps_its_place(returned: Open) -> None:
    book = returned("sh2023-04")
    before = picture(book)
    stand_at(book, name_cell(book, 1))
    with pytest.raises(Refused, match="锁定"):
        filling.move_up(book, ASKER)
    assert picture(book) == before


def test_clearing_a_row_keeps_what_was_issued_and_can_be_undone(returned: Open) -> None:
    book = returned("sh2023-04")
    before = picture(book)
    name = value(book, "indicators[2].name")
    stand_at(book, name_cell(book, 2))
    filling.clear_row(book, ASKER)
    assert value(book, "indicators[2].name") == name
    assert form_of(book).form.indicators[2].actual is None
    help.undo(book, ASKER)
    assert picture(book) == before


def test_texts_that_look_like_formulas_move_as_they_are(returned: Open) -> None:
    book = returned(TARGET)
    enter(book, "indicators[0].target", "=100%")
    enter(book, "indicators[1].target", "'-5")
    stand_at(book, name_cell(book, 0))
    filling.move_down(book, ASKER)
    assert value(book, "indicators[0].target") == "'-5"
    assert value(book, "indicators[1].target") == "=100%"


def test_rows_become_as_high_as_their_text(returned: Open) -> None:
    book = returned("sh2023-04")
    at = place(book, "indicators[0].deviation_analysis")
    enter(book, "indicators[0].deviation_analysis", "因疫情影响，部分线下培训改为线上。" * 12)
    before = state(book).heights[at[0]]
    filling.fit_heights(book, ASKER)
    assert state(book).heights[at[0]] > before
    assert filling.fit_heights(book, ASKER).message == "各行高度已与文字相适应，无需调整。"


def test_a_target_form_is_carried_into_a_blank_evaluation(blank: xw.Book) -> None:
    asker = ScriptedAsker(file=RETURNED / f"{TARGET}.xlsx")
    outcome = filling.carry_in(blank, asker)
    form = form_of(blank).form
    assert form.project_name
    assert len(form.indicators) > 3
    assert outcome.changed
    assert "指标" in outcome.message
    assert filling.carry_in(blank, asker).message.startswith(("申报表的内容", "已带入表头和资金 0"))


def test_carrying_in_overwrites_nothing(blank: xw.Book) -> None:
    enter(blank, "project_name", "我自己写的名称")
    filling.carry_in(blank, ScriptedAsker(file=RETURNED / f"{TARGET}.xlsx"))
    assert value(blank, "project_name") == "我自己写的名称"


@pytest.mark.parametrize("file", [RETURNED / "sh2023-04.xlsx", Path("nowhere.xlsx")])
def test_what_is_no_target_form_is_not_carried_in(blank: xw.Book, file: Path) -> None:
    before = picture(blank)
    with pytest.raises(Refused):
        filling.carry_in(blank, ScriptedAsker(file=file))
    assert picture(blank) == before


def test_declining_changes_nothing(blank: xw.Book) -> None:
    assert filling.carry_in(blank, ASKER).message == ""
