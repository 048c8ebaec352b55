"""计算: the saved file holds, cell by cell, what ``jixiao recalc`` computes for the returned."""

from pathlib import Path
from typing import Any

from generator.workbook.issued.formulas import same_formula
from tests.addin_proof.command_line import Json
from tests.addin_proof.desk import OpenForm
from tests.addin_proof.pictures import picture
from tests.addin_proof.registry import (
    ANY,
    EVALUATIONS,
    ONE_OF_EACH,
    ONE_OF_EACH_EVALUATION,
    ONE_OF_EACH_TARGET,
    proof,
)
from tests.addin_proof.saved_files import saved_sheet


@proof("score", on=EVALUATIONS)
def saves_the_numbers_and_formulas_of_the_recalculated_copy(form: OpenForm) -> None:
    recalculated = form.jixiao.recalc(form.source)
    told = form.click("score")
    computed = recalculated.answer["computed"]
    assert f"总分 {computed['total_score']}，等级 {computed['rating']}" in told
    _is_the_copy(form, form.saved(), recalculated.copy)


@proof("score", on=ONE_OF_EACH_EVALUATION)
def fills_blank_scores_as_the_command_does(form: OpenForm) -> None:
    """A person took every second score out and saved; then the button, or the command."""
    count = len(form.reading.places.rows)
    for index in range(0, count, 2):
        form.type(f"indicators[{index}].score", None)
    returned = form.saved()
    recalculated = form.jixiao.recalc(returned)
    again = form.desk.open(returned)
    told = again.click("score")
    assert f"总分 {recalculated.answer['computed']['total_score']}" in told
    _is_the_copy(form, again.saved(), recalculated.copy)


@proof("score-by-rule", on=EVALUATIONS)
def gives_every_indicator_the_score_of_the_rule(form: OpenForm) -> None:
    """The command gives the same where nobody has entered a score the rule can decide."""
    computed = form.jixiao.check(form.source)["computed"]
    unscored = _without_decided_scores(form.jixiao.read(form.source), computed)
    filled = form.jixiao.fill(unscored, form.source.stem, "--as-printed")
    recalculated = form.jixiao.recalc(filled)
    told = form.click("score-by-rule", yes=True)
    assert f"总分 {computed['rule_total_score']}，等级 {computed['rule_rating']}" in told
    saved, sheet = form.saved(), form.reading.places.sheet
    assert _numbers(saved, sheet) == _numbers(recalculated.copy, sheet)
    assert form.jixiao.check(saved)["computed"] == recalculated.answer["computed"]


@proof("score-by-rule", on=ANY)
def asks_first_and_takes_no_for_an_answer(form: OpenForm) -> None:
    untouched = form.desk.saved_untouched(form.source)
    assert form.click("score-by-rule", yes=False) == ""
    assert "是否继续" in form.questions[0]
    assert picture(form.saved()) == picture(untouched)


@proof("restore-formulas", on=ONE_OF_EACH)
def restores_the_formulas_the_command_restores(form: OpenForm) -> None:
    """The forms were published with typed figures in every computed cell."""
    recalculated = form.jixiao.recalc(form.source)
    sheet = form.reading.places.sheet
    due, had = (saved_sheet(each, sheet).formulas for each in (recalculated.copy, form.source))
    typed_over = due.keys() - had.keys()
    told = form.click("restore-formulas")
    assert told == (
        f"已恢复 {len(typed_over)} 个单元格的公式。" if typed_over else "公式完好，无需恢复。"
    )
    _is_the_copy(form, form.saved(), recalculated.copy)


@proof("score", "score-by-rule", on=ONE_OF_EACH_TARGET)
def has_nothing_to_score_in_a_target_form(form: OpenForm) -> None:
    untouched = form.desk.saved_untouched(form.source)
    for button_id in ("score", "score-by-rule"):
        told = form.click(button_id, yes=True)
        assert told == "当前表是绩效目标申报表，没有得分可以计算。"
    assert picture(form.saved()) == picture(untouched)


def _is_the_copy(form: OpenForm, saved: Path, copy: Path) -> None:
    """Hold a saved file against a recalculated copy: cells, formulas, and the command's answer."""
    sheet = form.reading.places.sheet
    assert _numbers(saved, sheet) == _numbers(copy, sheet)
    formulas, due = (saved_sheet(path, sheet).formulas for path in (saved, copy))
    assert formulas.keys() == due.keys()
    assert all(same_formula(due[cell], formulas[cell]) for cell in due)
    assert form.jixiao.check(saved) == form.jixiao.check(copy)


def _numbers(path: Path, sheet: str) -> dict[str, Any]:
    """Return what the cells of a sheet show, figures to the last digit a cell can be trusted in."""
    found = saved_sheet(path, sheet).values
    return {at: format(v, ".15g") if isinstance(v, float) else v for at, v in found.items()}


def _without_decided_scores(form: Json, computed: Json) -> Json:
    """Return a form in which only the scores stand that no rule decides."""
    for row, by_rule in zip(form["indicators"], computed["indicator_scores"], strict=True):
        if by_rule is not None:
            row["score"] = None
    return form
