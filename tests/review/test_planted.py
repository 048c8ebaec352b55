"""An error planted into any real or made form is found, and found as an error."""

from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.forms.findings import Severity
from generator.forms.models import from_json
from generator.forms.profiles import load_profile
from generator.forms.review import review
from generator.workbook.layout import load_layout
from generator.workbook.recalculate import facts_of
from tests.real_forms import SHIPPED, data_of
from tests.review.measure import MADE

Data = dict[str, Any]
Planter = Callable[[Data], str | None]
"""Breaks a form and returns the field where the error now is, None where the form has no such."""


def _scored(data: Data) -> int | None:
    """Return a row with points whose target is a share, and which is fully scored."""
    for index, row in enumerate(data["indicators"]):
        percent = "%" in (row["target"] or "") and "%" in (row.get("actual") or "")
        if percent and row.get("weight") and row["weight"] == row["score"]:
            return index
    return None


def blank_target(data: Data) -> str:
    data["indicators"][0]["target"] = None
    return "indicators[0].target"


def no_department(data: Data) -> str:
    data["department"] = None
    return "department"


def unknown_level(data: Data) -> str:
    data["indicators"][0]["level1"] = "过程指标"
    return "indicators[0].level1"


def parts_of_the_request(data: Data) -> str | None:
    if "annual_goal" not in data:
        return None
    data["funds"]["current_appropriation"] = str(
        Decimal(data["funds"]["current_appropriation"]) + 1000
    )
    return "funds.annual_request"


def due_after_the_project(data: Data) -> str | None:
    if "annual_goal" not in data:
        return None
    data["indicators"][0]["target"] = f"{data['fiscal_year'] + 2}年6月底前"
    return "indicators[0].target"


def broken_number(data: Data) -> str:
    data["indicators"][0]["target"] = "≥9O(%)"
    return "indicators[0].target"


def total_too_high(data: Data) -> str | None:
    if not data.get("total_score"):
        return None
    data["total_score"] = str(Decimal(data["total_score"]) - 2)
    return "total_score"


def weight_too_high(data: Data) -> str | None:
    index = _scored(data)
    if index is None or not data.get("total_score"):
        return None
    row = data["indicators"][index]
    row["weight"] = row["score"] = str(Decimal(row["weight"]) + 10)
    return "total_weight"


def score_above_weight(data: Data) -> str | None:
    index = _scored(data)
    if index is None:
        return None
    row = data["indicators"][index]
    row["score"] = str(Decimal(row["weight"]) + 1)
    return f"indicators[{index}].score"


def points_lost_in_silence(data: Data) -> str | None:
    index = _scored(data)
    if index is None:
        return None
    row = data["indicators"][index]
    row["score"], row["deviation_analysis"] = str(Decimal(row["weight"]) / 2), None
    return f"indicators[{index}].deviation_analysis"


def word_for_a_number(data: Data) -> str | None:
    index = _scored(data)
    if index is None:
        return None
    data["indicators"][index]["target"] = "≥95(%)"
    data["indicators"][index]["actual"] = "已完成"
    return f"indicators[{index}].actual"


def zero_not_kept(data: Data) -> str | None:
    index = _scored(data)
    if index is None:
        return None
    data["indicators"][index] |= {"target": "=0(件)", "actual": "2(件)"}
    return f"indicators[{index}].score"


def rate_far_off(data: Data) -> str | None:
    if "annual_goal" in data:
        return None
    money = data["funds"]["annual_total"]
    whole = 1 if data["layout"].startswith("sz") else 100
    rate = Decimal(money["actual_expenditure"]) * whole / Decimal(money["adjusted_budget"])
    if not rate:
        return None
    money["execution_rate"] = f"{rate / 2:.2f}"
    return "funds.annual_total.execution_rate"


def execution_score_far_off(data: Data) -> str | None:
    if "annual_goal" in data:
        return None
    data["funds"]["annual_total"]["score"] = "3.21"
    return "funds.annual_total.score"


def parts_of_the_budget(data: Data) -> str | None:
    if "annual_goal" in data:
        return None
    money = data["funds"]["annual_total"]
    money["initial_budget"] = str(Decimal(money["initial_budget"]) + 77)
    return "funds.annual_total.initial_budget"


def wrong_grade(data: Data) -> str | None:
    if not data.get("rating"):
        return None
    data["rating"] = "差"
    return "rating"


PLANTED: dict[str, Planter] = {
    "STR-1": no_department,
    "STR-3": unknown_level,
    "STR-7": blank_target,
    "FND-1": parts_of_the_budget,
    "FND-2": parts_of_the_request,
    "FND-3": rate_far_off,
    "FND-4": execution_score_far_off,
    "WGT-1": weight_too_high,
    "TOT-1": total_too_high,
    "TOT-3": wrong_grade,
    "VAL-1": broken_number,
    "VAL-4": word_for_a_number,
    "VAL-13": due_after_the_project,
    "SCR-1": score_above_weight,
    "SCR-6": zero_not_kept,
    "RSN-1": points_lost_in_silence,
}


@pytest.mark.parametrize("path", [*SHIPPED, *MADE], ids=lambda path: path.stem)
def test_a_planted_error_is_found(path: Path) -> None:
    missed = []
    for rule, plant in PLANTED.items():
        data = deepcopy(data_of(path))
        field = plant(data)
        if field is not None and (rule, field) not in _errors(data):
            missed.append((rule, field))
    assert missed == []


@pytest.mark.parametrize("rule", PLANTED)
def test_every_error_could_be_planted_somewhere(rule: str) -> None:
    """Else the test above would prove nothing about it."""
    forms = [deepcopy(data_of(path)) for path in (*SHIPPED, *MADE)]
    planted = [data for data in forms if PLANTED[rule](data) is not None]
    assert len(planted) >= 5


def _errors(data: Data) -> set[tuple[str, str]]:
    form = from_json(data)
    layout = load_layout(form.layout)
    findings = review(form, load_profile(layout.profile), facts_of(layout))
    return {(each.rule, each.field) for each in findings if each.severity is Severity.ERROR}
