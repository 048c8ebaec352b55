"""Which forms are of one project."""

from typing import Any

from generator.forms.comparison import pair_forms
from generator.forms.models import Form

from .forms import evaluation, targets


def test_projects_are_paired_by_name_whatever_their_order() -> None:
    now = [targets(project_name="宣传费"), targets(project_name="差旅费")]
    before = [evaluation(project_name="差旅费"), evaluation(project_name="物业费")]
    pairing = pair_forms(now, before)
    assert pairing.pairs == ((1, 0),)
    assert pairing.only_current == (0,)
    assert pairing.only_earlier == (1,)


def test_a_year_in_the_name_and_a_few_words_more_are_the_same_project() -> None:
    now = [
        targets(project_name="工伤认定系统（2025年运维）"),
        targets(project_name="社保档案资料管理经费"),
    ]
    before = [
        targets(project_name="社保档案资料管理费", year=2023),
        targets(project_name="工伤认定系统（2024年运维）", year=2023),
    ]
    assert pair_forms(now, before).pairs == ((0, 1), (1, 0))


def test_another_project_of_the_same_unit_is_not_taken_for_it() -> None:
    now = [targets(project_name="社会保险经办业务费")]
    assert pair_forms(now, [evaluation(project_name="社会保险核查业务费")]).pairs == ()


def test_one_name_in_two_units_stays_apart() -> None:
    head: dict[str, Any] = {"project_name": "零星购置费", "department": "上海市教育局"}
    now = [targets(**head, unit="第二中学")]
    other = evaluation(project_name="零星购置费", department="上海市卫生局", unit="第三医院")
    same = evaluation(**head, unit="上海市第二中学(本部)")
    assert pair_forms(now, [other]).pairs == ()
    assert pair_forms(now, [other, same]).pairs == ((0, 1),)


def test_a_unit_that_got_a_new_name_is_found_by_its_department() -> None:
    now = [targets(unit="上海市社会保险服务中心")]
    assert pair_forms(now, [evaluation(unit="上海市社保经办局")]).pairs == ((0, 0),)


def test_the_same_year_goes_before_the_latest() -> None:
    now: list[Form] = [evaluation(year=2023), targets(year=2024)]
    before: list[Form] = [targets(year=2023), evaluation(year=2021), evaluation(year=2022)]
    assert pair_forms(now, before).pairs == ((0, 0), (1, 2))


def test_forms_without_a_project_name_stay_alone() -> None:
    nameless = [targets(project_name=None)]
    assert pair_forms(nameless, nameless).only_current == (0,)
