"""VAL-1 to VAL-4 and BND-1."""

import pytest

from generator.forms.catalogue import catalogue
from generator.forms.values import Assumed, Mismatch, Why
from tests.forms.forms import broken, evaluation, found, only, rules, target


def _row(target: str, actual: str) -> dict[str, str]:
    """Review the clean form with this target and actual in its first row."""
    form = broken(evaluation(), ("indicators[0].target", target), ("indicators[0].actual", actual))
    return rules(found(form))


@pytest.mark.parametrize(
    "text",
    [
        "9 5%",
        "1,5人",
        "≥",
        "≥%",
        "1O0%",
        "≥≤5",
        "95%-90%",
        "1.2.3",
        "2024年2月30日",
        "1234567890123456",
    ],
)
def test_val1_says_what_cannot_be_read(text: str) -> None:
    form = broken(target(), ("indicators[0].target", text))
    finding = only("VAL-1", found(form, "shanghai"))
    assert finding.severity.value == "error"
    assert text in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "及时",
        "安全性100%，稳定性99%以上",
        "市区2小时，郊区4小时",
        "移交后30天",
        "系统升级到V2.0.1",
        "1.完成采购；2.完成验收",
        "≥1,000(人)",
    ],
)
def test_val1_passes_words_and_well_written_numbers(text: str) -> None:
    assert found(broken(target(), ("indicators[0].target", text)), "shanghai") == []


def test_val1_reads_actuals_too() -> None:
    assert _row("≥10(场)", "1 0(场)")["VAL-1"] == "error"


@pytest.mark.parametrize("text", ["27人", "100%", "30.5万份", "0"])
def test_val2_asks_for_the_sign(text: str) -> None:
    form = broken(target(), ("indicators[0].target", text))
    assert rules(found(form, "shanghai")) == {"VAL-2": "warning"}


def test_val2_does_not_guess_what_a_bare_time_means() -> None:
    """30分钟 is a limit or a service; that 25分钟 did not reach it is nobody's fault."""
    assert _row("30分钟", "25分钟") == {"VAL-2": "warning"}
    assert _row("3个工作日", "9个工作日") == {"VAL-2": "warning"}


@pytest.mark.parametrize(
    "text", ["≥27人", "不少于27人", "27人以上", "移交后30天", "2024年", "5~8场"]
)
def test_val2_passes_signs_in_glyphs_and_words(text: str) -> None:
    assert found(broken(target(), ("indicators[0].target", text)), "shanghai") == []


@pytest.mark.parametrize(
    ("aimed", "actual", "severity"),
    [
        ("≥10(场)", "10(人)", "warning"),
        ("≥10(人次)", "10(人)", "warning"),
        ("=100(%)", "100", "warning"),
        ("≥30万份", "31", "warning"),
        ("≥3(小时)", "3", "warning"),
        ("增长5%", "下降5%", "warning"),
        ("≥10(场)", "10", "info"),
        ("≥90%", "0.95", "info"),
        ("≥10(场)", "10(次)", "info"),
        ("≥3个月", "95天", "info"),
        ("≥2次/月", "24次", "info"),
        ("≤100万元", "95.6万", "info"),
        ("≤100万元", "95.6", "warning"),
    ],
)
def test_val3_wants_one_unit(aimed: str, actual: str, severity: str) -> None:
    assert _row(aimed, actual)["VAL-3"] == severity


def test_every_reason_of_the_reader_has_its_words() -> None:
    assert catalogue()["VAL-1"].variants.keys() == {why.value for why in Why}
    kinds = {kind.value for kind in (*Mismatch, *Assumed)}
    assert catalogue()["VAL-3"].variants.keys() == {*kinds, "period", "like_units"}


def test_val3_converts_what_converts() -> None:
    assert "VAL-3" not in _row("≤48(小时)", "1天")
    assert "VAL-3" not in _row("≥3(万人次)", "30000人次")
    assert "VAL-3" not in _row("≤300元/人·天", "280元/人·天")


@pytest.mark.parametrize(
    ("aimed", "actual"),
    [
        ("≥10人", "10名"),
        ("≥12次/年", "12次"),
        ("≥3台/套", "3套"),
        ("≥30万张", "0"),
        ("=0(起)", "0"),
    ],
)
def test_val3_passes_other_words_for_one_unit_a_year_s_count_and_nothing(
    aimed: str, actual: str
) -> None:
    assert "VAL-3" not in _row(aimed, actual)


