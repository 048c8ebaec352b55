"""从申报表带入: what ``jixiao carry`` makes of the target form, and nothing typed is lost."""

from pathlib import Path
from typing import Any

from generator.workbook.layout import load_layout
from tests.addin_proof.command_line import CommandLine, Json
from tests.addin_proof.desk import OpenForm
from tests.addin_proof.pictures import picture
from tests.addin_proof.registry import ONE_OF_EACH_EVALUATION, ONE_OF_EACH_TARGET, proof

_CARRIED_TO = ("sh-eval-2023", "sh-eval-2021", "sz-eval-2021", "cn-eval-2020")
_ROOM = 12
"""Rows of each group in a form that was issued without indicators: three shown, nine spare."""


@proof("carry-in", on=[*ONE_OF_EACH_TARGET, "sh2026-02"])
def brings_in_what_the_command_carries_over(form: OpenForm) -> None:
    """Into a form nobody has filled in, on every layout; what it has no room for is named."""
    for layout in _CARRIED_TO:
        carried = _carried(form.jixiao, form.source, layout)
        at_work = form.desk.open(_blank(form.jixiao, layout, carried["fiscal_year"]))
        carried["indicators"], homeless = _with_room(carried["indicators"], layout)
        told = at_work.click("carry-in", file=form.source)
        assert f"指标 {len(carried['indicators'])} 项" in told
        assert ("未带入" in told) == bool(homeless)
        assert all(row["name"] in told for row in homeless)
        assert form.jixiao.read(at_work.saved()) == carried


@proof("carry-in", on=ONE_OF_EACH_EVALUATION)
def loses_nothing_already_typed(form: OpenForm) -> None:
    typed = form.jixiao.read(form.source)
    form.click("carry-in", file=form.source.with_name("sh2026-01.xlsx"))
    saved = form.jixiao.read(form.saved())
    rows = [row for row in saved["indicators"] if row["name"] in _names(typed)]
    assert rows == typed["indicators"]
    assert _filled(typed).items() <= _filled(saved).items()


@proof("carry-in", on=ONE_OF_EACH_TARGET)
def does_not_carry_into_a_target_form(form: OpenForm) -> None:
    untouched = form.desk.saved_untouched(form.source)
    told = form.click("carry-in", file=form.source)
    assert told == "只有绩效自评表可以带入申报表的内容，当前不是自评表，没有改动。"
    assert picture(form.saved()) == picture(untouched)


def _carried(jixiao: CommandLine, source: Path, layout: str) -> Json:
    """Return the form ``jixiao carry`` makes of a target form."""
    folder = jixiao.folder()
    assert jixiao.run("carry", source, "-o", folder, "--layout", layout).status == 0
    (made,) = folder.iterdir()
    return jixiao.read(made)


def _blank(jixiao: CommandLine, layout: str, year: int) -> Path:
    """Return a form nothing has been filled into."""
    form = {"layout": layout, "fiscal_year": year, "indicators": []}
    return jixiao.fill(form, "空白表")


def _with_room(rows: list[Json], layout: str) -> tuple[list[Json], list[Json]]:
    """Return the indicators a blank form of a layout has rows for, and the others."""
    groups = load_layout(layout).indicators.groups
    room = {(each.level1, name): _ROOM for each in groups for name in each.level2 or (None,)}
    kept: list[Json] = []
    homeless: list[Json] = []
    for row in rows:
        levels = row["level1"], row["level2"]
        (kept if room.get(levels, 0) else homeless).append(row)
        room[levels] = max(0, room.get(levels, 0) - 1)
    return kept, homeless


def _names(form: Json) -> set[str]:
    return {row["name"] for row in form["indicators"]}


def _filled(form: Json, path: str = "") -> dict[str, Any]:
    """Return everything filled in above the indicators, by its path."""
    found: dict[str, Any] = {}
    for key, value in form.items():
        if isinstance(value, dict):
            found |= _filled(value, f"{path}{key}.")
        elif value is not None and key != "indicators":
            found[path + key] = value
    return found
