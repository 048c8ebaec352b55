"""CLS-1 to CLS-3."""

import pytest

from generator.forms.findings import Finding
from tests.forms.forms import broken, evaluation, found, only, row, rules, target

QUANTITY = ("产出指标", "数量指标")
QUALITY = ("产出指标", "质量指标")
TIME = ("产出指标", "时效指标")
SOCIAL = ("效益指标", "社会效益指标")
ECONOMIC = ("效益指标", "经济效益指标")
SATISFACTION = ("满意度指标", "服务对象满意度指标")
COST = ("成本指标", "经济成本指标")
SOCIAL_COST = ("成本指标", "社会成本指标")
NATURE_COST = ("成本指标", "生态环境成本指标")


def _found(place: tuple[str, str], name: str, aimed: str) -> list[Finding]:
    """Review the clean target form with one more row."""
    form = target()
    form.indicators.append(row(*place, name, target=aimed))
    return found(form, "shanghai")


@pytest.mark.parametrize(
    ("place", "name", "aimed"),
    [
        (SOCIAL, "被调查者满意度", "满意"),
        (SOCIAL, "社区服务对象满意率", "≥90(%)"),
        (ECONOMIC, "资金结算及时性", "及时"),
        (QUALITY, "故障响应及时率", "≥95(%)"),
        (SATISFACTION, "微信总阅读数", ">100(万次)"),
        (SATISFACTION, "有责投诉事件发生数", "=0(件)"),
        (SATISFACTION, "消防检测验收合格率", "=100(%)"),
        (SATISFACTION, "系统稳定运行", "=100(%)"),
        (SOCIAL_COST, "养老金应付尽付率", "=100(%)"),
        (COST, "户外招牌检测数", "=19(块)"),
        (COST, "档案库房租用", "≤118(万卷)"),
        (("产出指标", "成本指标"), "服务人数", "=500(人)"),
    ],
)
def test_cls1_sees_an_indicator_in_an_unlikely_class(
    place: tuple[str, str], name: str, aimed: str
) -> None:
    finding = only("CLS-1", _found(place, name, aimed))
    assert (finding.field, finding.severity.value) == ("indicators[7].name", "warning")


@pytest.mark.parametrize(
    ("place", "name", "aimed"),
    [
        (SOCIAL, "网上办事从“能办”向“好办”转变", "群众满意度达到95%以上"),
        (SOCIAL_COST, "雇员队伍稳定性保障", "保障"),
    ],
)
def test_cls1_only_notes_what_a_reviewer_may_let_pass(
    place: tuple[str, str], name: str, aimed: str
) -> None:
    assert only("CLS-1", _found(place, name, aimed)).severity.value == "info"


@pytest.mark.parametrize(
    ("place", "name", "aimed"),
    [
        (SATISFACTION, "投诉处理满意度", "≥95(%)"),
        (SATISFACTION, "参保对象认可度", "≥95(%)"),
        (QUANTITY, "满意度调查次数", "=2(次)"),
        (QUANTITY, "满意度≥90%的单位数", "≥5(个)"),
        (TIME, "故障响应及时率", "≥95(%)"),
        (SOCIAL, "参保单位投诉率", "≤1(%)"),
        (COST, "成本控制率", "≤100(%)"),
        (COST, "办公设备", "≤50(万元)"),
        (COST, "终端租用费用标准", "不高于同类市场价"),
        (COST, "三公经费下降率", "≥3(%)"),
        (SOCIAL_COST, "施工扰民投诉数", "≤3(件)"),
        (SOCIAL_COST, "换卡期间业务中断次数", "≤1(次)"),
        (NATURE_COST, "化学农药使用量较上年下降", "≥5%"),
    ],
)
def test_cls1_passes_an_indicator_in_its_class(
    place: tuple[str, str], name: str, aimed: str
) -> None:
    assert "CLS-1" not in rules(_found(place, name, aimed))


def _cost(name: str, actual: str) -> dict[str, str]:
    """Review the clean self-evaluation, executed by 95 %, with this cost indicator."""
    form = broken(
        evaluation(),
        ("indicators[3].name", name),
        ("indicators[3].target", "≤100%"),
        ("indicators[3].actual", actual),
    )
    return rules(found(form))


@pytest.mark.parametrize("name", ["成本控制率", "预算成本执行率", "项目资金使用率"])
def test_cls2_sees_a_cost_that_repeats_the_execution_rate(name: str) -> None:
    assert _cost(name, "95%")["CLS-2"] == "warning"


def test_cls2_passes_another_rate_and_another_kind_of_cost() -> None:
    assert "CLS-2" not in _cost("成本控制率", "88%")
    assert "CLS-2" not in _cost("采购价格与预算单价之比", "95%")


@pytest.mark.parametrize(
    ("place", "name", "aimed"),
    [
        (COST, "项目总成本", "≥100(万元)"),
        (("产出指标", "成本指标"), "人均培训费用", ">300(元)"),
    ],
)
def test_cls3_wants_upper_limits_of_costs(place: tuple[str, str], name: str, aimed: str) -> None:
    finding = only("CLS-3", _found(place, name, aimed))
    assert (finding.field, finding.severity.value) == ("indicators[7].target", "warning")


def test_cls3_only_notes_the_sign_of_what_is_no_cost_at_all() -> None:
    """≥217 cases handled is no cost: CLS-1 says so, one doubt is enough."""
    findings = _found(SOCIAL_COST, "驻点处理行政争议案件", "≥217(件)")
    assert only("CLS-1", findings).severity.value == "warning"
    assert only("CLS-3", findings).severity.value == "info"


@pytest.mark.parametrize(
    ("place", "name", "aimed"),
    [
        (COST, "项目总成本", "≤100(万元)"),
        (COST, "项目总成本", "=100(万元)"),
        (COST, "成本节约率", "≥5(%)"),
        (QUANTITY, "采购数量", "≥5(台)"),
    ],
)
def test_cls3_passes_limits_savings_and_other_classes(
    place: tuple[str, str], name: str, aimed: str
) -> None:
    assert "CLS-3" not in rules(_found(place, name, aimed))
