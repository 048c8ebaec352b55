"""Which returned indicator is which issued one: by names first, by its row last."""

from collections import defaultdict, deque
from collections.abc import Hashable, Sequence

from generator.forms.models import Indicator
from generator.workbook.issued.stored import IssuedIndicator, squeezed

Pair = tuple[int | None, int | None]
"""Index among the issued, index among the returned; ``None`` where there is no such one."""


def paired(
    issued: Sequence[IssuedIndicator], returned: Sequence[Indicator], rows: Sequence[int]
) -> list[Pair]:
    """Return every indicator of both sides once: in the order returned, the removed ones last.

    ``rows`` are the sheet rows of the returned ones.  Rows that issue did not record count as
    the same as long as no indicator was added or removed.
    """
    matches: dict[int, int] = {}
    for key in (_whole, _placed, _named):
        _match(matches, list(map(key, issued)), list(map(key, returned)))
    as_many = len(issued) == len(returned)
    known = [each.row or (rows[n] if as_many else None) for n, each in enumerate(issued)]
    _match(matches, known, list(rows))
    removed = [index for index in range(len(issued)) if index not in set(matches.values())]
    return [
        *((matches.get(index), index) for index in range(len(returned))),
        *((index, None) for index in removed),
    ]


def _match(
    matches: dict[int, int],
    issued: Sequence[Hashable | None],
    returned: Sequence[Hashable | None],
) -> None:
    """Match what is still single on both sides and has the same key, in order."""
    taken = set(matches.values())
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for index, key in enumerate(issued):
        if index not in taken and key is not None:
            waiting[key].append(index)
    for index, key in enumerate(returned):
        if index not in matches and key is not None and waiting.get(key):
            matches[index] = waiting[key].popleft()


def _whole(row: IssuedIndicator | Indicator) -> Hashable | None:
    return (_placed(row), squeezed(row.target)) if row.name else None


def _placed(row: IssuedIndicator | Indicator) -> Hashable | None:
    return (row.level1, row.level2, squeezed(row.name)) if row.name else None


def _named(row: IssuedIndicator | Indicator) -> Hashable | None:
    return squeezed(row.name) if row.name else None
