"""What staff call a field: 全年预算数（上年结转资金）, 第3项指标的得分."""

from generator.forms.checks.wording import (
    FUND_COLUMNS,
    FUND_ROWS,
    HEAD,
    INDICATOR_COLUMNS,
    TARGET_FUNDS,
)
from generator.forms.fields import split_indicator

_FIGURES = {"weight": "预算执行率分值", "score": "预算执行率得分", "execution_rate": "执行率"}
_OTHERS = {
    "title": "表名",
    "project_nature": "项目性质",
    "project_category": "项目类别",
    "planned_start": "计划开始日期",
    "planned_end": "计划完成日期",
    "overall_goal": "项目总目标",
    "annual_goal": "年度总体目标",
    "expected_goal": "预期目标",
    "actual_result": "实际完成情况",
    "indicators": "绩效指标",
    "money_unit": "资金单位",
    "project_amount": "项目金额",
    "total_weight": "分值合计",
    "total_score": "总分",
    "rating": "评分等级",
}
_COLUMNS = {
    **INDICATOR_COLUMNS,
    "level1": "一级指标",
    "level2": "二级指标",
    "deviation_analysis": "偏差原因",
}


def name_of(field: str) -> str:
    """Return the Chinese name of a field; a path no form has is returned as it is."""
    indicator = split_indicator(field)
    if indicator is not None:
        index, column = indicator
        return f"第{index + 1}项指标的{_COLUMNS.get(column, column)}"
    if not field.startswith("funds."):
        return {**HEAD, **_OTHERS}.get(field, field)
    _, row, *rest = field.split(".")
    if not rest:
        return TARGET_FUNDS.get(row, field)
    name = {**FUND_COLUMNS, **_FIGURES}.get(rest[0], rest[0])
    return name if rest[0] in ("weight", "score") else f"{FUND_ROWS.get(row, row)}的{name}"
