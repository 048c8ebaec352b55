"""偏差原因: the prompts the engine of the forms gives, at the fields it gives them for."""

from pathlib import Path

from generator.forms.prompts import prompts_for
from generator.workbook.reader import read_workbook_form
from generator.workbook.recalculate import facts_of, recalculate
from tests.addin_proof.command_line import Json
from tests.addin_proof.desk import OpenForm
from tests.addin_proof.pictures import but_for_the_cursor, picture
from tests.addin_proof.registry import ONE_OF_EACH_EVALUATION, ONE_OF_EACH_TARGET, proof

_SOME = [*ONE_OF_EACH_EVALUATION, "sz2021-04"]
"""Of the forms as returned one wants a prompt: sz2021-04."""

_REASONS = ("actual_result", "deviation_analysis")


@proof("reason-prompts", on=_SOME)
def writes_the_prompts_of_the_engine_and_touches_no_word(form: OpenForm) -> None:
    due = _due(form.source)
    before = form.jixiao.read(form.source)
    told = form.click("reason-prompts")
    assert ("没有需要写出" in told) == (not due)
    saved = form.saved()
    assert form.jixiao.read(saved) == _with(before, due)
    answer, expected = form.jixiao.check(saved), form.jixiao.check(form.source)
    assert answer["computed"] == expected["computed"]
    assert _but_for_words(answer) == _but_for_words(expected)


@proof("reason-prompts", on=ONE_OF_EACH_EVALUATION)
def asks_for_every_reason_somebody_left_out(form: OpenForm) -> None:
    """The same form with all reasons taken out: while prompts stand, reasons count as missing."""
    silent = _silent(form)
    due = _due(silent)
    assert due
    before, answer = form.jixiao.read(silent), form.jixiao.check(silent)
    at_work = form.desk.open(silent)
    assert f"提示 {len(due)} 处" in at_work.click("reason-prompts")
    assert "没有需要写出" in at_work.click("reason-prompts")
    saved = at_work.saved()
    assert form.jixiao.read(saved) == _with(before, due)
    assert _but_for_words(form.jixiao.check(saved)) == _but_for_words(answer)


@proof("next-reason", on=ONE_OF_EACH_EVALUATION)
def leads_from_one_missing_reason_to_the_next(form: OpenForm) -> None:
    silent = _silent(form)
    untouched = form.desk.saved_untouched(silent)
    at_work = form.desk.open(silent)
    cells = sorted(at_work.cell(field) for field in _due(silent))
    at_work.stand_at((1, 1))
    for cell in [*cells, cells[0]]:
        assert f"还有 {len(cells)} 处" in at_work.click("next-reason")
        assert at_work.stands_at() == cell
    assert but_for_the_cursor(picture(at_work.saved())) == but_for_the_cursor(picture(untouched))


@proof("reason-prompts", "next-reason", on=ONE_OF_EACH_TARGET)
def has_no_reasons_to_ask_for_in_a_target_form(form: OpenForm) -> None:
    untouched = form.desk.saved_untouched(form.source)
    for button_id in ("reason-prompts", "next-reason"):
        assert form.click(button_id) == "当前表是绩效目标申报表，没有偏差原因需要填写。"
    assert picture(form.saved()) == picture(untouched)


def _but_for_words(answer: Json) -> list[Json]:
    """Return the findings; of a cell with a prompt other words are said than of a blank one."""
    return [
        {key: each[key] for key in each if key != "message" or not each["field"].endswith(_REASONS)}
        for each in answer["findings"]
    ]


def _due(path: Path) -> dict[str, str]:
    """Return the prompts a file's form wants, by field."""
    done = recalculate(read_workbook_form(path))
    facts = facts_of(done.reading.layout)
    return {each.field: each.text for each in prompts_for(done.form, done.profile, facts)}


def _with(form: Json, prompts: dict[str, str]) -> Json:
    """Return a form's data with prompts where they belong."""
    for field, text in prompts.items():
        holder, name = form, field
        if field.startswith("indicators["):
            row, _, name = field.removeprefix("indicators[").partition("].")
            holder = form["indicators"][int(row)]
        assert name in _REASONS
        holder[name] = text
    return form


def _silent(form: OpenForm) -> Path:
    """Return the workbook of a form nobody has given a reason in."""
    data = form.jixiao.read(form.source)
    data["actual_result"] = None
    for row in data["indicators"]:
        row["deviation_analysis"] = None
        row["score"] = "0"
    return form.jixiao.fill(data, form.source.stem, "--as-printed")
