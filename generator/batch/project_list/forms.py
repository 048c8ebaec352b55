"""From the rows of a project list to the forms to issue: head, goal, funds, indicators."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from msgspec import Struct

from generator.batch.project_list.agreement import Identity, identity
from generator.batch.project_list.columns import bound_fields
from generator.forms.fields import get, put, put_key
from generator.forms.models import Form, MoneyUnit
from generator.workbook.formulas.sums import PARTS, live_sum, parts_of
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


def blank_form(
    project: Project, indicators: Iterable[ListedIndicator], issued_as: Layout | None = None
) -> Form:
    """Return the form to issue for a project; fields of its layout not listed are ``None``.

    ``issued_as`` is another layout to issue it in; amounts stay in the unit they were listed in.
    """
    layout = issued_as or project.layout
    bound = bound_fields(layout)
    data: dict[str, Any] = {"layout": layout.id}
    for field in layout.fields:
        if field != "project_amount" or field in layout.printed:
            put_key(data, field, getattr(project, bound[field]) if field in bound else None)
    data["money_unit"] = project.money_unit or project.layout.money_unit
    data["indicators"] = [_columns(indicator, layout) for indicator in indicators]
    form = layout.model.model_validate(data)
    _add_up(form, layout)
    return form


def _add_up(form: Form, layout: Layout) -> None:
    """Fill in the totals of a form that prints no parts, from the parts the list gives.

    The parts are then dropped: nobody could change them in the form.
    """
    for total, parts in PARTS.items():
        alone = total in layout.printed and layout.printed.keys().isdisjoint(parts)
        if alone and get(form, total) is None:
            put(form, total, live_sum(parts_of(form, total)))
            for part in parts:
                put(form, part, None)


def _columns(indicator: ListedIndicator, layout: Layout) -> dict[str, Any]:
    """Return an indicator as its layout has it: without a level 2 or a weight it does not print."""
    columns = {name: getattr(indicator, name, None) for name in layout.columns_of_indicators}
    if layout.implied_level2.get(indicator.level1) == indicator.level2:
        columns["level2"] = None
    return columns
