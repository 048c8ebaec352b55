"""How many rows each level-2 group of the indicator block gets, shown and spare.

Rows are never inserted into a protected form: hidden spare rows stand ready in every group.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from generator.forms.models import Indicator
from generator.workbook.layout import Layout

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
