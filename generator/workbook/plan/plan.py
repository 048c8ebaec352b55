"""The concrete sheet of one form: its groups with their spare rows, every cell with its place,
content and look, and what is locked.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct, field

from generator.forms.fields import get, split_indicator
from generator.forms.models import Form, Indicator, TargetForm
from generator.workbook.layout import Layout
from generator.workbook.layout.schema import Formula, Style
from generator.workbook.plan.places import Places

SHOWN_WHEN_UNKNOWN = 3
SPARE_WHEN_UNKNOWN = 9
SPARE_WHEN_KNOWN = 5


class Group(Struct, frozen=True):
    """One level-2 group: its names, the indicators in it (by index), its blank rows."""

    level1: str | None
    level2: str | None
    indicators: tuple[int, ...] = ()
    shown: int = 0
    spare: int = 0

    @property
    def size(self) -> int:
        """All rows of the group, hidden ones too."""
        return len(self.indicators) + self.shown + self.spare


def outline(layout: Layout, indicators: Sequence[Indicator], *, open_groups: bool) -> list[Group]:
    """Return the groups of a form in order.

    Without indicators: the layout's vocabulary with blank rows.  With indicators: their groups
    with spare rows; where ``open_groups``, the vocabulary's other groups stand ready, hidden.
    """
    vocabulary = list(_vocabulary(layout))
    if not indicators:
        return [Group(*n, shown=SHOWN_WHEN_UNKNOWN, spare=SPARE_WHEN_UNKNOWN) for n in vocabulary]
    groups = list(_runs(indicators))
    return _with_absent(groups, vocabulary) if open_groups else groups


def _vocabulary(layout: Layout) -> Iterator[tuple[str, str | None]]:
    for spec in layout.indicators.groups:
        if spec.unprinted_level2:
            yield spec.level1, None
        for level2 in spec.level2:
            yield spec.level1, level2


def _runs(indicators: Sequence[Indicator]) -> Iterator[Group]:
    numbered = enumerate(indicators)
    for (level1, level2), run in groupby(numbered, lambda pair: (pair[1].level1, pair[1].level2)):
        members = tuple(index for index, _ in run)
        yield Group(level1, level2, members, spare=SPARE_WHEN_KNOWN)


def _with_absent(groups: list[Group], vocabulary: list[tuple[str, str | None]]) -> list[Group]:
    """Put each unused group of the vocabulary behind the last one that officially precedes it."""
    present = {(group.level1, group.level2) for group in groups}
    complete = list(groups)
    for rank, name in enumerate(vocabulary):
        if name not in present:
            before = set(vocabulary[:rank])
            position = max(
                (i + 1 for i, g in enumerate(complete) if (g.level1, g.level2) in before),
                default=0,
            )
            complete.insert(position, Group(*name, spare=SPARE_WHEN_KNOWN))
    return complete


_HEAD = frozenset(
    {
        "title",
        "fiscal_year",
        "project_name",
        "department",
        "unit",
        "money_unit",
        "project_nature",
        "project_category",
        "planned_start",
        "planned_end",
        "project_amount",
        "funds.annual_total.weight",
    }
)
_ISSUED_COLUMNS = frozenset({"level1", "level2", "name", "target", "weight"})


class Issue(Struct, frozen=True):
    """The lock policy of one form; a target form's indicators are always open."""

    form: Form

    @property
    def open_levels(self) -> bool:
        """Whether level-1 and level-2 names may be changed."""
        return isinstance(self.form, TargetForm)

    @property
    def open_groups(self) -> bool:
        """Whether groups no indicator uses yet stand ready."""
        return isinstance(self.form, TargetForm)

    def locks(self, field: str) -> bool:
        """Tell whether a field is issued filled in, and so locked."""
        if field in ("title", "fiscal_year", "money_unit"):
            return True
        indicator = split_indicator(field)
        if indicator is not None:
            if isinstance(self.form, TargetForm) or indicator[1] not in _ISSUED_COLUMNS:
                return False
        elif field not in _HEAD:
            return False
        return get(self.form, field) is not None


class PlannedCell(Struct, frozen=True):
    """One cell or merged area of the sheet; rows and columns count from 1."""

    row: int
    column: int
    last_row: int
    last_column: int
    style: Style
    locked: bool = True
    label: str | None = None
    field: str | None = None
    """A field path; ``indicators[].name`` in a blank row, ``groups.level1`` for a level name."""
    formula: Formula | None = None
    choices: tuple[str, ...] = ()
    number_format: str | None = None

    @property
    def is_merged(self) -> bool:
        """Whether the area is more than one cell."""
        return (self.row, self.column) != (self.last_row, self.last_column)


class Plan(Struct):
    """Everything the writer needs to draw a sheet."""

    layout: Layout
    groups: list[Group]
    places: Places
    header_row: int
    last_row: int = 0
    cells: list[PlannedCell] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    blocks: list[tuple[int, int, Group]] = field(default_factory=list)
    """First and last row of each group of the indicator block."""

    def width(self, first: int, last: int) -> float:
        """Return the width of some columns, in characters."""
        return sum(list(self.layout.columns.values())[first - 1 : last])
