"""What a layout file may say: the grid of one official form, row by row.

``head`` rows, then the repeating ``indicators`` block, then ``foot`` rows.  Every cell is a
label, a field to fill in, a computed field, or blank; a field the official form does not print
is listed under ``unprinted`` and lives in the workbook's hidden sheet.
"""

from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from generator.forms.data_files import Record
from generator.forms.fields import indicator_columns, scalar_fields
from generator.forms.models import MoneyUnit, SelfEvaluationForm, TargetForm

ColumnName = Annotated[str, Field(pattern=r"^[A-Z]$")]
Span = Annotated[str, Field(pattern=r"^[A-Z](:[A-Z])?$")]


def column_number(letter: str) -> int:
    """Return the number of a column, counted from 1; forms never go past Z."""
    return ord(letter) - ord("A") + 1


class Formula(StrEnum):
    """The figures a workbook computes by itself."""

    SUM_OF_PARTS = "sum_of_parts"
    EXECUTION_RATE = "execution_rate"
    EXECUTION_SCORE = "execution_score"
    TOTAL_WEIGHT = "total_weight"
    TOTAL_SCORE = "total_score"
    RATING = "rating"


class Style(StrEnum):
    """How a cell looks and how its value is written; drawn in ``writer/styles.py``."""

    TITLE = "title"
    YEAR_LINE = "year_line"
    LABEL = "label"
    HEADER = "header"
    TEXT = "text"
    LONG_TEXT = "long_text"
    VALUE = "value"
    DATE = "date"
    MONEY = "money"
    SCORE = "score"
    SCORE_SHORT = "score_short"
    TOTAL = "total"
    RATE = "rate"
    RATE_WITH_SIGN = "rate_with_sign"


_USUAL = {
    "project_amount": Style.MONEY,
    "weight": Style.SCORE,
    "score": Style.SCORE,
    "execution_rate": Style.RATE,
    "planned_start": Style.DATE,
    "planned_end": Style.DATE,
    "total_weight": Style.TOTAL,
    "total_score": Style.TOTAL,
    "rating": Style.TOTAL,
}
"""How fields are drawn that are no text, by the last part of their path: a number typed into a
text cell would be no number, and a formula changed there no formula."""


class _Spanning(Record):
    """What stands in a column or in several side by side."""

    at: Span

    @property
    def first_column(self) -> int:
        """Leftmost column, counted from 1."""
        return column_number(self.at[0])

    @property
    def last_column(self) -> int:
        """Rightmost column, counted from 1."""
        return column_number(self.at[-1])


class CellSpec(_Spanning):
    """One cell of the grid: where it stands and what it is."""

    down: Annotated[int, Field(ge=1, le=50)] = 1
    label: str | None = None
    field: str | None = None
    formula: Formula | None = None
    default: Literal["execution_weight"] | None = None
    choices: str | None = None
    style: Style | None = None
    format: str | None = None
    open: bool = False
    """To be filled in though no field of ours: the telephone number of who filled the form in."""

    @property
    def look(self) -> Style:
        """The style the cell is drawn in: its own, or what its field is usually drawn in."""
        if self.style is not None:
            return self.style
        if self.field is None:
            return Style.TEXT if self.open else Style.LABEL
        usual = Style.MONEY if self.field.startswith("funds.") else Style.TEXT
        return _USUAL.get(self.field.rpartition(".")[2], usual)


class RowSpec(Record):
    """One row of the grid; ``height`` in points is the least, text may need more."""

    cells: Annotated[tuple[CellSpec, ...], Field(min_length=1)]
    height: Annotated[float, Field(gt=0, le=409)] = 24


class StubSpec(_Spanning):
    """The label beside the whole indicator block, merged over all its rows."""

    label: str


class ColumnSpec(_Spanning):
    """One column of the indicator block."""

    label: str
    style: Style | None = None


class GroupSpec(Record):
    """A level-1 indicator with its level-2 names, in the official order.

    ``unprinted_level2`` stands where the form prints level 1 over both columns.
    """

    level1: str
    level2: tuple[str, ...] = ()
    unprinted_level2: str | None = None


class IndicatorBlock(Record):
    """The repeating block: a header row, then one row an indicator."""

    stub: StubSpec | None = None
    columns: dict[str, ColumnSpec]
    groups: Annotated[tuple[GroupSpec, ...], Field(min_length=1)]


class Layout(Record):
    """One official form.  ``kind`` tells which model its fields are paths into."""

    id: Annotated[str, Field(pattern=r"^[a-z]+-(decl|eval)-\d{4}$")]
    version: Annotated[int, Field(ge=1)]
    kind: Literal["target", "self_evaluation"]
    name: str
    form_name: str
    sheet: Annotated[str, Field(max_length=31, pattern=r"^[^\\/?*\[\]:']+$")]
    profile: str
    source: str
    money_unit: MoneyUnit
    titles: Annotated[tuple[str, ...], Field(min_length=1)]
    columns: dict[ColumnName, Annotated[float, Field(gt=0, le=120)]]
    orientation: Literal["portrait", "landscape"] = "portrait"
    choices: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    head: tuple[RowSpec, ...]
    indicators: IndicatorBlock
    foot: tuple[RowSpec, ...] = ()
    unprinted: tuple[str, ...] = ()

    @property
    def model(self) -> type[TargetForm] | type[SelfEvaluationForm]:
        """The kind of form this layout prints."""
        return TargetForm if self.kind == "target" else SelfEvaluationForm

    @cached_property
    def printed(self) -> dict[str, CellSpec]:
        """The cell of every printed field that is not an indicator's."""
        rows = (*self.head, *self.foot)
        return {cell.field: cell for row in rows for cell in row.cells if cell.field}

    @cached_property
    def computed(self) -> dict[str, Formula]:
        """The computed fields but indicator scores; an unprinted grade is computed all the same."""
        computed = {f: cell.formula for f, cell in self.printed.items() if cell.formula}
        hidden = {f: Formula(f) for f in self.unprinted if f in tuple(Formula)}
        return computed | hidden

    @cached_property
    def columns_of_indicators(self) -> tuple[str, ...]:
        """The indicator columns this form has, in model order."""
        return tuple(
            name for name in indicator_columns(self.model) if name in self.indicators.columns
        )

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """Every field of this form's kind that is not an indicator's, in model order."""
        return tuple(scalar_fields(self.model))

    @cached_property
    def implied_level2(self) -> dict[str, str]:
        """Level-2 names this form does not print, by their level 1."""
        groups = self.indicators.groups
        return {g.level1: g.unprinted_level2 for g in groups if g.unprinted_level2}

    @cached_property
    def aside(self) -> tuple[str, ...]:
        """Unprinted fields the workbook computes: beside the helper columns, not printed."""
        return tuple(field for field in self.unprinted if field in self.computed)

    @cached_property
    def level_names(self) -> frozenset[str]:
        """Every level-1 and level-2 name of the vocabulary."""
        groups = self.indicators.groups
        return frozenset(name for g in groups for name in (g.level1, *g.level2))

    @property
    def first_helper(self) -> int:
        """Leftmost helper column, outside the print area, counted from 1."""
        return self.last_column + 2

    @property
    def last_column(self) -> int:
        """Rightmost column of the form, counted from 1."""
        return max(map(column_number, self.columns))