@pytest.mark.parametrize(
    ("aimed", "actual"), [("≤30万元", "完成"), ("=100(%)", "达成指标"), ("≥10(场)", "已完成培训")]
)
def test_val4_wants_numbers_for_numbers(aimed: str, actual: str) -> None:
    assert _row(aimed, actual)["VAL-4"] == "error"


@pytest.mark.parametrize(
    ("aimed", "actual"), [("≥10(场)", "线上6场，线下5场"), ("3个工作日", "达成指标")]
)
def test_val4_only_asks_about_several_figures_and_bare_times(aimed: str, actual: str) -> None:
    assert _row(aimed, actual)["VAL-4"] == "warning"


@pytest.mark.parametrize(
    ("aimed", "actual"),
    [
        ("移交后30天", "达成指标"),
        ("合同签订后30日内", "按期完成"),
        ("1个工作日内", "当日"),
        ("=0(起)", "未发生"),
        ("及时", "达成指标"),
        ("2023.07-2024.01", "达成指标"),
        ("2024.1-12", "达成指标"),
    ],
)
def test_val4_passes_time_limits_in_words_and_nothing_for_zero(aimed: str, actual: str) -> None:
    assert "VAL-4" not in _row(aimed, actual)


@pytest.mark.parametrize(("aimed", "actual"), [(">95(%)", "95(%)"), ("<5(%)", "5%")])
def test_bnd1_notes_a_strict_sign_at_equality(aimed: str, actual: str) -> None:
    assert _row(aimed, actual) == {"BND-1": "info"}


@pytest.mark.parametrize(("aimed", "actual"), [(">95(%)", "95.01(%)"), ("≥95(%)", "95(%)")])
def test_bnd1_passes_anything_else(aimed: str, actual: str) -> None:
    assert _row(aimed, actual) == {}


@pytest.mark.parametrize(
    ("aimed", "actual", "fires"),
    [
        ("≥95(%)", "95%左右", True),
        ("≥500(人)", "约490人", True),
        ("≥43(万人次)", "约46万人次", False),
        ("≥95(%)", "90%-96%", True),
        ("≥95(%)", "95%", False),
    ],
)
def test_val4_notes_about_so_many_where_it_leaves_the_target_open(
    aimed: str, actual: str, fires: bool
) -> None:
    """As kx2021-02: 95%左右 for ≥95 %."""
    changes = ("indicators[0].target", aimed), ("indicators[0].actual", actual)
    findings = found(broken(evaluation(), *changes))
    noted = [each for each in findings if each.rule == "VAL-4"]
    assert [each.severity.value for each in noted] == (["info"] if fires else [])


@pytest.mark.parametrize(
    ("aimed", "actual", "severity"),
    [
        ("≤3(%)", "零投诉", "info"),
        ("≤3(%)", "未发生", "info"),
        ("≥3(次)", "未发生", "error"),
        ("=0(起)", "无法统计", "error"),
        ("开展巡检二次", "完成", "warning"),
        ("建立1套制度", "达成年度指标", "warning"),
        ("4级及以上", "达成年度指标", "warning"),
        ("开展巡检不少于2次", "完成", "error"),
        ("≥10(台)", "10台（其中2台备用）", "info"),
        ("≥10(台)", "12台，比计划多2台", "info"),
        ("≥10(台)", "设备8台，家具2套", "warning"),
    ],
)
def test_val4_weighs_words_by_what_they_tell(aimed: str, actual: str, severity: str) -> None:
    """No complaint keeps any limit, so that no form is sent back for it."""
    changes = ("indicators[0].target", aimed), ("indicators[0].actual", actual)
    assert only("VAL-4", found(broken(evaluation(), *changes))).severity.value == severity


def test_val2_says_what_a_bare_zero_asks() -> None:
    form = broken(target(), ("indicators[0].target", "0起"))
    assert "已按“=0起”理解，即要求不发生" in only("VAL-2", found(form, "shanghai")).message


def test_val2_does_not_guess_what_a_bare_price_means() -> None:
    """As kz2021-01: 185元/亩 may be an upper limit or what every farmer is due."""
    form = broken(target(), ("indicators[0].target", "185元/亩"))
    assert "看不出是不能超过的上限" in only("VAL-2", found(form, "shanghai")).message
