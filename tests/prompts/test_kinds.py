"""Every kind of prompt states the figures and asks what belongs to its kind."""

import pytest

from generator.forms.prompt_text import persons_words
from generator.forms.prompts import Kind, _template, prompts_for, refresh
from generator.forms.review import FormFacts
from generator.resources import templates
from tests.forms.forms import broken, evaluation, facts, found, national, rules, target
from tests.prompts.made import REASON, form_of, missed, prompts


@pytest.mark.parametrize(
    ("level1", "level2", "asked"),
    [
        ("产出指标", "数量指标", "少完成的是哪一部分"),
        ("产出指标", "质量指标", "返工、整改"),
        ("产出指标", "时效指标", "晚了多久"),
        ("产出指标", "成本指标", "控制成本"),
        ("效益指标", "社会效益指标", "何时见效"),
        ("满意度指标", "服务对象满意度指标", "对什么不满意"),
        ("其他", "其他", "改进措施和完成时间"),
    ],
)
def test_a_missed_target_is_asked_about_by_its_class(level1: str, level2: str, asked: str) -> None:
    (prompt,) = prompts(form_of(level1, level2, "≥10(场)", "8(场)", "12"))
    assert prompt.field == REASON
    assert prompt.text.startswith(
        "【请填写】年度指标值“≥10(场)”，实际完成“8(场)”，完成率80%，得12分，比分值少3分。请写明"
    )
    assert asked in prompt.text
    assert persons_words(prompt.text) == ""


@pytest.mark.parametrize(("aimed", "actual"), [("=0(件)", "1(件)"), ("≤5(件)", "6(件)")])
def test_what_should_not_happen_is_asked_about_as_such(aimed: str, actual: str) -> None:
    (prompt,) = prompts(form_of("效益指标", "社会效益指标", aimed, actual, "12"))
    assert "发生了什么" in prompt.text
    assert "怎样防止再次发生" in prompt.text


def test_a_limit_exceeded_says_so() -> None:
    (prompt,) = prompts(form_of("产出指标", "成本指标", "≤10(万元)", "12(万元)", "12"))
    assert "是上限的120%" in prompt.text


def test_points_lost_on_a_target_that_was_met() -> None:
    (prompt,) = prompts(form_of("产出指标", "数量指标", "≥10(场)", "10(场)", "12"))
    assert "指标值已经达到，按规则得满分" in prompt.text
    assert "请把得分改为15分" in prompt.text


def test_points_lost_on_a_limit_that_was_kept() -> None:
    (prompt,) = prompts(form_of("产出指标", "成本指标", "≤100%", "86%", "12.9"))
    assert "是上限的86%" in prompt.text
    assert "没有超过上限，按规则得满分" in prompt.text


def test_over_achievement() -> None:
    (prompt,) = prompts(form_of("产出指标", "数量指标", "≥10(场)", "15(场)", "15"))
    assert "达到指标值的150%，偏差较大，得分不因此增减。请写明：1.大幅超额的原因" in prompt.text


def test_a_limit_hardly_touched() -> None:
    (prompt,) = prompts(form_of("产出指标", "时效指标", "≤30(天)", "3(天)", "15"))
    assert "只有上限的10%" in prompt.text


def test_nothing_happened_wants_no_prompt() -> None:
    assert prompts(form_of("效益指标", "社会效益指标", "<5(%)", "0(%)", "15")) == []


def test_an_indicator_that_repeats_the_execution_rate() -> None:
    """95 spent of 100: 预算成本控制率 95 % is the execution rate over again."""
    form = form_of("产出指标", "成本指标", "按标准", "95%", "14.25")
    (prompt,) = prompts(broken(form, ("indicators[0].name", "预算成本控制率")))
    assert "这一项反映预算执行情况" in prompt.text
    assert "没有支出的是哪些事项" in prompt.text


def test_a_low_execution_rate_of_the_project_is_asked_where_results_are_told() -> None:
    form = broken(
        evaluation(),
        ("funds.annual_total.actual_expenditure", "80"),
        ("funds.current_appropriation.actual_expenditure", "80"),
    )
    assert prompts(form) == []
    (prompt,) = prompts(broken(form, ("actual_result", None)))
    assert prompt.field == "actual_result"
    assert prompt.text.startswith("【请填写】预算执行率80%，低于90%。")


def test_missing_entries_are_named() -> None:
    (prompt,) = prompts(form_of("产出指标", "数量指标", "≥10(场)", " ", "12"))
    assert "实际完成“未填”，得12分" in prompt.text


@pytest.mark.parametrize("words", ["两场改期。", "无", "/"])
def test_no_prompt_where_a_person_wrote(words: str) -> None:
    assert prompts(broken(missed(), (REASON, words))) == []


def test_no_prompt_where_nothing_is_due() -> None:
    assert prompts(evaluation()) == []
    assert prompts(form_of("产出指标", "数量指标", "≥10(场)", "10(场)", "15")) == []


def test_no_prompt_without_a_column_for_reasons_and_none_for_target_forms() -> None:
    printed = facts(type(missed())).printed - {REASON.replace("[0]", "")}
    assert prompts_for(missed(), national(), FormFacts(printed)) == []
    assert prompts_for(target(), national(), facts(type(target()))) == []
    assert refresh(target(), national(), facts(type(target()))) == []


def test_while_a_prompt_stands_the_reason_counts_as_missing() -> None:
    form = missed()
    (prompt,) = prompts(form)
    form = broken(form, (prompt.field, prompt.text))
    assert rules(found(form))["RSN-1"] == "error"
    assert not {"RSN-4", "RSN-5", "RSN-6", "RSN-7", "STR-9"} & rules(found(form)).keys()


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_template_that_explains_itself(kind: Kind) -> None:
    source = templates("prompts", f"{kind.value}.j2").read_text("utf-8")
    assert source.startswith("{#\n")
    assert "可用的词" in source
    assert _template(kind)


def test_every_template_belongs_to_a_kind() -> None:
    files = {path.stem for path in templates("prompts").glob("*.j2")}
    assert files == {kind.value for kind in Kind} | {"figures"}
