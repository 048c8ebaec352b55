"""The target forms the tests carry over: real ones, and small ones for the rarer cases."""

import json
from decimal import Decimal
from pathlib import Path

from generator.forms.models import TargetForm, from_json
from generator.workbook.layout import Layout, all_layouts, load_layout
from generator.workbook.layout.schema import GroupSpec

_ROOT = Path(__file__).parents[2]
_FOLDERS = (_ROOT / "sample_workbooks" / "forms", _ROOT.parent / "shared" / "corpus")

EVALUATIONS = tuple(layout for layout in all_layouts() if layout.kind == "self_evaluation")

Row = tuple[str, str | None, str]


def real_targets() -> list[tuple[str, TargetForm]]:
    """Return every real target form there is, with the name of its file."""
    paths = sorted(path for folder in _FOLDERS for path in folder.glob("*.json"))
    forms = [(path.stem, from_json(json.loads(path.read_text("utf-8")))) for path in paths]
    return [(name, form) for name, form in forms if isinstance(form, TargetForm)]


def target_form(*rows: Row, layout: str = "sh-decl-2024", **head: object) -> TargetForm:
    """Return a target form with these indicators: level 1, level 2, name."""
    indicators = [
        {"level1": level1, "level2": level2, "name": name, "target": "≥95%"}
        for level1, level2, name in rows
    ]
    data = {"layout": layout, "project_name": "信息化运维", "indicators": indicators, **head}
    return TargetForm.model_validate(data)


def declared(layout: str, request: Decimal) -> TargetForm:
    """Return a target form that asks for one sum, all of it from the year's appropriation."""
    funds = {"current_appropriation": request, "carry_over": 0, "annual_other_funds": 0}
    return target_form(layout=layout, funds=funds)


def with_level1_costs() -> Layout:
    """Return a self-evaluation layout with 成本指标 as a level 1, as in targets since 2021."""
    layout = load_layout("cn-eval-2020")
    costs = GroupSpec(level1="成本指标", level2=("经济成本指标", "社会成本指标"))
    output = GroupSpec(level1="产出指标", level2=("数量指标", "质量指标", "时效指标"))
    groups = (costs, output, *layout.indicators.groups[1:])
    block = layout.indicators.model_copy(update={"groups": groups})
    return Layout.model_validate(layout.model_dump() | {"indicators": block})  # works out anew
