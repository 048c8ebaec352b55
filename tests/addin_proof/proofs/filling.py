"""填报: what a button does is what a person gets who does the same by hand, or the command."""

from pathlib import Path
from typing import Any

from tests.addin_proof.command_line import Json
from tests.addin_proof.desk import Desk, OpenForm
from tests.addin_proof.pictures import but_for_hidden_rows, but_for_the_cursor, picture
from tests.addin_proof.registry import (
    ANY,
    ONE_OF_EACH,
    ONE_OF_EACH_EVALUATION,
    ONE_OF_EACH_TARGET,
    proof,
)
from tests.addin_proof.saved_files import name_of, saved_sheet

_SHOWN_AT_ONCE = 3
_SQUEEZED = 12.0
_ROUNDED = 0.6
"""Points by which LibreOffice rounds heights."""

_WORDS: tuple[dict[str, Any], ...] = (
    {"name": "培训人次", "target": "≥90人", "actual": "85人", "weight": 2, "score": 1.5,
     "deviation_analysis": "两期培训因疫情取消，明年改为线上补办。"},
    {"name": "培训合格率", "target": "≥95%", "actual": "96%", "weight": 3, "score": 3,
     "deviation_analysis": "无偏差"},
)  # fmt: skip
"""What a person types for two indicators of their own, by column."""

_UNSEALED = "ISS-14"
"""What is found on every form the command fills: it seals only what it issues."""


@proof("show-rows", on=ONE_OF_EACH)
def shows_the_next_three_spare_rows_of_the_group(form: OpenForm) -> None:
    untouched, sheet = form.desk.saved_untouched(form.source), form.reading.places.sheet
    hidden, spare = saved_sheet(form.source, sheet).hidden_rows, _spare_rows(form)
    form.stand_at(form.cell("indicators[0].name"))
    left = len(spare) - _SHOWN_AT_ONCE
    assert form.click("show-rows") == f"已显示 {_SHOWN_AT_ONCE} 行，本组还有 {left} 行备用。"
    saved = form.saved()
    assert saved_sheet(saved, sheet).hidden_rows == hidden - set(spare[:_SHOWN_AT_ONCE])
    assert _unmoved(saved) == _unmoved(untouched)


@proof("show-rows", on=ANY)
def shows_them_all_and_then_says_so(form: OpenForm) -> None:
    form.stand_at(form.cell("indicators[0].name"))
    while "还有 0 行" not in form.click("show-rows"):
        pass
    assert form.click("show-rows") == "本组的备用行已经全部显示，没有更多的行。"


@proof("hide-rows", on=ONE_OF_EACH)
def hides_what_was_shown_and_nothing_else(form: OpenForm) -> None:
    untouched = form.desk.saved_untouched(form.source)
    form.stand_at(form.cell("indicators[0].name"))
    form.click("show-rows")
    assert form.click("hide-rows") == f"已收起 {_SHOWN_AT_ONCE} 个空行。"
    assert form.click("hide-rows") == "没有需要收起的空行。"
    assert but_for_the_cursor(picture(form.saved())) == but_for_the_cursor(picture(untouched))


@proof("hide-rows", on=ANY)
def keeps_the_rows_somebody_has_typed_into(form: OpenForm) -> None:
    first, second, *_ = _spare_rows(form)
    form.stand_at(form.cell("indicators[0].name"))
    form.click("show-rows")
    form.sheet.range((second, form.reading.places.columns["name"])).value = "新增指标"
    form.click("hide-rows")
    hidden = saved_sheet(form.saved(), form.reading.places.sheet).hidden_rows
    assert first in hidden and second not in hidden


@proof("move-up", "move-down", on=ONE_OF_EACH)
def leaves_two_rows_as_if_typed_in_the_other_order(form: OpenForm) -> None:
    """Two indicators of a person's own: moved by a click, or typed the other way round."""
    first, second, *_ = _spare_rows(form)
    straight, crossed = (
        but_for_the_cursor(picture(_typed(form.desk, form, order).saved()))
        for order in ((first, second), (second, first))
    )
    assert straight != crossed
    for button_id, row in (("move-up", second), ("move-down", first)):
        moved = _typed(form.desk, form, (first, second))
        moved.stand_at((row, form.reading.places.columns["name"]))
        other = first if row == second else second
        assert f"现在第 {other} 行" in moved.click(button_id)
        assert moved.stands_at()[0] == other
        assert but_for_the_cursor(picture(moved.saved())) == crossed


