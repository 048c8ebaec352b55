"""VAL-5, VAL-6, VAL-10 and VAL-12."""

import pytest

from tests.forms.forms import broken, evaluation, found, only, rules, target

PREFIX = "indicators[5]"


def _fired(aimed: str, actual: str, name: str = "培训制度健全性") -> dict[str, str]:
    """Review the clean form with this target and actual in its qualitative row."""
    changes = (("name", name), ("target", aimed), ("actual", actual))
    form = broken(evaluation(), *((f"{PREFIX}.{column}", text) for column, text in changes))
    return rules(found(form))


@pytest.mark.parametrize("aimed", ["及时", "有效保障", "完成", "按标准执行", "2024年6月底前"])
def test_val5_asks_what_a_percentage_of_words_means(aimed: str) -> None:
    assert _fired(aimed, "100%")["VAL-5"] == "warning"


@pytest.mark.parametrize("aimed", ["全覆盖", "应发尽发"])
def test_val5_only_notes_a_percentage_of_all_there_is(aimed: str) -> None:
    assert _fired(aimed, "100%")["VAL-5"] == "info"


@pytest.mark.parametrize("name", ["邮寄送达率", "来访群众满意度"])
def test_val5_of_a_rate_asks_for_the_figure_of_the_target(name: str) -> None:
    form = broken(
        evaluation(),
        (f"{PREFIX}.name", name),
        (f"{PREFIX}.target", "较好"),
        (f"{PREFIX}.actual", "96%"),
    )
    finding = only("VAL-5", found(form))
    assert finding.field == f"{PREFIX}.actual"
    assert f"{name}”是比率" in finding.message


@pytest.mark.parametrize(
    ("aimed", "actual"),
    [
        ("及时", "达成年度指标"),
        ("≥95%", "100%"),
        ("安全性100%，稳定性99%以上", "100%"),
        ("合格", "合格率100%"),
        ("及时", "28天"),
    ],
)
def test_val5_passes_grades_and_percentages_of_something(aimed: str, actual: str) -> None:
    assert "VAL-5" not in _fired(aimed, actual)


@pytest.mark.parametrize(
    ("aimed", "actual"),
    [("=100%", "=100%"), ("≥95%", "≥95.00%"), ("95%以上", "95%以上"), ("=2024年", "=2024年"),
     ("2024年6月底前", "2024年6月底前"), ("满意度≥95%", "满意度≥95%")],
)  # fmt: skip
def test_val6_sees_a_target_copied_with_its_sign(aimed: str, actual: str) -> None:
    assert _fired(aimed, actual)["VAL-6"] == "warning"


@pytest.mark.parametrize(
    ("aimed", "actual"),
    [("=100%", "100%"), ("≥95%", "≥96%"), ("27人", "27人"), ("及时", "及时"), ("2024年", "2024年")],
)
def test_val6_passes_values_without_the_sign_and_other_values(aimed: str, actual: str) -> None:
    assert "VAL-6" not in _fired(aimed, actual)


def test_val6_tells_a_column_that_was_copied_once() -> None:
    """As in the Shanghai form of 2021 that answers =100% by =100% in nine of its rows."""
    form = evaluation()
    for index in (0, 1, 2, 4):
        form.indicators[index].target = form.indicators[index].actual = "=100%"
    finding = only("VAL-6", found(form))
    assert finding.field == "indicators[0].actual"
    assert finding.message.startswith("第1、2、3、5项指标（共 4 项）")


def _with_targets(*texts: str) -> dict[str, str]:
    form = target()
    for row, text in zip(form.indicators, texts, strict=False):
        row.target = text
    return rules(found(form, "shanghai"))


def test_val10_notes_a_form_mostly_of_vague_words() -> None:
    assert _with_targets("提升", "建立健全", "不断完善", "有效保障")["VAL-10"] == "info"


def test_val10_passes_half_of_the_rows_and_words_that_can_be_judged() -> None:
    """The clean form has one vague target of its own (健全) among its seven."""
    assert "VAL-10" not in _with_targets("提升", "建立健全")
    judged = ("按规定标准发放", "无差错", "年内完工", "印发制度2项")
    assert "VAL-10" not in _with_targets(*judged)


@pytest.mark.parametrize("actual", ["较好", "已全部发放到位", "优"])
def test_val12_wants_one_of_the_grades(actual: str) -> None:
    assert _fired("健全", actual)["VAL-12"] == "warning"


@pytest.mark.parametrize(
    ("aimed", "actual"),
    [("健全", "健全"), ("健全", "印发制度3项，覆盖2个部门")],
)
def test_val12_only_notes_the_targets_own_words_and_words_with_figures(
    aimed: str, actual: str
) -> None:
    assert _fired(aimed, actual)["VAL-12"] == "info"


@pytest.mark.parametrize(
    ("aimed", "actual", "severity"),
    [
        ("三级", "达到三级", "info"),
        ("不发生", "未发生", "info"),
        ("零发生", "未发生", "info"),
        ("不超过预算", "在预算内", "info"),
        ("按时", "未按时", "warning"),
        ("不发生", "发生", "warning"),
        ("按时", "是", "warning"),
    ],
)
def test_val12_only_notes_words_that_answer_the_target(
    aimed: str, actual: str, severity: str
) -> None:
    assert _fired(aimed, actual)["VAL-12"] == severity


@pytest.mark.parametrize(
    "actual", ["达成指标", "达成预期指标", "完成", "部分达成年度指标", "达成指标，制度已印发"]
)
def test_val12_passes_grades_their_short_forms_and_more_words_behind(actual: str) -> None:
    assert "VAL-12" not in _fired("健全", actual)
