"""What a summary needs of one file: the answer to it and its form, its place among others, its
cells.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from generator.batch.examine import Examined
from generator.batch.outcome import Outcome
from generator.forms.models import Form, MoneyUnit
from generator.workbook.carry import in_unit
from generator.workbook.layout import Layout, load_layout


class Live(Struct, frozen=True):
    """A formula (without "=") and the value it gives now."""

    formula: str
    value: Decimal


Value = str | int | Decimal | Live | None
"""Text is never a formula; only ``Live`` is."""

Row = Mapping[str, Value]
"""One row of a table by the keys of its columns."""


MONEY_UNIT: MoneyUnit = "万元"
"""The unit of all money in a summary, whatever the forms' own."""

SortKey = tuple[bool, bytes]
OfficialKey = tuple[SortKey, SortKey, int]
"""By what files are ordered: department, unit and year."""


class SummaryEntry(Struct, frozen=True):
    """The answer to one file and the form it holds, ``None`` where it could not be read."""

    outcome: Outcome
    form: Form | None

    @classmethod
    def of(cls, examined: Examined) -> "SummaryEntry":
        """Return what a summary needs of an examined file."""
        done = examined.recalculation
        return cls(examined.outcome, None if done is None else done.form)


def official_key(outcome: Outcome) -> OfficialKey:
    """Return what puts a file into its place; one unit's files of a year have the same."""
    return _collated(outcome.department), _collated(outcome.unit), outcome.fiscal_year or 0


def layout_of(form: Form) -> Layout:
    """Return the layout a form stands on."""
    return load_layout(form.layout)


def money(form: Form, amount: Decimal | None) -> Decimal | None:
    """Return an amount of a form in the summary's unit, exactly."""
    if amount is None:
        return None
    return in_unit(amount, form.money_unit or layout_of(form).money_unit, MONEY_UNIT)


@lru_cache(maxsize=4096)  # so that a unit's files share one key
def _collated(text: str | None) -> SortKey:
    """Common characters stand in GB 18030 in the order of their pinyin; blanks come last."""
    return text is None, (text or "").encode("gb18030", "replace")
