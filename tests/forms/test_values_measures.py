"""VAL-7 to VAL-9 and VAL-11."""

import pytest

from tests.forms.forms import broken, evaluation, found, only, rules, target


def _fired(name: str, aimed: str) -> dict[str, str]:
    """Review the clean target form with this name and target in its first row."""
    form = broken(target(), ("indicators[0].name", name), ("indicators[0].target", aimed))
    return rules(found(form, "shanghai"))


@pytest.mark.parametrize(
    ("name", "aimed"),
    [
        ("养老资金应发实发率", "=23000.00(人)"),
        ("劳务派遣人员到岗率", "27人"),
        ("参保单位投诉率（有责投诉）", "≤5(件)"),
        ("证书办结率", "=100"),
        ("银行发放量", "=100.00(%)"),
        ("培训人数", "≥95%"),
        ("例行巡检二次", "=100.00(%)"),
    ],
)
def test_val7_sees_a_unit_that_does_not_fit_the_name(name: str, aimed: str) -> None:
    assert _fired(name, aimed)["VAL-7"] == "warning"


@pytest.mark.parametrize(
    ("name", "aimed"),
    [
        ("办结率", "=100%"),
        ("办结率", "0.95"),
        ("巡检频率", "≥4次/年"),
        ("单位工作效率", "≥5件/天"),
        ("案件发生率", "≤5件/万人"),
        ("满意率提高值", "≥2个百分点"),
        ("档案整理质量", "=100%"),
        ("业务增长量", "≥5%"),
        ("用户满意指数", "≥95%"),
        ("最多跑一次", "=100%"),
        ("第二次巡检", "=100%"),
        ("发放数量", "完成率100%"),
    ],
)
def test_val7_passes_what_fits_and_what_is_no_rate_or_number(name: str, aimed: str) -> None:
    assert "VAL-7" not in _fired(name, aimed)


@pytest.mark.parametrize(
    ("name", "aimed"), [("培训合格率", "≥120%"), ("群众满意度", "=-5%"), ("培训完成率", "=110%")]
)
def test_val8_sees_a_share_outside_its_bounds(name: str, aimed: str) -> None:
    assert _fired(name, aimed)["VAL-8"] == "warning"


def test_val8_reads_actuals_too() -> None:
    form = broken(evaluation(), ("indicators[4].actual", "920(%)"))
    assert only("VAL-8", found(form)).field == "indicators[4].actual"


@pytest.mark.parametrize(
    ("name", "aimed"),
    [
        ("培训合格率", "=100%"),
        ("投诉率", "=0%"),
        ("粉丝数上涨率", "≥120%"),
        ("成本同比增幅", "=-5%"),
        ("投资收益率", "≥-2%"),
    ],
)
def test_val8_passes_shares_within_bounds_and_growth(name: str, aimed: str) -> None:
    assert "VAL-8" not in _fired(name, aimed)


@pytest.mark.parametrize(
    "name", ["培训人数≥500", "培训人数不少于500人", "办理时限30日内", "满意度95%以上"]
)
def test_val9_sees_a_threshold_at_the_end_of_a_name(name: str) -> None:
    assert _fired(name, "=100%")["VAL-9"] == "warning"


@pytest.mark.parametrize(
    "name", ["60岁以上老人体检率", "30日内办结率", "24小时应急服务", "满意度≥90%的单位占比"]
)
def test_val9_passes_figures_that_say_what_is_measured(name: str) -> None:
    assert "VAL-9" not in _fired(name, "=100%")


@pytest.mark.parametrize(
    ("first", "second"),
    [("=100(%)", "=100.00(%)"), ("≥95(%)", "≧90(%)"), ("≥95(%)", ">=90(%)")],
)
def test_val11_notes_two_ways_of_writing_in_one_column(first: str, second: str) -> None:
    form = broken(target(), ("indicators[1].target", first), ("indicators[4].target", second))
    finding = only("VAL-11", found(form, "shanghai"))
    assert finding.severity.value == "info"
    assert (finding.field, finding.entered) == ("indicators[4].target", second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("=100(%)", "≥99.5(%)"),
        ("=4(次/月)", "=100.00(次)"),
        ("≥95(%)", ">90(%)"),
        ("=100(%)", "解决率达90.00%以上"),
    ],
)
def test_val11_passes_decimals_and_signs_that_mean_something(first: str, second: str) -> None:
    form = target()
    form.indicators = form.indicators[:5]
    for row, text in zip(form.indicators[3:], (first, second), strict=True):
        row.target = text
    form.indicators[1].target = None
    assert "VAL-11" not in rules(found(form, "shanghai"))


def test_val11_holds_columns_apart() -> None:
    form = broken(evaluation(), ("indicators[1].actual", "100.00(%)"))
    form.indicators[4].actual = form.indicators[6].actual = None
    assert "VAL-11" not in rules(found(form))


@pytest.mark.parametrize(
    ("name", "aimed", "fires"),
    [
        ("民警满意度", "≥90", True),
        ("民警满意度", "≥90%", False),
        ("民警满意度", "≥90分", False),
        ("民警满意度测评", "≥90", False),
    ],
)
def test_val7_asks_for_the_unit_of_a_satisfaction(name: str, aimed: str, fires: bool) -> None:
    """As ks2026-03: 90 may be percent or a mark."""
    assert ("VAL-7" in _fired(name, aimed)) is fires


def test_val11_takes_full_width_for_the_same_sign() -> None:
    """As kx2021-01: ＝ and = look the same to their reader."""
    form = broken(target(), ("indicators[0].target", "＝100(%)"))
    form.indicators[1].target = "=90(%)"
    assert "VAL-11" not in rules(found(form, "shanghai"))
