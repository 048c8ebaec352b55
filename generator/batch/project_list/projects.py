"""What a project list says: its projects and their indicators."""

from decimal import Decimal

from msgspec import Struct

from generator.batch.project_list.identity import Identity, identity
from generator.forms.models import MoneyUnit
from generator.workbook.layout import Layout


class Project(Struct, frozen=True, kw_only=True):
    """One row of the sheet 项目: one form to issue.  ``row`` is its row in the workbook.

    Amounts are in ``money_unit``, or in the layout's own where that is ``None``; dates are
    ISO 8601.
    """

    row: int
    project_name: str
    department: str
    fiscal_year: int
    layout: Layout
    unit: str | None = None
    project_nature: str | None = None
    project_category: str | None = None
    planned_start: str | None = None
    planned_end: str | None = None
    project_amount: Decimal | None = None
    money_unit: MoneyUnit | None = None
    current_appropriation: Decimal | None = None
    carry_over: Decimal | None = None
    other_funds: Decimal | None = None
    overall_goal: str | None = None
    annual_goal: str | None = None

    @property
    def identity(self) -> Identity:
        """What tells this project's form from all others."""
        return identity(self.project_name, self.fiscal_year, self.unit, self.layout)


class ListedIndicator(Struct, frozen=True, kw_only=True):
    """One row of the sheet 指标; year, unit and layout are ``None`` where the row names none."""

    row: int
    project_name: str
    level1: str
    name: str
    level2: str | None = None
    target: str | None = None
    weight: Decimal | None = None
    fiscal_year: int | None = None
    unit: str | None = None
    layout: Layout | None = None

    @property
    def identity(self) -> Identity:
        """The projects this is an indicator of."""
        return identity(self.project_name, self.fiscal_year, self.unit, self.layout)
