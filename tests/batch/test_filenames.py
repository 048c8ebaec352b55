"""File names: 单位_项目_年度_表名.xlsx, safe on Windows, never two alike."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.batch.filenames import LONGEST, MOST_BYTES, distinct, form_filename
from generator.forms.models import TargetForm
from generator.workbook.layout import load_layout

LAYOUT = load_layout("sh-decl-2026")
FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
DEVICE = re.compile(r"(CON|PRN|AUX|NUL|COM\d|LPT\d) *(\.|$)", re.IGNORECASE)

TEXTS = st.none() | st.text(min_size=1, max_size=300)


def named(unit: str | None, project: str | None, year: int | None = 2026) -> str:
    form = TargetForm(
        layout=LAYOUT.id, unit=unit, department="市交通局", project_name=project, fiscal_year=year
    )
    return form_filename(form, LAYOUT)


@pytest.mark.parametrize(
    ("unit", "project", "name"),
    [
        ("市公路中心", "道路养护", "市公路中心_道路养护_2026_绩效目标申报表.xlsx"),
        (None, "道路养护", "市交通局_道路养护_2026_绩效目标申报表.xlsx"),
        (None, None, "市交通局_2026_绩效目标申报表.xlsx"),
        ("A/B", '"x":<y>|z*?', "A／B_＂x＂：＜y＞｜z＊？_2026_绩效目标申报表.xlsx"),
        (" 单位\n名称 ", "项目.", "单位 名称_项目_2026_绩效目标申报表.xlsx"),
        ("~$CON.", "\x07铃", "$CON__铃_2026_绩效目标申报表.xlsx"),
        ("nul.x", "项目", "_nul.x_项目_2026_绩效目标申报表.xlsx"),
    ],
)
def test_names(unit: str | None, project: str | None, name: str) -> None:
    assert named(unit, project) == name


def test_a_missing_year_is_left_out() -> None:
    assert named("甲", "乙", None) == "甲_乙_绩效目标申报表.xlsx"


def test_the_longer_of_unit_and_project_loses_its_middle() -> None:
    project = "起" + "很长的名称" * 60 + "讫"
    name = named("市公路中心", project)
    assert re.fullmatch(r"市公路中心_起.+….+讫_2026_绩效目标申报表\.xlsx", name)
    assert MOST_BYTES - 6 < len(name.encode()) <= MOST_BYTES


@given(TEXTS, TEXTS)
def test_every_name_is_safe(unit: str | None, project: str | None) -> None:
    name = named(unit, project)
    assert not FORBIDDEN.search(name)
    assert not DEVICE.match(name)
    assert not name.startswith((" ", "~$"))
    assert name.endswith("_绩效目标申报表.xlsx")
    assert len(name) <= LONGEST
    assert len(name.encode()) <= MOST_BYTES


def test_equal_names_are_numbered() -> None:
    names = ["a.xlsx", "b.xlsx", "A.XLSX", "a.xlsx", "a (2).xlsx"]
    assert distinct(names) == ["a.xlsx", "b.xlsx", "A (2).XLSX", "a (3).xlsx", "a (2) (2).xlsx"]


@given(st.lists(st.text("aA(2) .", min_size=1, max_size=6)))
def test_numbered_names_are_distinct_and_in_order(names: list[str]) -> None:
    result = distinct(names)
    assert len({name.casefold() for name in result}) == len(names)
    assert all(new == old or " (" in new for old, new in zip(names, result, strict=True))


def test_many_equal_names_take_no_time() -> None:
    assert distinct(["表.xlsx"] * 20_000)[-1] == "表 (20000).xlsx"
