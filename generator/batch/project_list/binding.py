"""Which column of a project list holds which field of a form: read both ways."""

from generator.workbook.layout import Layout

_HEAD = {
    "fiscal_year": "fiscal_year",
    "project_name": "project_name",
    "department": "department",
    "unit": "unit",
    "money_unit": "money_unit",
}

_TARGET = {
    "project_nature": "project_nature",
    "project_category": "project_category",
    "planned_start": "planned_start",
    "planned_end": "planned_end",
    "funds.total_funds": "project_amount",
    "funds.current_appropriation": "current_appropriation",
    "funds.carry_over": "carry_over",
    "funds.annual_other_funds": "other_funds",
    "overall_goal": "overall_goal",
    "annual_goal": "annual_goal",
}

_SELF_EVALUATION = {
    "project_amount": "project_amount",
    "funds.current_appropriation.initial_budget": "current_appropriation",
    "funds.carry_over.initial_budget": "carry_over",
    "funds.other_funds.initial_budget": "other_funds",
    "expected_goal": "annual_goal",
}


def bound_fields(layout: Layout) -> dict[str, str]:
    """Return the key of the column for every field of a layout's form the list has one for."""
    return _HEAD | (_TARGET if layout.kind == "target" else _SELF_EVALUATION)
