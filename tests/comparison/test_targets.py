"""What became of a target: every kind of change, and what nearly is one."""

import pytest

from generator.forms.comparison import Kind, Why
from generator.forms.comparison.targets import compare_targets

from .forms import change_of, row

DECIDED = [
    # the same, however written
    ("=100(%)", "=100.00 (%)", Kind.KEPT),
    ("≥95%", "不低于95％", Kind.KEPT),
    ("≤90分钟", "≤1.5小时", Kind.KEPT),
    ("移交后30天", "移交后 30 天", Kind.KEPT),
    ("安全", " 安全。", Kind.KEPT),
    ("不适用", "/", Kind.KEPT),
    (None, None, Kind.KEPT),
    # more is better
    (">600(万次)", ">100(万次)", Kind.LOOSER),
    ("=100%", "≥95%", Kind.LOOSER),
    ("≥95%", "=100%", Kind.STRICTER),
    ("≥95%", "≥96%", Kind.STRICTER),
    ("30.5万份", "300000份", Kind.LOOSER),
    # less is better
    ("≤5%", "≤3%", Kind.STRICTER),
    ("≤5%", "<6%", Kind.LOOSER),
    ("=0(件)", "≤1(件)", Kind.LOOSER),
    ("=0(件)", "=1(件)", Kind.LOOSER),
    ("<48(小时)", "≤2天", Kind.SIGN_ONLY),
    ("<48(小时)", "≤3天", Kind.LOOSER),
    ("移交后30天", "移交后60天", Kind.LOOSER),
    # the sign only
    (">200(条)", "≥200(条)", Kind.SIGN_ONLY),
    ("=100%", "≥100%", Kind.SIGN_ONLY),
    ("=100%", "100%", Kind.SIGN_ONLY),
    ("≥100人", "约100人", Kind.SIGN_ONLY),
    # ranges and dates
    ("90%-95%", "85%-95%", Kind.LOOSER),
    ("85%-95%", "90%-95%", Kind.STRICTER),
    ("2023年6月30日前", "2024年6月30日前", Kind.KEPT),
    ("2023年6月30日前", "2024年9月30日前", Kind.LOOSER),
    ("6月30日前", "5月31日前", Kind.STRICTER),
    ("重阳节前", "中秋节前", Kind.WORDING),
    # words
    ("职业年金运营安全稳健", "运营安全稳健", Kind.WORDING),
    ("企业满意度达到95%以上", "群众满意度达到95%以上", Kind.WORDING),
    ("市区2小时，郊区4小时", "市区3小时，郊区4小时", Kind.WORDING),
    # units
    (">600(万/人次)", ">100(万次)", Kind.LOOSER),
    (">200(条)", "≥150(条/年)", Kind.LOOSER),
    (">200(条)", ">200(条/年)", Kind.UNIT_CHANGED),
    ("≥100人", "≥100人次", Kind.UNIT_CHANGED),
    ("≥100%", "≥100个", Kind.UNIT_CHANGED),
    ("27人", "27", Kind.UNIT_CHANGED),
]

NOT_COMPARABLE = [
    ("≥95%", "持续提高", Why.FIGURES_LOST),
    ("持续提高", "≥95%", Why.FIGURES_GAINED),
    ("市区2小时，郊区4小时", "及时", Why.FIGURES_LOST),
    ("≥95%", None, Why.BLANK_NOW),
    (None, "≥95%", Why.BLANK_BEFORE),
    ("≥95%", "不适用", Why.NOT_APPLICABLE),
    ("≥95%", "≥9 5%", Why.UNREADABLE),
    ("≥95%", "90%-95%", Why.OTHER_NOTATION),
    ("80%-90%", "85%-95%", Why.RANGES_OVERLAP),
    ("≥95%", "≤95%", Why.REVERSED),
    ("增长5%", "下降5%", Why.REVERSED),
    ("企业满意度达到95%以上", "群众满意度达到90%以上", Why.OTHER_SUBJECT),
    ("=100万元", "=120万元", Why.DIRECTION_UNKNOWN),
]


@pytest.mark.parametrize(("earlier", "now", "kind"), DECIDED)
def test_kind_of_change(earlier: str | None, now: str | None, kind: Kind) -> None:
    assert change_of(earlier, now).kind is kind


@pytest.mark.parametrize(("earlier", "now", "why"), NOT_COMPARABLE)
def test_why_targets_cannot_be_compared(earlier: str | None, now: str | None, why: Why) -> None:
    change = change_of(earlier, now)
    assert change.kind is Kind.NOT_COMPARABLE
    assert change.target is not None
    assert change.target.why is why


@pytest.mark.parametrize(
    ("name", "kind"),
    [("有责投诉数", Kind.STRICTER), ("投诉办结率", Kind.LOOSER), ("培训人数", Kind.LOOSER)],
)
def test_without_a_sign_the_name_says_which_way_is_better(name: str, kind: Kind) -> None:
    assert change_of("=5(件)", "=3(件)", name).kind is kind


def test_costs_without_a_sign_should_not_rise() -> None:
    cost = ("成本指标", "经济成本指标")
    earlier, now = (row("物业费", target, cost) for target in ("=100万元", "=120万元"))
    assert compare_targets(earlier, now).kind is Kind.LOOSER


def test_a_unit_that_changed_is_told_beside_looser() -> None:
    target = change_of(">600(万/人次)", ">100(万次)").target
    assert target is not None
    assert target.unit_changed
    kept = change_of(">600(万次)", ">100(万次)").target
    assert kept is not None
    assert not kept.unit_changed


def test_unreadable_targets_are_the_same_only_word_for_word() -> None:
    assert change_of("≥9 5%", "≥9 5%").kind is Kind.KEPT
    assert change_of("≥9 5%", "≥9 6%").kind is Kind.NOT_COMPARABLE
