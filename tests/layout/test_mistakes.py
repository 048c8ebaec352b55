"""Every mistake in a layout file is told with its file and line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.forms.data_files import DataFileError
from generator.resources import templates
from generator.workbook.layout.load import read_layout

SOUND = templates("layouts", "sz-eval-2021.yaml").read_text(encoding="utf-8")


def line_of(text: str, words: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if words in line)


def replaced(old: str, new: str) -> Callable[[], str]:
    assert old in SOUND, old
    return lambda: SOUND.replace(old, new, 1)


def sum_without_a_part() -> str:
    part = "funds.carry_over.initial_budget"
    text = SOUND.replace(f"field: {part}, style: money", 'label: ""')
    return text.replace("unprinted: [fiscal_year,", f"unprinted: [fiscal_year, {part},")


MISTAKES = {
    "an unknown key": (
        replaced("orientation: portrait", "orientation: portrait\ncolour: red"),
        "colour", "Extra inputs",
    ),
    "a duplicate key": (
        replaced("version: 1", "version: 1\nversion: 2"),
        "version: 2", "duplicate key: version",
    ),
    "an overlapping merge": (
        replaced('{at: "B:E", label: 预期目标}', '{at: "B:F", label: 预期目标}'),
        "label: 实际完成情况", "overlaps",
    ),
    "two cells for one field": (
        replaced('{at: "G:I", field: unit}', '{at: "G:I", field: department}'),
        '{at: "G:I", field: department}', "department has two places",
    ),
    "a field with no place": (
        replaced("unprinted: [fiscal_year, money_unit, rating]", "unprinted: [money_unit, rating]"),
        "unprinted: [money_unit, rating]", "fiscal_year has no place",
    ),
    "an unknown field": (
        replaced("field: actual_result", "field: actual_results"),
        "actual_results", "no field of a self_evaluation form",
    ),
    "a field of the other kind of form": (
        replaced("field: expected_goal", "field: annual_goal"),
        "annual_goal", "no field of a self_evaluation form",
    ),
    "a span past the last column": (
        replaced('{at: "A:I", field: title,', '{at: "A:K", field: title,'),
        "A:K", "no span of the columns A to I",
    ),
    "a cell reaching below its part": (
        replaced("{at: A, down: 2, label: 年度总体目标}", "{at: A, down: 9, label: 年度总体目标}"),
        "down: 9", "reaches down past the last row",
    ),
    "an unknown formula": (
        replaced("formula: total_weight", "formula: total_points"),
        "total_points", "formula",
    ),
    "an unknown list of choices": (
        replaced("field: unit}", "field: unit, choices: 单位}"),
        "choices: 单位", "no list of choices 单位",
    ),
    "an unknown profile": (
        replaced("profile: shenzhen", "profile: atlantis"),
        "profile: atlantis", "no profile atlantis",
    ),
    "a missing indicator column": (
        replaced("    target: {at: E, label: 年度指标值}\n", ""),
        "columns:\n", "the column target is missing",
    ),
    "two indicator columns in one place": (
        replaced("actual: {at: F, label: 实际完成值}", "actual: {at: E, label: 实际完成值}"),
        "actual: {at: E", "taken by another column",
    ),
    "another id than the file's name": (
        replaced("id: sz-eval-2021", "id: sz-eval-2022"),
        "id: sz-eval-2022", "the file is called",
    ),
    "an open cell with a label": (
        replaced("{at: F, label: 项目金额}", "{at: F, label: 项目金额, open: true}"),
        "open: true", "is open but holds",
    ),
    "a formula for a field it does not give": (
        replaced("style: long_text}", "formula: total_score, style: long_text}"),
        "field: expected_goal", "total_score does not give expected_goal",
    ),
    "a sum of parts nobody can fill in": (
        sum_without_a_part,
        "field: funds.annual_total.initial_budget", "needs funds.carry_over.initial_budget",
    ),
    "a self-evaluation without scores": (
        replaced("    score: {at: H, label: 得分, style: score_short}\n", ""),
        "columns:\n", "the column score is missing",
    ),
    "a label and a field in one cell": (
        replaced("{at: F, label: 项目金额}", "{at: F, label: 项目金额, field: rating}"),
        "field: rating", "both the label",
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_file_and_line(mistake: str, tmp_path: Path) -> None:
    broken, words, message = MISTAKES[mistake]
    path = tmp_path / "sz-eval-2021.yaml"
    path.write_text(broken(), encoding="utf-8")
    with pytest.raises(DataFileError, match=message) as told:
        read_layout(path)
    assert told.value.path == path
    if "\n" not in words:
        assert told.value.line == line_of(broken(), words)


EXTENDING = """id: xx-eval-2099
extends: {parent}
version: 1
name: 某市自评表
relabel:
  {old}: 预算目标
"""


@pytest.mark.parametrize(
    ("parent", "old", "line", "message"),
    [
        ("cn-eval-1999", "预期目标", 2, "no layout cn-eval-1999"),
        ("xx-eval-2099", "预期目标", 2, "extends itself"),
        ("cn-eval-2020", "没有的标签", 6, "no inherited label"),
    ],
)
def test_mistakes_in_extending(
    parent: str, old: str, line: int, message: str, tmp_path: Path
) -> None:
    source = templates("layouts", "cn-eval-2020.yaml")
    (tmp_path / source.name).write_bytes(source.read_bytes())
    path = tmp_path / "xx-eval-2099.yaml"
    path.write_text(EXTENDING.format(parent=parent, old=old), encoding="utf-8")
    with pytest.raises(DataFileError, match=message) as told:
        read_layout(path)
    assert told.value.line == line


def test_a_new_city_is_one_file(tmp_path: Path) -> None:
    source = templates("layouts", "cn-eval-2020.yaml")
    (tmp_path / source.name).write_bytes(source.read_bytes())
    path = tmp_path / "xx-eval-2099.yaml"
    path.write_text(EXTENDING.format(parent="cn-eval-2020", old="预期目标"), encoding="utf-8")
    layout = read_layout(path)
    assert (layout.id, layout.name, layout.profile) == (
        "xx-eval-2099", "某市自评表", "national-2020",
    )  # fmt: skip
