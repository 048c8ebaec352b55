"""The two sheets of a project list, column by column: the contract its readers rely on, and which
column holds which field of a form.
"""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from generator.workbook.layout import Layout

_NAME, _TARGET, _GOAL = 200, 1_000, 10_000
"""The most characters a name, a target and a goal may have."""


class Kind(StrEnum):
    """What the cells of a column hold."""

    NAME = "name"
    TEXT = "text"
    YEAR = "year"
    LAYOUT = "layout"
    DATE = "date"
    AMOUNT = "amount"
    MONEY_UNIT = "money_unit"
    WEIGHT = "weight"


class Column(Struct, frozen=True):
    """One column: its heading, the ``key`` its values go by, its width in characters.

    ``longest`` is the most characters a text may have; ``choices`` names its dropdown.
    """

    heading: str
    key: str
    kind: Kind
    width: float
    required: bool = False
    longest: int = _NAME
    choices: str | None = None

    @property
    def title(self) -> str:
        """The heading as the header row shows it: required columns carry a ``*``."""
        return f"{self.heading}*" if self.required else self.heading


class ListSheet(Struct, frozen=True):
    """One sheet: its name, its columns, and those it may have besides."""

    name: str
    columns: tuple[Column, ...]
    qualifiers: tuple[Column, ...] = ()

    @property
    def known(self) -> tuple[Column, ...]:
        """Every column that is read."""
        return self.columns + self.qualifiers

    def column(self, key: str) -> Column:
        """Return the column whose values go by ``key``."""
        return next(column for column in self.known if column.key == key)


_PROJECT = Column("项目名称", "project_name", Kind.NAME, 22, required=True)
_UNIT = Column("实施单位", "unit", Kind.NAME, 18)
_YEAR = Column("年度", "fiscal_year", Kind.YEAR, 7, required=True)
_LAYOUT = Column("表式", "layout", Kind.LAYOUT, 24, required=True, choices="layouts")

PROJECTS = ListSheet(
    "项目",
    (
        _PROJECT,
        Column("主管部门", "department", Kind.NAME, 18, required=True),
        _UNIT,
        _YEAR,
        _LAYOUT,
        Column("项目性质", "project_nature", Kind.NAME, 13, choices="项目性质"),
        Column("项目类别", "project_category", Kind.NAME, 12, choices="项目类别"),
        Column("计划开始日期", "planned_start", Kind.DATE, 12),
        Column("计划完成日期", "planned_end", Kind.DATE, 12),
        Column("项目金额", "project_amount", Kind.AMOUNT, 17),
        Column("资金单位", "money_unit", Kind.MONEY_UNIT, 7, choices="money_units"),
        Column("当年财政拨款", "current_appropriation", Kind.AMOUNT, 17),
        Column("上年结转资金", "carry_over", Kind.AMOUNT, 14),
        Column("其他资金", "other_funds", Kind.AMOUNT, 14),
        Column("项目总目标", "overall_goal", Kind.TEXT, 24, longest=_GOAL),
        Column("年度总体目标", "annual_goal", Kind.TEXT, 34, longest=_GOAL),
    ),
)

INDICATORS = ListSheet(
    "指标",
    (
        replace(_PROJECT, width=36, choices="projects"),
        Column("一级指标", "level1", Kind.NAME, 15, required=True, choices="level1"),
        Column("二级指标", "level2", Kind.NAME, 20, choices="level2"),
        Column("三级指标", "name", Kind.NAME, 36, required=True),
        Column("年度指标值", "target", Kind.TEXT, 24, longest=_TARGET),
        Column("分值", "weight", Kind.WEIGHT, 9),
    ),
    qualifiers=tuple(replace(column, required=False) for column in (_YEAR, _UNIT, _LAYOUT)),
)
"""``qualifiers`` tell projects of one name apart, the most telling first."""

AMOUNTS = tuple(column for column in PROJECTS.columns if column.kind is Kind.AMOUNT)


_HEAD_FIELDS = {
    "fiscal_year": "fiscal_year",
    "project_name": "project_name",
    "department": "department",
    "unit": "unit",
    "money_unit": "money_unit",
}

_TARGET_FIELDS = {
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

_SELF_EVALUATION_FIELDS = {
    "project_amount": "project_amount",
    "funds.current_appropriation.initial_budget": "current_appropriation",
    "funds.carry_over.initial_budget": "carry_over",
    "funds.other_funds.initial_budget": "other_funds",
    "expected_goal": "annual_goal",
}


def bound_fields(layout: Layout) -> dict[str, str]:
    """Return the key of the column for every field of a layout's form the list has one for."""
    return _HEAD_FIELDS | (_TARGET_FIELDS if layout.kind == "target" else _SELF_EVALUATION_FIELDS)
