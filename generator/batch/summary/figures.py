"""The figures behind the charts: how many of each grade, execution rates, the range of scores."""

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import ROUND_FLOOR, Decimal
from operator import attrgetter

from msgspec import Struct

from generator.batch.summary.entry import Row
from generator.forms.profiles import load_profile

MOST_BARS = 40
"""A chart with more bars than this cannot be read; the lowest rates are the ones to look at."""

_FULL = Decimal(100)
_STEP = Decimal(10)


class GradeCount(Struct, frozen=True):
    """How many forms have a grade (``None``: none at all), as filled in and as computed."""

    grade: str | None
    entered: int
    computed: int


class ProjectRate(Struct, frozen=True):
    """The execution rate one project comes to, as a ratio; ``number`` counts those before it."""

    number: int
    project_name: str | None
    unit: str | None
    fiscal_year: int | None
    rate: Decimal


class ResultFigures:
    """What the table of results comes to; its size depends on grades, not on the rows."""

    def __init__(self) -> None:
        self._grades: dict[str | None, None] = {}
        self._entered: Counter[str | None] = Counter()
        self._computed: Counter[str | None] = Counter()
        self._rates = 0
        self._lowest: list[ProjectRate] = []
        self._extremes: tuple[Decimal, Decimal] | None = None

    def counted(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Pass the rows of results on as they are counted."""
        for row in rows:
            self._take_grades(row)
            self._take_rate(row)
            self._take_scores(row)
            yield row

    def grades(self) -> list[GradeCount]:
        """Return the grades of the profiles in force from the best down, then others, then none."""
        found = [*self._entered, *self._computed]
        order = self._grades | dict.fromkeys(grade for grade in found if grade is not None)
        none = [None] if self._entered[None] or self._computed[None] else []
        return [
            GradeCount(grade, self._entered[grade], self._computed[grade])
            for grade in (*order, *none)
        ]

    def rates(self) -> tuple[list[ProjectRate], bool]:
        """Return the execution rates, and whether they are the lowest ones only, lowest first."""
        if self._rates > MOST_BARS:
            return self._lowest, True
        return sorted(self._lowest, key=attrgetter("number")), False

    def score_range(self) -> tuple[Decimal, Decimal] | None:
        """Return from where to where scores go, in full tens; ``None`` where no form has both."""
        if self._extremes is None:
            return None
        lowest, highest = self._extremes
        return _tens(lowest), max(_FULL, highest)

    def _take_grades(self, row: Row) -> None:
        profile = load_profile(str(row["profile"]))
        self._grades.update(dict.fromkeys(band.name for band in profile.grades))
        self._entered[_text(row, "rating")] += 1
        self._computed[_text(row, "computed_rating")] += 1

    def _take_rate(self, row: Row) -> None:
        rate, year = _figure(row, "computed_execution_rate"), row["fiscal_year"]
        if rate is None:
            return
        name, unit = _text(row, "project_name"), _text(row, "unit")
        year = year if isinstance(year, int) else None
        found = ProjectRate(self._rates, name, unit, year, rate)
        insort(self._lowest, found, key=attrgetter("rate"))
        del self._lowest[MOST_BARS:]
        self._rates += 1

    def _take_scores(self, row: Row) -> None:
        entered, by_rule = _figure(row, "total_score"), _figure(row, "rule_total_score")
        if entered is not None and by_rule is not None:
            points = (*(self._extremes or ()), entered, by_rule)
            self._extremes = min(points), max(points)


def _tens(lowest: Decimal) -> Decimal:
    """Return the full ten below all points, at least one step from the top."""
    ten = (lowest / _STEP).to_integral_value(ROUND_FLOOR) * _STEP
    return min(max(ten, Decimal(0)), _FULL - _STEP)


def _text(row: Row, key: str) -> str | None:
    value = row[key]
    return value if isinstance(value, str) else None


def _figure(row: Row, key: str) -> Decimal | None:
    value = row[key]
    return value if isinstance(value, Decimal) else None