@proof("move-up", "move-down", on=ONE_OF_EACH_TARGET)
def leaves_the_form_the_command_reads_in_the_other_order(form: OpenForm) -> None:
    """What was declared, two neighbours changed round, and all checks again."""
    expected = form.jixiao.read(form.source)
    rows = expected["indicators"]
    upper, lower = form.pair()
    rows[upper], rows[lower] = rows[lower], rows[upper]
    filled = form.jixiao.fill(expected, form.source.stem, "--as-printed")
    findings = form.jixiao.check(filled)["findings"]
    for button_id, index in (("move-down", upper), ("move-up", lower)):
        moved = form.desk.open(form.source)
        moved.stand_at(moved.cell(f"indicators[{index}].name"))
        moved.click(button_id)
        saved = moved.saved()
        assert form.jixiao.read(saved) == expected
        assert form.jixiao.check(saved)["findings"] == _but_for(findings, _UNSEALED)


@proof("move-up", "move-down", on=ONE_OF_EACH_EVALUATION)
def does_not_move_what_was_issued(form: OpenForm) -> None:
    untouched = form.desk.saved_untouched(form.source)
    for button_id, index in zip(("move-down", "move-up"), form.pair(), strict=True):
        form.stand_at(form.cell(f"indicators[{index}].name"))
        told = form.click(button_id)
        assert told == "这项指标是下发时已确定并锁定的，位置不能移动，没有改动。"
    assert but_for_the_cursor(picture(form.saved())) == but_for_the_cursor(picture(untouched))


@proof("clear-row", on=ONE_OF_EACH)
def leaves_the_row_as_if_emptied_by_hand(form: OpenForm) -> None:
    """Open cells empty, locked ones as issued, the score the formula the command would put."""
    columns, sheet = form.reading.places.columns, form.reading.places.sheet
    row, _ = form.cell("indicators[1].name")
    emptied = _emptied(form, row).saved()
    if "score" in columns:
        copy = form.jixiao.recalc(emptied).copy
        by_hand = _emptied(form, row)
        place = row, columns["score"]
        by_hand.sheet.range(place).formula = saved_sheet(copy, sheet).formulas[name_of(*place)]
        emptied = by_hand.saved()
    form.stand_at((row, columns["name"]))
    assert form.click("clear-row").startswith("已清空本行")
    saved = form.saved()
    assert but_for_the_cursor(picture(saved)) == but_for_the_cursor(picture(emptied))
    assert form.jixiao.check(saved) == form.jixiao.check(emptied)


@proof("fit-heights", on=ONE_OF_EACH)
def gives_squeezed_rows_the_heights_the_form_was_made_with(form: OpenForm) -> None:
    sheet = form.reading.places.sheet
    made = saved_sheet(form.source, sheet).heights
    for row in list(made)[1:]:
        form.sheet.range((row, 1)).row_height = _SQUEEZED
    assert form.click("fit-heights").startswith("已调整")
    found = saved_sheet(form.saved(), sheet).heights
    wrong = {n: (found[n], made[n]) for n in made if abs(found[n] - made[n]) > _ROUNDED}
    assert wrong == {}


@proof("fit-heights", on=ONE_OF_EACH)
def finds_nothing_to_fit_in_a_form_as_it_was_made(form: OpenForm) -> None:
    untouched = form.desk.saved_untouched(form.source)
    assert form.click("fit-heights") == "各行高度已与文字相适应，无需调整。"
    assert picture(form.saved()) == picture(untouched)


def _emptied(form: OpenForm, row: int) -> OpenForm:
    """Open the form with the open cells of a row emptied by hand; level names are the group's."""
    opened, sheet = form.desk.open(form.source), saved_sheet(form.source, form.reading.places.sheet)
    for name, column in form.reading.places.columns.items():
        if sheet.is_open(row, column) and not name.startswith("level"):
            opened.sheet.range((row, column)).value = None
    return opened


def _but_for(findings: list[Json], rule: str) -> list[Json]:
    return [each for each in findings if each["rule"] != rule]


def _unmoved(path: Path) -> Any:
    return but_for_hidden_rows(but_for_the_cursor(picture(path)))


def _spare_rows(form: OpenForm) -> list[int]:
    """Return the hidden rows of the first group, top to bottom."""
    sheet = saved_sheet(form.source, form.reading.places.sheet)
    group = sheet.merged_rows(*form.cell("indicators[0].level2"))
    return sorted(sheet.hidden_rows & set(group))


def _typed(desk: Desk, form: OpenForm, rows: tuple[int, int]) -> OpenForm:
    """Open the form with two indicators of a person's own, typed into these rows."""
    opened = desk.open(form.source)
    columns = form.reading.places.columns
    for row, words in zip(rows, _WORDS, strict=True):
        opened.sheet.range((row, 1)).rows.hidden = False
        for name in words.keys() & columns.keys():
            opened.sheet.range((row, columns[name])).value = words[name]
    return opened
