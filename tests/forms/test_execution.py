"""FND-3, FND-4, FND-6 to FND-9: the execution rate, its score, and changes of the budget."""

import pytest

from tests.forms.forms import broken, evaluation, found, only, rules

TOTAL = "funds.annual_total"
PART = "funds.current_appropriation"


@pytest.mark.parametrize(
    ("printed", "severity"),
    [
        ("95.01", "info"),  # 0.001 points
        ("95.10", "info"),  # 0.01 points
        ("95.11", "warning"),  # 0.011 points
        ("96.00", "warning"),  # 0.10 points
        ("96.01", "error"),  # 0.101 points
        ("94.00", "warning"),
    ],
)
def test_fnd3_judges_a_rate_by_its_points(printed: str, severity: str) -> None:
    form = broken(evaluation(), (f"{TOTAL}.execution_rate", printed))
    finding = only("FND-3", found(form))
    assert (finding.severity.value, finding.expected) == (severity, "95.00")


def test_fnd3_tells_the_same_slip_in_total_and_source_once() -> None:
    both = [(f"{row}.execution_rate", "97.00") for row in (TOTAL, PART)]
    assert only("FND-3", found(broken(evaluation(), *both))).field == f"{TOTAL}.execution_rate"


def test_fnd3_looks_at_the_sources_too() -> None:
    form = broken(evaluation(), (f"{PART}.execution_rate", "59.00"))
    assert only("FND-3", found(form)).field == f"{PART}.execution_rate"


@pytest.mark.parametrize(
    ("printed", "severity"),
    [("9.51", "info"), ("9.60", "warning"), ("9.61", "error")],
)
def test_fnd4_judges_the_execution_score(printed: str, severity: str) -> None:
    form = broken(evaluation(), (f"{TOTAL}.score", printed))
    finding = only("FND-4", found(form))
    assert (finding.severity.value, finding.expected) == (severity, "9.50")


def test_fnd4_only_notes_a_score_that_follows_a_doubtful_rate() -> None:
    """94.50 % instead of 95.00 %: one slip, told as a doubt where it was made."""
    rate = [(f"{row}.execution_rate", "94.50") for row in (TOTAL, PART)]
    fired = rules(found(broken(evaluation(), *rate, (f"{TOTAL}.score", "9.45"))))
    assert (fired["FND-3"], fired["FND-4"]) == ("warning", "info")


def test_fnd6_asks_about_spending_beyond_the_budget() -> None:
    spent = [(f"{row}.actual_expenditure", "100.01") for row in (TOTAL, PART)]
    assert rules(found(broken(evaluation(), *spent)))["FND-6"] == "warning"
    spent = [(f"{row}.actual_expenditure", "100") for row in (TOTAL, PART)]
    assert "FND-6" not in rules(found(broken(evaluation(), *spent)))


def _spent(amount: str) -> list[tuple[str, str]]:
    return [(f"{row}.actual_expenditure", amount) for row in (TOTAL, PART)]


def test_fnd7_wants_a_reason_below_ninety_percent() -> None:
    assert rules(found(broken(evaluation(), *_spent("89.99"))))["FND-7"] == "warning"
    assert "FND-7" not in rules(found(broken(evaluation(), *_spent("90"))))


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("actual_result", "因两场培训取消，资金未全部支付。"),
        ("actual_result", "通过公开招标节约经费15万元。"),
        ("actual_result", "按实际发生额结算，结余15万元。"),
        ("actual_result", "实际参训人数少于预期，费用相应减少。"),
        ("indicators[6].deviation_analysis", "由于中标价低，经费有结余。"),
    ],
)
def test_fnd7_accepts_a_reason_wherever_it_stands(field: str, text: str) -> None:
    form = broken(evaluation(), *_spent("80"), (field, text))
    assert "FND-7" not in rules(found(form))


@pytest.mark.parametrize(
    "text",
    [
        "资金支出进度较慢。",
        "质量保证金按合同于次年支付。",
        "预算调减15万元。",
        "部分地块改种果树，下年度先核面积再编预算。",
    ],
)
def test_fnd7_takes_no_statement_of_fact_for_a_reason(text: str) -> None:
    form = broken(evaluation(), *_spent("80"), ("actual_result", text))
    assert "FND-7" in rules(found(form))


def test_fnd7_accepts_the_reason_of_an_indicator_that_repeats_the_rate() -> None:
    row = [("indicators[3].target", "≤100%"), ("indicators[3].actual", "80%")]
    form = broken(evaluation(), *_spent("80"), *row)
    assert "FND-7" in rules(found(form))
    form = broken(form, ("indicators[3].deviation_analysis", "人员到岗晚于计划。"))
    assert "FND-7" not in rules(found(form))


def _initial(amount: str) -> list[tuple[str, str]]:
    return [(f"{row}.initial_budget", amount) for row in (TOTAL, PART)]


@pytest.mark.parametrize(
    ("amount", "fires"), [("150", True), ("0", True), ("95", False), ("110", False)]
)
def test_fnd8_asks_about_a_large_change_of_the_budget(amount: str, fires: bool) -> None:
    assert ("FND-8" in rules(found(broken(evaluation(), *_initial(amount))))) is fires


def test_fnd8_accepts_an_explained_change() -> None:
    form = broken(
        evaluation(), *_initial("150"), ("actual_result", "因场次减少，年中调减预算50万元。")
    )
    assert found(form) == []
    form = broken(form, ("actual_result", "根据市财政局批复，年中增加培训任务。"))
    assert found(form) == []


def test_fnd9_notes_money_that_changed_its_source() -> None:
    own, other = (f"{row}.initial_budget" for row in (PART, "funds.other_funds"))
    assert rules(found(broken(evaluation(), (own, "0"), (other, "100")))) == {"FND-9": "info"}
    assert found(broken(evaluation(), (own, "60"), (other, "40"))) == []
