"""Made forms: a clean one of each kind, and ways to change it by one thing.

The clean self-evaluation (profile national-2020), checked by hand:

    funds     100.00 initial, 100.00 adjusted, 95.00 spent, all 当年财政拨款 -> 95.00 %, 9.50 points
    产出 50   数量 ≥10(场) 10, 15;  质量 =100(%) 100, 10
              时效 ≤30(天) 28, 15;  成本 ≤100(万元) 95, 10
    效益 30   社会效益 ≥90(%) 92, 15;  可持续影响 健全 -> 达成年度指标, 15
    满意度 10 ≥95(%) 90, weight 10, score 9.47 with a reason (90 / 95 * 10 = 9.4737)
    total     50 + 30 + 9.47 + 9.50 = 98.97, 优
"""

from functools import cache
from typing import Any, TypeVar

from generator.forms.fields import indicator_columns, put, scalar_fields
from generator.forms.findings import Finding
from generator.forms.models import EvaluatedIndicator, Form, SelfEvaluationForm, TargetForm
from generator.forms.profiles import Profile, load_profile
from generator.forms.review import FormFacts, review

F = TypeVar("F", SelfEvaluationForm, TargetForm)

REASON = "因两场活动改为线上，现场服务不足。下一步增加线下场次。"

_ROWS = """
产出指标   | 数量指标           | 举办培训场次   | ≥10(场)   | 10(场)       | 15 | 15
产出指标   | 质量指标           | 培训合格率     | =100(%)   | 100(%)       | 10 | 10
产出指标   | 时效指标           | 证书发放时间   | ≤30(天)   | 28(天)       | 15 | 15
产出指标   | 成本指标           | 培训总成本     | ≤100(万元) | 95(万元)     | 10 | 10
效益指标   | 社会效益指标       | 政策知晓率     | ≥90(%)    | 92(%)        | 15 | 15
效益指标   | 可持续影响指标     | 培训制度健全性 | 健全      | 达成年度指标 | 15 | 15
满意度指标 | 服务对象满意度指标 | 学员满意度     | ≥95(%)    | 90(%)        | 10 | 9.47
"""


def evaluation() -> SelfEvaluationForm:
    """Return the clean self-evaluation, fresh every time."""
    form = SelfEvaluationForm.model_validate(
        {
            "layout": "cn-eval-2020",
            "fiscal_year": 2024,
            "title": "项目支出绩效自评表",
            "project_name": "基层人员培训经费",
            "department": "某市人力资源局",
            "unit": "某市培训中心",
            "money_unit": "万元",
            "funds": {
                "annual_total": {**_money("100", "100", "95"), "weight": "10", "score": "9.50"},
                "current_appropriation": _money("100", "100", "95"),
                "carry_over": {**_money("0", "0", "0"), "execution_rate": "0"},
                "other_funds": {**_money("0", "0", "0"), "execution_rate": "0"},
            },
            "expected_goal": "全年举办培训，提高基层人员业务能力。",
            "actual_result": "全年举办培训10场，基层人员业务能力得到提高。",
            "indicators": [_row(line) for line in _ROWS.strip().splitlines()],
            "total_weight": "100",
            "total_score": "98.97",
            "rating": "优",
        }
    )
    form.indicators[6].deviation_analysis = REASON
    return form


def target() -> TargetForm:
    """Return the clean target form, fresh every time."""
    return TargetForm.model_validate(
        {
            "layout": "sh-decl-2024",
            "fiscal_year": 2024,
            "title": "项目绩效目标申报表",
            "project_name": "基层人员培训经费",
            "department": "某市人力资源局",
            "unit": "某市培训中心",
            "money_unit": "元",
            "project_nature": "经常性项目",
            "planned_start": "2024-01-01",
            "planned_end": "2024-12-31",
            "funds": {
                "total_funds": "1000000",
                "fiscal_funds": "1000000",
                "other_funds": "0",
                "annual_request": "1000000",
                "current_appropriation": "900000",
                "carry_over": "100000",
                "annual_other_funds": "0",
            },
            "overall_goal": "提高基层人员业务能力。",
            "annual_goal": "全年举办培训，提高基层人员业务能力。",
            "indicators": [
                {key: row[key] for key in ("level1", "level2", "name", "target")}
                for row in map(_row, _ROWS.strip().splitlines())
            ],
        }
    )


def row(level1: str, level2: str, name: str, **entries: str) -> EvaluatedIndicator:
    """Return one more indicator for a self-evaluation."""
    return EvaluatedIndicator.model_validate(
        {"level1": level1, "level2": level2, "name": name, **entries}
    )


def broken(form: F, *changes: tuple[str, Any]) -> F:
    """Return the form with values put at these fields; figures may be given as text."""
    for field, value in changes:
        put(form, field, value)
    return form


@cache
def facts(kind: type[Form]) -> FormFacts:
    """Return the facts of a layout that prints everything."""
    columns = (f"indicators.{column}" for column in indicator_columns(kind))
    return FormFacts(frozenset((*scalar_fields(kind), *columns)))


def found(
    form: Form, profile: str = "national-2020", known: FormFacts | None = None
) -> list[Finding]:
    """Return everything the review finds in a form."""
    return review(form, load_profile(profile), known or facts(type(form)))


def rules(findings: list[Finding]) -> dict[str, str]:
    """Return the rules that fired, each with its gravest severity."""
    by_gravity = sorted(findings, key=lambda finding: -finding.severity.rank)
    return {finding.rule: finding.severity.value for finding in by_gravity}


def only(rule: str, findings: list[Finding]) -> Finding:
    """Return the one finding of a rule; fails where there are none or several."""
    (finding,) = [finding for finding in findings if finding.rule == rule]
    return finding


def national() -> Profile:
    """Return the default profile."""
    return load_profile("national-2020")


def _money(initial: str, adjusted: str, actual: str) -> dict[str, str]:
    return {
        "initial_budget": initial,
        "adjusted_budget": adjusted,
        "actual_expenditure": actual,
        "execution_rate": "95.00",
    }


def _row(line: str) -> dict[str, str]:
    keys = ("level1", "level2", "name", "target", "actual", "weight", "score")
    return dict(zip(keys, (cell.strip() for cell in line.split("|")), strict=True))
