"""Native charts over cells of the summary; what is set here Excel, WPS and LibreOffice all draw."""

from decimal import Decimal

from msgspec import Struct
from openpyxl.chart import BarChart, Reference, ScatterChart
from openpyxl.chart._chart import ChartBase
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import NumFmt
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.title import Title, title_maker
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, ParagraphProperties
from openpyxl.worksheet.worksheet import Worksheet

BLUE, ORANGE, GREY, PALE = "4F81BD", "F79646", "7F7F7F", "D9D9D9"
_TITLE_SIZE, _AXIS_SIZE = 1200, 900
_LABEL_LENGTH = 0.55
"""Centimetres a bar and its project's name take."""


class Cells(Struct, frozen=True):
    """Cells one below the other: a column of a sheet, first and last row included."""

    sheet: Worksheet
    column: int
    first: int
    last: int

    @property
    def reference(self) -> Reference:
        """The cells as a chart points at them."""
        return Reference(
            self.sheet, min_col=self.column, min_row=self.first, max_col=self.column,
            max_row=self.last,
        )  # fmt: skip


def grade_chart(title: str, axis: str, grades: Cells, counts: dict[str, Cells]) -> BarChart:
    """Return columns side by side for each grade; ``counts`` by the name of their series."""
    colours = dict(zip(counts, (BLUE, ORANGE), strict=True))
    series = [_series(cells, name, colours[name]) for name, cells in counts.items()]
    chart = _bars(title, "col", grades, series)
    chart.y_axis.title = _title(axis, _AXIS_SIZE)
    chart.y_axis.numFmt = NumFmt(formatCode="0")
    chart.y_axis.scaling.min = 0
    chart.width, chart.height = 15, 8
    return chart


def rate_chart(title: str, projects: Cells, rates: Cells) -> BarChart:
    """Return one bar a project, the first on top, with its rate beside it."""
    chart = _bars(title, "bar", projects, [_series(rates, title, BLUE)])
    chart.legend = None
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.numFmt = NumFmt(formatCode="0%")
    chart.y_axis.scaling.min = 0
    chart.width, chart.height = 17, 4 + _LABEL_LENGTH * (rates.last - rates.first + 1)
    return chart


def score_chart(
    title: str, axes: tuple[str, str], points: tuple[str, Cells, Cells],
    line: tuple[str, Cells, Cells], span: tuple[Decimal, Decimal],
) -> ScatterChart:  # fmt: skip
    """Return one point a form and the line on which both scores are equal.

    ``points`` and ``line`` are a name, the cells of x and those of y.
    """
    chart = ScatterChart(scatterStyle="lineMarker")
    _name(chart, title)
    for axis, name in zip((chart.x_axis, chart.y_axis), axes, strict=True):
        axis.title = _title(name, _AXIS_SIZE)
        axis.delete = False
        axis.majorGridlines = _pale_lines()
        axis.numFmt = NumFmt(formatCode="0")
        axis.scaling.min, axis.scaling.max = map(float, span)
    chart.series.append(_points(*points))
    chart.series.append(_line(*line))
    chart.width, chart.height = 15, 10
    return chart


def _name(chart: ChartBase, title: str) -> None:
    chart.title = _title(title, _TITLE_SIZE)
    chart.legend = Legend(legendPos="b")


def _title(text: str, size: int) -> Title:
    """Return a title that takes its own room; ``size`` in hundredths of a point."""
    title = title_maker(text)
    title.overlay = False
    look = ParagraphProperties(defRPr=CharacterProperties(sz=size, b=True))
    assert title.tx is not None and title.tx.rich is not None, "a made title is rich text"
    for paragraph in title.tx.rich.p:
        paragraph.pPr = look
    return title


def _pale_lines() -> ChartLines:
    return ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=PALE)))


def _bars(title: str, direction: str, categories: Cells, series: list[Series]) -> BarChart:
    chart = BarChart(barDir=direction, grouping="clustered", gapWidth=60)
    _name(chart, title)
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorGridlines = _pale_lines()
    chart.series = series
    chart.set_categories(categories.reference)
    return chart


def _series(cells: Cells, name: str, colour: str) -> Series:
    series: Series = SeriesFactory(cells.reference, title=name)
    series.graphicalProperties.solidFill = colour
    series.dLbls = DataLabelList(showVal=True)
    series.dLbls.showSerName = series.dLbls.showCatName = series.dLbls.showLegendKey = False
    return series


def _points(name: str, x: Cells, y: Cells) -> Series:
    series: Series = SeriesFactory(y.reference, x.reference, title=name)
    series.marker = Marker(symbol="circle", size=7, spPr=GraphicalProperties(solidFill=BLUE))
    series.graphicalProperties.line.noFill = True
    return series


def _line(name: str, x: Cells, y: Cells) -> Series:
    series: Series = SeriesFactory(y.reference, x.reference, title=name)
    series.marker = Marker(symbol="none")
    series.graphicalProperties.line.solidFill = GREY
    series.graphicalProperties.line.dashStyle = "dash"
    series.smooth = False
    return series
