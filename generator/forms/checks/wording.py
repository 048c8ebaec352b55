"""The Chinese names of fields, as the forms print them."""

from collections.abc import Iterable
from decimal import Decimal

from generator.forms.numbers import round_half_up

HEAD = {
    "project_name": "项目名称",
    "department": "主管部门",
    "unit": "实施单位",
    "fiscal_year": "年度",
}
TARGET_FUNDS = {
    "total_funds": "项目资金总额",
    "fiscal_funds": "财政资金",
    "other_funds": "其他资金",
    "annual_request": "年度资金申请总额",
    "current_appropriation": "当年财政拨款",
    "carry_over": "上年结转资金",
    "annual_other_funds": "其他资金",
}
FUND_ROWS = {
    "annual_total": "年度资金总额",
    "current_appropriation": "当年财政拨款",
    "carry_over": "上年结转资金",
    "other_funds": "其他资金",
}
FUND_COLUMNS = {
    "initial_budget": "年初预算数",
    "adjusted_budget": "全年预算数",
    "actual_expenditure": "全年执行数",
}
INDICATOR_COLUMNS = {
    "name": "三级指标名称",
    "target": "年度指标值",
    "actual": "实际完成值",
    "weight": "分值",
    "score": "得分",
}


def listed(words: Iterable[str]) -> str:
    """Join words as Chinese lists them: 当年财政拨款、其他资金."""
    return "、".join(words)


def percent(ratio: Decimal) -> str:
    """Write a share of 1 as staff read it: 0.69883 is 69.88%."""
    return f"{round_half_up(ratio * 100, 2).normalize():f}%"
