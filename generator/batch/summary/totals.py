"""The row of totals below a table: sums of what a filter leaves visible, and their value now."""

from collections import defaultdict
from decimal import Decimal

from generator.batch.summary.entry import Live, Row, Value
from generator.batch.summary.wording import SheetWords, Total
from generator.forms.numbers import round_half_up
from generator.workbook.sheet.address import letters

_SPENT, _BUDGET = "actual_expenditure", "adjusted_budget"


class Totals:
    """The totals of one table, added up row by row from ``first_row`` of its sheet on."""

    def __init__(self, words: SheetWords, first_row: int) -> None:
        self._words, self._first_row = words, first_row
        self._sums: dict[str, Decimal] = defaultdict(Decimal)

    @property
    def wanted(self) -> bool:
        """Whether the table has totals at all."""
        return any(column.total for column in self._words.columns.values())

    def add(self, row: Row) -> None:
        """Count one row in; what is blank adds nothing."""
        for key, column in self._words.columns.items():
            value = row[key]
            if column.total is Total.SUM and isinstance(value, int | Decimal):
                self._sums[key] += value

    def row(self, last_row: int, label: str) -> list[Value]:
        """Return the cells of the totals, ``label`` below the project names."""
        values: list[Value] = []
        for key, column in self._words.columns.items():
            if column.total is Total.SUM:
                values.append(Live(self._sum(key, last_row), self._sums[key]))
            elif column.total is Total.EXECUTION_RATE:
                values.append(self._rate(last_row))
            else:
                values.append(label if key == "project_name" else None)
        return values

    def _sum(self, key: str, last_row: int) -> str:
        """109 adds up what is visible only."""
        letter = letters(list(self._words.columns).index(key) + 1)
        return f"SUBTOTAL(109,{letter}{self._first_row}:{letter}{last_row})"

    def _rate(self, last_row: int) -> Live:
        spent, budget = self._sum(_SPENT, last_row), self._sum(_BUDGET, last_row)
        formula = f"IF({budget}=0,0,ROUND({spent}/{budget},4))"
        if not self._sums[_BUDGET]:
            return Live(formula, Decimal(0))
        return Live(formula, round_half_up(self._sums[_SPENT] / self._sums[_BUDGET], 4))
