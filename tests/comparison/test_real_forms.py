"""The targets of 2026 against the self-evaluations of 2023, as a reader of both would have it."""

from pathlib import Path

import pytest

from generator.batch.compare import Comparison, FiledForm, compare_all
from generator.forms.comparison import FormComparison, IndicatorChange, Kind, compare_forms
from generator.forms.models import TargetForm, from_json
from generator.workbook.carry import carry
from generator.workbook.layout import load_layout
from tests.real_forms import CORPUS, SHIPPED, data_of


def filed(prefix: str) -> list[FiledForm]:
    paths = [path for path in SHIPPED if path.name.startswith(prefix)]
    return [FiledForm(path.name, from_json(data_of(path))) for path in paths]


@pytest.fixture(scope="module")
def compared() -> Comparison:
    return compare_all(filed("sh2026"), filed("sh2023"))


def project(compared: Comparison, name: str) -> FormComparison:
    results = [pair.result for pair in compared.pairs]
    return next(each for each in results if each.current.project_name == name)


def indicator(found: FormComparison, name: str) -> IndicatorChange:
    rows = [each for each in found.indicators if each.now is not None and each.now.name == name]
    assert len(rows) == 1
    return rows[0]


def test_four_projects_go_on(compared: Comparison) -> None:
    assert [(pair.file, pair.earlier_file) for pair in compared.pairs] == [
        ("sh2026-01.json", "sh2023-01.json"),
        ("sh2026-02.json", "sh2023-03.json"),
        ("sh2026-04.json", "sh2023-06.json"),
        ("sh2026-09.json", "sh2023-04.json"),
    ]
    assert [each.file for each in compared.only_earlier] == ["sh2023-07.json"]
    assert len(compared.only_current) == 3


RENAMED = [
    ("社保档案资料管理费", "档案查询利用用户满意度", "档案查询用户满意度"),
    ("社保档案资料管理费", "数字化外包完成时点", "数字化外包工作完成时点"),
    ("社会保险核查业务费", "审计、核查报告质量验收合格率", "审计报告质量验收合格率"),
    ("社会保险经办业务费", "公务车辆日常运行维护到位率", "公务用车日常运行和维护到位率"),
    ("社会保险经办业务费", "职业年金代理人满意度", "代理人满意度"),
    ("社会保险经办业务费", "各类业务通知书告知书印发及时性", "各类通知书告知书印发及时性"),
    ("社会保险经办业务费", "V3.0 社保业务经办流程无纸化率", "V2.0社保业务经办流程无抵化率"),
]


@pytest.mark.parametrize(("where", "now", "before"), RENAMED)
def test_renamed_indicators_are_found_again(
    compared: Comparison, where: str, now: str, before: str
) -> None:
    change = indicator(project(compared, where), now)
    assert change.kind is Kind.RENAMED
    assert change.earlier is not None
    assert change.earlier.name == before


LOOSER = [
    ("社会保险经办业务费", "微信推文发布数", ">200.00(条)", "175.00(条)"),
    ("社会保险经办业务费", "微信总阅读数", ">600.00(万/人次)", "419.30(万/人次)"),
    ("社会保险核查业务费", "参保人员投诉率（有责投诉）", "≤0.01 (%)", "0.00 (%)"),
]


@pytest.mark.parametrize(("where", "name", "before", "reached"), LOOSER)
def test_looser_than_the_target_and_than_what_was_reached(
    compared: Comparison, where: str, name: str, before: str, reached: str
) -> None:
    found = project(compared, where)
    change = indicator(found, name)
    assert change.kind is Kind.LOOSER
    assert change.achieved is not None
    assert change.achieved.text == reached
    (finding,) = [
        each for each in found.findings if each.field == f"indicators[{change.now_index}].target"
    ]
    assert (finding.rule, finding.severity, finding.expected) == ("CMP-3", "warning", before)


def test_other_changes_of_the_largest_form(compared: Comparison) -> None:
    found = project(compared, "社会保险经办业务费")
    assert indicator(found, "司勤人员出勤率").kind is Kind.STRICTER
    assert indicator(found, "司勤人员出勤率").slip
    assert indicator(found, "微信总阅读数").moved
    assert indicator(found, "职业年金基金安全稳健增值").kind is Kind.WORDING
    assert indicator(found, "各类业务通知书告知书打印、邮寄率").kind is Kind.SIGN_ONLY
    assert indicator(found, "各类业务通知书告知书打印准确率").kind is Kind.NEW
    dropped = {each.earlier.name for each in found.indicators if each.now is None and each.earlier}
    assert {"各类通知书告知书印制准确率", "微信发布频次", "参保人员满意度"} <= dropped


def test_a_kept_target_far_behind_what_was_reached_is_asked_about(compared: Comparison) -> None:
    found = project(compared, "社会保险核查业务费")
    assert indicator(found, "政策知晓度").kind is Kind.KEPT
    asked = [each.field for each in found.findings]
    assert f"indicators[{indicator(found, '政策知晓度').now_index}].target" in asked


def test_an_indicator_that_changed_its_level(compared: Comparison) -> None:
    found = project(compared, "征地养老人员费用")
    assert indicator(found, "征地养老人员有责投诉事件发生数").kind is Kind.MOVED


def test_no_finding_is_an_error_and_each_says_how_to_mend_it(compared: Comparison) -> None:
    findings = [finding for _, finding in compared.findings()]
    assert len(findings) == 7
    for finding in findings:
        assert finding.severity == "warning"
        assert "请" in finding.message


@pytest.mark.parametrize("paths", [SHIPPED, CORPUS], ids=["shipped", "corpus"])
def test_every_real_form_against_itself_is_all_kept(paths: list[Path]) -> None:
    if not paths:
        pytest.skip("the corpus is not here")
    forms = [FiledForm(path.name, from_json(data_of(path))) for path in paths]
    compared = compare_all(forms, forms)
    assert [pair.file for pair in compared.pairs] == [pair.earlier_file for pair in compared.pairs]
    assert len(compared.pairs) == len(forms)
    for pair in compared.pairs:
        assert {each.kind for each in pair.result.indicators} == {Kind.KEPT}
        assert pair.result.findings == ()


@pytest.mark.parametrize("layout", ["sh-eval-2023", "sz-eval-2021", "cn-eval-2020"])
def test_a_self_evaluation_carried_over_keeps_everything(layout: str) -> None:
    declared = [each.form for each in (*filed("sh2026"), *filed("mh2024"))]
    for form in declared:
        assert isinstance(form, TargetForm)
        found = compare_forms(carry(form, load_layout(layout)), form)
        assert found.relation == "same_year"
        assert {each.kind for each in found.indicators} == {Kind.KEPT}
        assert found.findings == ()
