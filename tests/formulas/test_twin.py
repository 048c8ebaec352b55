"""The workbook's score is the engine's score or nothing, whatever is typed."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.forms.profiles import load_profile
from generator.forms.scoring import score_indicator
from generator.forms.values import parse
from generator.workbook.formulas import grammar, twin
from tests.formulas.cases import Case, common_cases, odd_cases

PROFILE = load_profile("national-2020")
UNITS = grammar.fenced(grammar.common_units())


def in_workbook(case: Case) -> Decimal | None:
    return twin.rule_score(
        twin.read(case.target), twin.read(case.actual), case.weight, UNITS, PROFILE
    )


def by_engine(case: Case) -> Decimal | None:
    return score_indicator(parse(case.target), parse(case.actual), case.weight, PROFILE).score


def test_the_common_grammar_is_scored_as_the_engine_scores() -> None:
    for case in common_cases(6_000, seed=1):
        assert in_workbook(case) is not None, case
        assert in_workbook(case) == by_engine(case), case


def test_beyond_it_the_score_is_the_engines_or_empty() -> None:
    for case in odd_cases(20_000, seed=2):
        assert in_workbook(case) in (None, by_engine(case)), case


_CELL = st.text(
    "0123456789.,，%％()（） =≥≤><≧≦＝＞＜-~至以上下内约万亿"
    "人次天年月日达成指标未部分及时一二三十百|*?",
    max_size=12,
)


@given(_CELL, _CELL, st.decimals(0, 50, places=2))
@example("=2021年", "=2021年", Decimal(5))
@example("百分之九十五", "达成指标", Decimal(5))
@example("1,5人", "15人", Decimal(5))
def test_no_text_gets_another_score_than_the_engines(
    target: str, actual: str, weight: Decimal
) -> None:
    case = Case(target, actual, weight, common=False)
    assert in_workbook(case) in (None, by_engine(case))


@pytest.mark.parametrize(
    ("target", "actual", "weight", "score"),
    [
        ("=100(%)", "98.00(%)", "10", "9.80"),
        (">200.00(条)", "175.00(条)", "3", "2.63"),
        ("≤100%", "86%", "10", "10"),
        ("≤10件", "15件", "8", "4.00"),
        ("≤10件", "20件", "8", "0"),
        ("=0 (件)", "0.00 (件)", "8", "8"),
        ("=0件", "1件", "8", "0"),
        ("及时", "部分达成年度指标并具有一定效果", "5", "4.00"),
        ("及时", "未达成年度指标且效果较差", "5", "3.00"),
        ("95%以上", "95%", "5", None),
        ("≥95%", "95", "5", None),
        ("≥95%", "", "5", None),
    ],
)
def test_known_rows(target: str, actual: str, weight: str, score: str | None) -> None:
    found = in_workbook(Case(target, actual, Decimal(weight), common=True))
    assert found == (None if score is None else Decimal(score))
