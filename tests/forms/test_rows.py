"""STR-7 to STR-12: rows and texts."""

import pytest

from tests.forms.forms import broken, evaluation, found, only, row, rules, target

SATISFACTION = ("满意度指标", "服务对象满意度指标")


@pytest.mark.parametrize("column", ["target", "actual", "weight", "score", "name"])
def test_str7_wants_every_cell_of_a_row(column: str) -> None:
    form = broken(evaluation(), (f"indicators[0].{column}", None))
    finding = only("STR-7", found(form))
    assert (finding.field, finding.severity.value) == (f"indicators[0].{column}", "error")


def test_str7_wants_only_name_and_target_in_a_target_form() -> None:
    assert found(target(), "shanghai") == []
    form = broken(target(), ("indicators[0].target", None))
    assert rules(found(form, "shanghai")) == {"STR-7": "error"}


def test_str7_passes_a_row_that_does_not_apply() -> None:
    form = evaluation()
    form.indicators.append(
        row(*SATISFACTION, "不适用", target="不适用", actual="不适用", weight="0", score="0")
    )
    assert found(form) == []


def test_str8_warns_of_one_name_twice_in_a_group() -> None:
    form = evaluation()
    form.indicators.insert(1, form.indicators[0].model_copy(update={"name": "举办 培训场次"}))
    assert rules(found(form))["STR-8"] == "warning"


def test_str8_only_notes_one_name_in_two_groups() -> None:
    form = broken(evaluation(), ("indicators[1].name", "举办培训场次"))
    assert only("STR-8", found(form)).severity.value == "info"


def test_str8_passes_a_name_that_contains_another() -> None:
    form = broken(evaluation(), ("indicators[1].name", "举办培训场次（线上）"))
    assert found(form) == []


@pytest.mark.parametrize("name", ["指标1:", "……", "88", "XX", "（请填写）", "三级指标2"])
def test_str9_sees_placeholders_as_names(name: str) -> None:
    assert rules(found(broken(evaluation(), ("indicators[0].name", name))))["STR-9"] == "warning"


def test_a_row_left_as_the_template_has_it_is_told_once() -> None:
    """Published forms leave 指标2 and …… in their rows: no entry is missing there."""
    form = evaluation()
    form.indicators += [row(*SATISFACTION, name) for name in ("指标2", "……", "……")]
    fired = [(each.rule, each.field) for each in found(form)]
    assert fired == [("STR-9", f"indicators[{index}].name") for index in (7, 8, 9)]


def test_str9_sees_a_prompt_left_in_a_goal() -> None:
    form = broken(evaluation(), ("expected_goal", "提高业务能力(200字以内)"))
    assert only("STR-9", found(form)).entered == "(200字以内)"


@pytest.mark.parametrize(
    "text",
    [
        "（请填写年度目标，限200字）培训10场。",
        "（请填写年度总体目标，200字以内）",
        "请填写预期目标",
        "(此处填写目标，不超过300字以内)",
    ],
)
def test_str9_sees_a_prompt_of_the_template(text: str) -> None:
    assert "STR-9" in rules(found(broken(evaluation(), ("expected_goal", text))))


@pytest.mark.parametrize("name", ["5G基站数", "一网通办指标完成率", "12345热线办结率"])
def test_str9_passes_names_with_figures(name: str) -> None:
    assert "STR-9" not in rules(found(broken(evaluation(), ("indicators[0].name", name))))


@pytest.mark.parametrize(
    ("text", "noise"),
    [
        ("<p>完成培训。</p>", "<p>"),
        ("完成**培训**", "**"),
        ("政策宣传政策宣传全覆盖", "政策宣传政策宣传"),
    ],
)
def test_str10_notes_markup_and_pasted_phrases(text: str, noise: str) -> None:
    finding = only("STR-10", found(broken(evaluation(), ("actual_result", text))))
    assert (finding.severity.value, finding.entered) == ("info", noise)


@pytest.mark.parametrize("text", ["满意度<95%的有2场", "成本*数量", "研究研究再决定"])
def test_str10_passes_signs_and_short_repetitions(text: str) -> None:
    assert found(broken(evaluation(), ("actual_result", text))) == []


def test_str11_wants_no_points_on_a_row_that_does_not_apply() -> None:
    form = evaluation()
    form.indicators.append(
        row(*SATISFACTION, "不适用", target="不适用", actual="不适用", weight="5", score="0")
    )
    finding = only("STR-11", found(form))
    assert (finding.field, finding.entered) == ("indicators[7].weight", "5")


def test_str11_tells_a_row_once_and_quotes_what_waives_it() -> None:
    """As in the Shenzhen form that answers a row of ten points by a dash."""
    form = broken(evaluation(), ("indicators[0].actual", "—"))
    finding = only("STR-11", found(form))
    assert finding.field == "indicators[0].weight"
    assert "填为“—”，按不适用处理" in finding.message


def test_str11_asks_what_nothing_means() -> None:
    form = broken(evaluation(), ("indicators[0].target", "无"), ("indicators[0].actual", "无"))
    assert "是不适用，还是没有发生" in only("STR-11", found(form)).message


def test_str11_leaves_nothing_reported_for_a_zero_target_alone() -> None:
    """无 as the actual of "=0(起)" says that nothing happened, not that the row is waived."""
    form = broken(evaluation(), ("indicators[0].target", "=0(起)"), ("indicators[0].actual", "无"))
    assert found(form) == []


def test_str12_notes_very_many_and_very_few_indicators() -> None:
    form = target()
    form.indicators += [
        row("产出指标", "数量指标", f"第{n}类培训场次", target="≥1(场)") for n in range(33)
    ]
    assert len(form.indicators) == 40
    assert rules(found(form, "shanghai")) == {"STR-12": "info"}
    del form.indicators[39]
    assert found(form, "shanghai") == []
    form = target()
    form.indicators = [form.indicators[0], form.indicators[4], form.indicators[6]]
    assert rules(found(form, "shanghai"))["STR-12"] == "info"
