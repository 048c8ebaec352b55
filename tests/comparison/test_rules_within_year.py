"""CMP-1, CMP-2, CMP-4: a self-evaluation keeps what was declared for its year."""

import pytest

from generator.forms.comparison import compare_forms

from .forms import evaluation, money, reached, row, rules, targets


def within_year(declared: str | None, evaluated: str | None) -> list[tuple[str, str, str]]:
    now = evaluation(reached("档案丢失率", evaluated, "0%"), year=2024)
    return rules(compare_forms(now, targets(row("档案丢失率", declared))))


def test_a_missing_and_an_added_indicator_are_errors() -> None:
    now = evaluation(reached("档案丢失率", "=0%", "0%"), year=2024)
    found = compare_forms(now, targets(row("过期档案处置率", "=100%")))
    assert rules(found) == [
        ("CMP-1", "error", "indicators"),
        ("CMP-1", "error", "indicators[0].name"),
    ]
    assert found.findings[0].message.startswith(
        "2024年申报表中的指标“过期档案处置率”在2024年自评表中没有。"
    )


@pytest.mark.parametrize(
    ("declared", "evaluated"),
    [
        ("≥99%", "≥95%"),
        ("≥95%", "≥99%"),
        ("≥95%", ">95%"),
        ("≥100人", "≥100人次"),
        ("≥95%", "持续提高"),
        ("≥95%", None),
    ],
)
def test_a_changed_value_sign_or_unit_is_an_error(declared: str, evaluated: str | None) -> None:
    assert within_year(declared, evaluated) == [("CMP-2", "error", "indicators[0].target")]


@pytest.mark.parametrize(
    ("declared", "evaluated"),
    [("=100%", "100%"), ("27人", "27"), ("有效提升", "有效地提升"), (None, "≥95%")],
)
def test_what_may_mean_the_same_is_asked_about(declared: str | None, evaluated: str) -> None:
    assert within_year(declared, evaluated) == [("CMP-2", "warning", "indicators[0].target")]


@pytest.mark.parametrize(
    ("declared", "evaluated"), [("=100(%)", "=100.00 (%)"), ("≤2天", "≤48小时"), ("及时", "及时。")]
)
def test_another_notation_of_the_same_is_no_finding(declared: str, evaluated: str) -> None:
    assert within_year(declared, evaluated) == []


def test_a_renamed_indicator_is_asked_about_and_a_slip_is_called_one() -> None:
    now = evaluation(
        reached("档案查询利用用户满意度", "≥99%", "99%"),
        reached("可勤人员出勤率", "≥95%", "100%"),
        year=2024,
    )
    before = targets(row("档案查询用户满意度", "≥99%"), row("司勤人员出勤率", "≥95%"))
    assert rules(compare_forms(now, before)) == [
        ("CMP-1", "warning", "indicators[0].name"),
        ("CMP-6", "warning", "indicators[1].name"),
    ]


def test_an_indicator_under_another_level_is_noted() -> None:
    now = evaluation(reached("档案丢失率", "=0%", "0%", ("效益指标", "社会效益指标")), year=2024)
    found = compare_forms(now, targets(row("档案丢失率", "=0%")))
    assert rules(found) == [("CMP-1", "info", "indicators[0].level2")]


def test_the_request_is_the_initial_budget() -> None:
    now, before = evaluation(year=2024), targets()
    money(before, "annual_request", "11010598.00")
    money(now, "initial_budget", "1101.06")
    assert rules(compare_forms(now, before)) == []
    money(now, "initial_budget", "1101.05")
    (found,) = compare_forms(now, before).findings
    assert (found.rule, found.severity) == ("CMP-4", "warning")
    assert found.field == "funds.annual_total.initial_budget"
    assert "相差 98.00 元" in found.message


def test_two_versions_of_a_target_form_are_only_described() -> None:
    found = compare_forms(targets(row("档案丢失率", "≤1%")), targets(row("档案丢失率", "=0%")))
    assert found.relation == "other"
    assert rules(found) == []
