"""The sheet 统计: the figures behind the charts on the left, the charts beside them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.summary.charts import Cells, grade_chart, rate_chart, score_chart
from generator.batch.summary.drawing import Table
from generator.batch.summary.entry import Value
from generator.batch.summary.figures import GradeCount, ProjectRate, ResultFigures
from generator.batch.summary.looks import Looks
from generator.batch.summary.paper import set_up_print
from generator.batch.summary.wording import Kind, wording
from generator.workbook.plan.texts import height
from generator.workbook.sheet.address import letters

_GRADES_AT, _SCORES_AT, _RATES_AT = "F3", "F14", "O3"
"""Where the charts stand: two below each other, the one that grows beside them."""

_CHART_COLUMNS, _CHART_COLUMN_WIDTH = range(5, 24), 9

_GRADES = (Kind.SHORT, Kind.COUNT, Kind.COUNT)
_SCORES = (Kind.SHORT, Kind.SCORE, Kind.SCORE)
_RATES = (Kind.TEXT, Kind.TEXT, Kind.YEAR, Kind.RATE)
_LEAST = 24.0


def draw_statistics(book: Workbook, looks: Looks, results: Table, figures: ResultFigures) -> None:
    """Add the sheet; ``results`` is the table of self-evaluations the scores stand in."""
    sheet = _Statistics(book, looks)
    sheet.grades(figures.grades())
    sheet.scores(figures.score_range(), results)
    sheet.rates(*figures.rates())


class _Statistics:
    """The sheet while it is being drawn, from the top down."""

    def __init__(self, book: Workbook, looks: Looks) -> None:
        self.words = wording().statistics
        self.sheet: Worksheet = book.create_sheet(self.words.name)
        self.looks, self.next_row = looks, 1
        for number, width in enumerate(self.words.columns, 1):
            self.sheet.column_dimensions[letters(number)].width = width
        for number in _CHART_COLUMNS:
            self.sheet.column_dimensions[letters(number)].width = _CHART_COLUMN_WIDTH
        set_up_print(self.sheet)
        self._append([self.words.title, None, None, None], "title", _RATES)

    def grades(self, found: Sequence[GradeCount]) -> None:
        words = self.words.grades
        rows: list[list[Value]] = [
            [each.grade or self.words.no_grade, each.entered, each.computed] for each in found
        ]
        names, *counts = self._block(words.heading, words.columns, rows, _GRADES)
        series = dict(zip(words.columns[1:], counts, strict=True))
        self.sheet.add_chart(grade_chart(words.chart, words.axis, names, series), _GRADES_AT)

    def scores(self, span: tuple[Decimal, Decimal] | None, results: Table) -> None:
        if span is None:
            return
        words = self.words.scores
        rows: list[list[Value]] = [[words.low, span[0], span[0]], [words.high, span[1], span[1]]]
        _, x, y = self._block(words.heading, words.columns, rows, _SCORES)
        by_rule, entered = (_column(results, key) for key in ("rule_total_score", "total_score"))
        chart = score_chart(
            words.chart, (words.x_axis, words.y_axis),
            (words.points, by_rule, entered), (words.line, x, y), span,
        )  # fmt: skip
        self.sheet.add_chart(chart, _SCORES_AT)

    def rates(self, rates: Sequence[ProjectRate], lowest: bool) -> None:
        if not rates:
            return
        words = self.words.rates
        heading = words.heading_lowest if lowest else words.heading
        title = words.chart_lowest if lowest else words.chart
        rows: list[list[Value]] = [
            [name, each.unit, each.fiscal_year, each.rate]
            for name, each in zip(_distinct_names(rates), rates, strict=True)
        ]
        cells = self._block(heading.format(count=len(rates)), words.columns, rows, _RATES)
        chart = rate_chart(title.format(count=len(rates)), cells[0], cells[-1])
        self.sheet.add_chart(chart, _RATES_AT)

    def _block(
        self, heading: str, titles: Sequence[str], rows: list[list[Value]], kinds: Sequence[Kind]
    ) -> list[Cells]:
        """Write a small table below the last and return its columns."""
        self._append([], "body", kinds)
        self._append([heading], "heading", kinds)
        self._append(list(titles), "header", kinds)
        first = self.next_row
        for row in rows:
            self._append(row, "body", kinds)
        last = self.next_row - 1
        return [Cells(self.sheet, number, first, last) for number in range(1, len(titles) + 1)]

    def _append(self, values: list[Value], part: str, kinds: Sequence[Kind]) -> None:
        """Write one row, as high as its longest text; a heading may run over to the right."""
        widths = self.words.columns if part != "heading" else ()
        texts = [(str(value), width) for value, width in zip(values, widths, strict=False) if value]
        points = max(_LEAST, *(height(text, width) for text, width in texts)) if texts else _LEAST
        self.sheet.row_dimensions[self.next_row].height = points
        cells = zip(values, kinds, strict=False)
        self.sheet.append([self.looks.cell(self.sheet, value, part, kind) for value, kind in cells])
        self.next_row += 1


def _distinct_names(rates: Sequence[ProjectRate]) -> Iterator[str | None]:
    """Yield what each bar is called: a project there more than once, with unit and year."""
    often = Counter(each.project_name for each in rates)
    for each in rates:
        parts = [str(part) for part in (each.unit, each.fiscal_year) if part is not None]
        if often[each.project_name] > 1 and parts:
            yield f"{each.project_name or ''}（{'，'.join(parts)}）"
        else:
            yield each.project_name


def _column(table: Table, key: str) -> Cells:
    return Cells(table.sheet, table.column(key), table.first_row, table.last_row)
