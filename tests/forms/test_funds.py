"""FND-1, FND-2, FND-5, FND-10 to FND-13: money is complete, adds up, and fits its unit."""

import pytest

from tests.forms.forms import broken, evaluation, found, only, rules, target

TOTAL = "funds.annual_total"


def test_fnd1_wants_the_sum_of_the_sources() -> None:
    form = broken(evaluation(), ("funds.carry_over.initial_budget", "10"))
    finding = only("FND-1", found(form))
    assert (finding.field, finding.entered, finding.expected) == (
        "funds.annual_total.initial_budget",
        "100",
        "110",
    )


def test_fnd1_lets_a_cent_pass_and_blank_parts_to_fnd5() -> None:
    form = broken(evaluation(), ("funds.carry_over.initial_budget", "0.01"))
    assert "FND-1" not in rules(found(form))
    form = broken(form, ("funds.carry_over.initial_budget", None))
    assert "FND-1" not in rules(found(form))


def test_fnd2_wants_the_sums_of_a_target_form() -> None:
    form = broken(target(), ("funds.carry_over", "200000"))
    assert only("FND-2", found(form, "shanghai")).expected == "1100000"
    form = broken(target(), ("funds.other_funds", "1"))
    assert only("FND-2", found(form, "shanghai")).field == "funds.total_funds"


def test_fnd2_passes_where_the_project_total_is_blank() -> None:
    blank = [(f"funds.{name}", None) for name in ("total_funds", "fiscal_funds", "other_funds")]
    assert found(broken(target(), *blank), "shanghai") == []


def test_fnd5_asks_for_blank_sources() -> None:
    form = broken(evaluation(), ("funds.current_appropriation.actual_expenditure", None))
    finding = only("FND-5", found(form))
    assert finding.severity.value == "warning"
    assert finding.field == "funds.current_appropriation.actual_expenditure"


def test_fnd5_only_notes_blanks_that_can_only_be_zero() -> None:
    form = broken(evaluation(), ("funds.carry_over.initial_budget", None))
    assert only("FND-5", found(form)).severity.value == "info"


def test_fnd5_asks_for_a_missing_total() -> None:
    form = broken(evaluation(), (f"{TOTAL}.initial_budget", None))
    assert only("FND-5", found(form)).field == f"{TOTAL}.initial_budget"
    form = broken(target(), ("funds.annual_request", None))
    assert rules(found(form, "shanghai")) == {"FND-5": "warning"}


def test_fnd10_refuses_spending_without_budget() -> None:
    nothing = [(f"{row}.adjusted_budget", "0") for row in (TOTAL, "funds.current_appropriation")]
    assert rules(found(broken(evaluation(), *nothing)))["FND-10"] == "error"


def test_fnd11_notes_a_zero_budget_nothing_was_spent_of() -> None:
    rows = (TOTAL, "funds.current_appropriation")
    columns = ("adjusted_budget", "actual_expenditure", "execution_rate")
    nothing = [(f"{row}.{column}", "0") for row in rows for column in columns]
    fired = rules(found(broken(evaluation(), *nothing, (f"{TOTAL}.score", "0"))))
    assert fired["FND-11"] == "info"
    assert not {"FND-3", "FND-4", "FND-7", "FND-10"} & fired.keys()


@pytest.mark.parametrize(
    ("unit", "amount", "fires"),
    [
        ("万元", "0.5", True),
        ("万元", "1", False),
        ("万元", "1000000", True),
        ("万元", "999999", False),
        ("元", "1080", True),
        ("元", "9999.99", True),
        ("元", "10000", False),
    ],
)
def test_fnd12_asks_whether_the_unit_of_money_is_right(unit: str, amount: str, fires: bool) -> None:
    form = broken(target(), ("money_unit", unit), ("funds.annual_request", amount))
    assert ("FND-12" in rules(found(form, "shanghai"))) is fires


def test_fnd13_wants_the_project_to_cover_its_year() -> None:
    less = [("funds.total_funds", "900000"), ("funds.fiscal_funds", "900000")]
    assert rules(found(broken(target(), *less), "shanghai")) == {"FND-13": "error"}


def test_fnd13_compares_more_only_for_a_project_of_one_year() -> None:
    more = [("funds.total_funds", "3000000"), ("funds.fiscal_funds", "3000000")]
    assert rules(found(broken(target(), *more), "shanghai")) == {"FND-13": "warning"}
    longer = broken(target(), *more, ("planned_end", "2026-12-31"))
    assert found(longer, "shanghai") == []
    phased = broken(target(), *more, ("project_nature", "阶段性项目"))
    assert found(phased, "shanghai") == []
