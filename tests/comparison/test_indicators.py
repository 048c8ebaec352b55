"""Which indicators are paired, and what is said of those that are not."""

from generator.forms.comparison import IndicatorChange, Kind

from .forms import QUALITY, changes, row

QUANTITY = ("产出指标", "数量指标")
SATISFACTION = ("满意度指标", "服务对象满意度指标")


def kinds(found: tuple[IndicatorChange, ...]) -> list[Kind]:
    return [each.kind for each in found]


def test_renamed_indicators_are_paired() -> None:
    (change,) = changes(
        [row("档案查询用户满意度", "≥99(%)")], [row("档案查询利用用户满意度", "≥99%")]
    )
    assert change.kind is Kind.RENAMED
    assert change.renamed
    assert not change.slip


def test_blanks_brackets_and_width_are_no_new_name() -> None:
    (change,) = changes([row("投诉率（有责）", "=0")], [row("投诉率 (有责)", "=0")])
    assert change.kind is Kind.KEPT
    assert not change.renamed


def test_different_subjects_are_dropped_and_new() -> None:
    found = changes([row("参保人员投诉率", "≤1%")], [row("参保单位投诉率", "≤1%")])
    assert kinds(found) == [Kind.NEW, Kind.DROPPED]


def test_an_ambiguous_name_stays_alone() -> None:
    earlier = [row("参保对象满意度", "≥95%")]
    both = [row("社区参保对象满意度", "≥95%"), row("窗口参保对象满意度", "≥95%")]
    assert kinds(changes(earlier, both)) == [Kind.NEW, Kind.NEW, Kind.DROPPED]
    assert kinds(changes(earlier, both[:1])) == [Kind.RENAMED]


def test_an_exact_name_goes_before_a_likely_one() -> None:
    found = changes(
        [row("档案查询用户满意度", "≥99%")],
        [row("档案影像查询用户满意度", "≥99%"), row("档案查询用户满意度", "≥99%")],
    )
    assert kinds(found) == [Kind.NEW, Kind.KEPT]


def test_another_level_is_a_move_and_another_name_of_the_level_is_none() -> None:
    moved = changes(
        [row("微信阅读数", "≥100次", QUANTITY)], [row("微信阅读数", "≥100次", SATISFACTION)]
    )
    assert kinds(moved) == [Kind.MOVED]
    alias = changes(
        [row("粉丝数上涨率", ">1%", ("效益指标", "可持续发展指标"))],
        [row("粉丝数上涨率", ">1%", ("效益指标", "可持续影响指标"))],
    )
    assert kinds(alias) == [Kind.KEPT]


def test_a_level_that_is_not_printed_and_costs_of_2021_are_no_moves() -> None:
    implied = changes(
        [row("群众满意度", "≥95%", ("满意度指标", None))], [row("群众满意度", "≥95%", SATISFACTION)]
    )
    assert kinds(implied) == [Kind.KEPT]
    costs = changes(
        [row("租金", "≤5万元", ("产出指标", "成本指标"))],
        [row("租金", "≤5万元", ("成本指标", "经济成本指标"))],
    )
    assert kinds(costs) == [Kind.KEPT]


def test_the_weightiest_change_is_the_kind_and_the_others_hold_besides() -> None:
    (change,) = changes(
        [row("年度微信阅读总量", ">600(万/人次)", QUANTITY)],
        [row("微信总阅读数", ">100.00(万次)", SATISFACTION)],
    )
    assert change.kind is Kind.LOOSER
    assert change.renamed
    assert change.moved


def test_of_two_rows_with_one_name_each_meets_the_one_with_its_target() -> None:
    earlier = [row("培训合格率", "≥95%"), row("培训合格率", "≥90%")]
    found = changes(earlier, earlier[::-1])
    assert kinds(found) == [Kind.KEPT, Kind.KEPT]
    assert [each.earlier_index for each in found] == [1, 0]


def test_rows_without_a_name_are_never_taken_for_each_other() -> None:
    nameless = [row("安全", "≥95%", QUALITY).model_copy(update={"name": None})]
    found = changes(nameless, [nameless[0].model_copy(update={"target": "≥90%"})])
    assert kinds(found) == [Kind.NEW, Kind.DROPPED]
