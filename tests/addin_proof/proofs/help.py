"""帮助: the rules in force, the last write taken back, the doctor's and the product's word."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from generator.forms.profiles import load_profile
from tests.addin.machines import FakeMachine, windows
from tests.addin_proof.desk import Desk, OpenForm
from tests.addin_proof.pictures import but_for_the_cursor, picture
from tests.addin_proof.registry import ANY, ONE_OF_EACH, RETURNED, proof
from tests.addin_proof.ribbon import installed_settings
from xladdin import installing
from xladdin.actions import help as actions

_SQUEEZED = 12.0


@dataclass(frozen=True)
class Write:
    """A click that changes something, and the answers it needs."""

    button_id: str
    answers: dict[str, Any] = field(default_factory=dict)


_WRITES = [
    Write("show-rows"),
    Write("hide-rows"),
    Write("clear-row"),
    Write("fit-heights"),
    Write("check"),
    Write("restore-formulas"),
]
_ON_EVALUATIONS = [
    Write("score"),
    Write("score-by-rule", {"yes": True}),
    Write("reason-prompts"),
    Write("carry-in", {"file": RETURNED / "sh2026-01.xlsx"}),
]
_ON_TARGETS = [Write("move-up"), Write("move-down")]
WRITING = {each.button_id for each in (*_WRITES, *_ON_EVALUATIONS, *_ON_TARGETS)} | {"clear-marks"}
"""The buttons that change the form: each has to be taken back here."""

READING = {
    *("next-finding", "next-reason", "rules", "undo", "doctor", "about"),
    *("blank-forms", "review-returns", "summary"),
}


@proof("undo", on=ONE_OF_EACH)
def gives_back_what_any_button_changed(form: OpenForm) -> None:
    """Values, formulas, colours, notes, rows, protection: LibreOffice saves the same file."""
    desk = form.desk
    own = _ON_EVALUATIONS if form.reading.layout.kind == "self_evaluation" else _ON_TARGETS
    untouched = picture(_at_work(desk, form).saved())
    for write in (*_WRITES, *own):
        at_work = _at_work(desk, form)
        if write.button_id == "move-down":
            at_work.stand_at(at_work.cell(f"indicators[{form.pair()[0]}].name"))
        told = at_work.click(write.button_id, **write.answers)
        assert at_work.click("undo").startswith("已撤销"), (write.button_id, told)
        assert at_work.click("undo") == "没有可以撤销的操作。"
        saved = picture(at_work.saved())
        assert but_for_the_cursor(saved) == but_for_the_cursor(untouched), write.button_id


@proof("undo", on=ANY)
def puts_marks_back_that_were_cleared(form: OpenForm) -> None:
    form.click("check")
    checked = picture(form.saved())
    again = form.desk.open(form.source)
    for button_id in ("check", "clear-marks", "undo"):
        again.click(button_id)
    assert but_for_the_cursor(picture(again.saved())) == but_for_the_cursor(checked)


@proof("undo", on=ONE_OF_EACH)
def keeps_what_was_typed_since(form: OpenForm) -> None:
    column = "actual" if form.reading.layout.kind == "self_evaluation" else "target"
    cell = f"indicators[0].{column}"
    form.stand_at(form.cell(cell))
    form.click("clear-row")
    form.type(cell, "事后补填")
    assert "此后又改过" in form.click("undo")
    expected = form.jixiao.read(form.source)
    expected["indicators"][0][column] = "事后补填"
    assert form.jixiao.read(form.saved()) == expected


@proof("rules", on=ONE_OF_EACH)
def names_the_profile_its_bands_and_their_sources(form: OpenForm) -> None:
    untouched = form.desk.saved_untouched(form.source)
    layout = form.reading.layout
    profile = load_profile(layout.profile)
    listed = form.jixiao.run("rules", "--profile", layout.profile).out
    count = sum("-" in line.split("│")[1] for line in listed.splitlines() if line[:1] == "│")
    told = form.click("rules")
    assert layout.name in told and profile.title in told
    for band in profile.grades:
        value, reference = band.at_least.value, band.at_least.reference
        assert f"{value} 分以上为“{band.name}”（{reference}）" in told
    assert f"预算执行率满分 {profile.execution.weight.value} 分" in told
    assert profile.over_achievement.threshold.reference in told
    assert f"校验规则 {count} 条" in told and count > 50
    assert picture(form.saved()) == picture(untouched)


@proof("doctor", on=ANY)
def says_what_the_command_says_of_the_machine(form: OpenForm) -> None:
    untouched = form.desk.saved_untouched(form.source)
    machine = windows(form.desk.folder / "电脑")
    for spoil in (lambda each: None, _never_installed, _without_excel):
        installing.install(machine)
        spoil(machine)
        _hold_against_the_command(form, machine)
    assert picture(form.saved()) == picture(untouched)


@proof("doctor", on=ANY)
def says_that_there_is_no_excel_here(form: OpenForm) -> None:
    if installing.ThisMachine().system != "other":
        pytest.skip("there may be an Excel here")
    assert form.jixiao.run("addin", "doctor").status == 2
    assert form.click("doctor").startswith("这里没有可以检查的 Excel")


@proof("about", on=ANY)
def says_the_version_of_the_installed_addin(form: OpenForm) -> None:
    untouched = form.desk.saved_untouched(form.source)
    told = form.click("about")
    assert installed_settings().version in told
    assert "MIT" in told and "docs/使用手册.md" in told
    assert picture(form.saved()) == picture(untouched)


def _at_work(desk: Desk, form: OpenForm) -> OpenForm:
    """Open the form again with a reason taken out, a row too low, a blank row shown by hand."""
    opened = desk.open(form.source)
    places = opened.reading.places
    lower = opened.pair()[1]
    row = places.rows[lower]
    if "deviation_analysis" in places.columns:
        opened.type(f"indicators[{lower}].deviation_analysis", None)
        opened.type(f"indicators[{lower}].score", 0)
    opened.sheet.range((row, 1)).row_height = _SQUEEZED
    spare = next(
        each for each in range(places.last_row, places.first_row, -1) if each not in places.rows
    )
    opened.sheet.range((spare, 1)).rows.hidden = False
    opened.stand_at((row, places.columns["name"]))
    return opened


def _hold_against_the_command(form: OpenForm, machine: FakeMachine) -> None:
    with form.desk.patch.context() as patch:
        patch.setattr(installing, "ThisMachine", lambda: machine)
        patch.setattr(actions, "ThisMachine", lambda: machine)
        patch.setenv("COLUMNS", "2000")  # so that no line of the table is folded
        complaints = installing.examine(machine)
        shown = form.jixiao.run("addin", "doctor")
        told = form.click("doctor")
    assert bool(shown.status) == bool(complaints)
    lines = [f"{each.what}{each.remedy}" for each in complaints]
    assert told == "\n".join(lines or ["没有发现问题。"])
    assert all(each.what in shown.out and each.remedy in shown.out for each in complaints)


def _never_installed(machine: FakeMachine) -> None:
    for path in installing.uninstall(machine):
        assert not path.exists()


def _without_excel(machine: FakeMachine) -> None:
    machine.values.clear()
