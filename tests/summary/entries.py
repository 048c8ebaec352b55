"""Forms as a summary meets them: filled in, written, read back and examined."""

import io
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import openpyxl

from generator.batch.examine import Examined, examine
from generator.batch.summary import Collected, write_summary
from generator.forms.models import from_json
from generator.workbook.moment import issue_moment
from generator.workbook.writer import FormOptions, write_form


def entry(data: dict[str, Any], file: str = "表.xlsx") -> Examined:
    """Return what examining the workbook of a form gives."""
    return examine(write_form(from_json(data), FormOptions(as_printed=True)), file)


def summary_workbook(entries: Iterable[Examined]) -> bytes:
    """Return the summary of some examined files."""
    file = io.BytesIO()
    with Collected.of(entries) as files:
        write_summary(files, file, issue_moment())
    return file.getvalue()


def evaluation(name: str = "信息化运维", *, score: str = "88", **head: Any) -> dict[str, Any]:
    """Return a self-evaluation that spent 150 of 200 (万元) and met its only target."""
    money = {"initial_budget": "200", "adjusted_budget": "200", "actual_expenditure": "150"}
    none = dict.fromkeys(money, "0")
    rated = {**money, "execution_rate": "75.00", "weight": "10", "score": "7.5"}
    return {
        "layout": "cn-eval-2020",
        "fiscal_year": 2024,
        "title": "项目支出绩效自评表",
        "project_name": name,
        "department": "市人力资源和社会保障局",
        "unit": "市社会保险事业管理中心",
        "money_unit": "万元",
        "funds": {
            "annual_total": rated,
            "current_appropriation": {**money, "execution_rate": "75.00"},
            "carry_over": none,
            "other_funds": none,
        },
        "expected_goal": "系统稳定运行。",
        "actual_result": "系统稳定运行。",
        "indicators": [
            {
                "level1": "产出指标",
                "level2": "数量指标",
                "name": "系统数量",
                "target": "=2(个)",
                "actual": "2个",
                "weight": "90",
                "score": score,
                "deviation_analysis": "略有不足。",
            }
        ],
        "total_weight": "100",
        "total_score": str(Decimal(score) + Decimal("7.5")),
        "rating": "优",
        **head,
    }


def target(name: str = "信息化运维", **head: Any) -> dict[str, Any]:
    """Return a target form that asks for 68,941 元."""
    return {
        "layout": "sh-decl-2024",
        "fiscal_year": 2024,
        "title": "财政项目支出绩效目标申报表",
        "project_name": name,
        "project_nature": "经常性项目",
        "department": "市人力资源和社会保障局",
        "unit": "市社会保险事业管理中心",
        "money_unit": "元",
        "funds": {
            "annual_request": "68941.00",
            "current_appropriation": "68941.00",
            "carry_over": "0",
            "annual_other_funds": "0",
        },
        "overall_goal": None,
        "annual_goal": "系统稳定运行。",
        "indicators": [
            {"level1": "产出指标", "level2": "数量指标", "name": "系统数量", "target": "=2(个)"}
        ],
        **head,
    }


def opened(workbook: bytes, *, values: bool = True) -> openpyxl.Workbook:
    """Open a summary: cached values, or formulas."""
    return openpyxl.load_workbook(io.BytesIO(workbook), data_only=values)


def table(book: openpyxl.Workbook, sheet: str) -> list[dict[str, Any]]:
    """Return the rows below the header of a sheet, totals too, by the titles of their columns."""
    rows = list(book[sheet].iter_rows(min_row=3, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
