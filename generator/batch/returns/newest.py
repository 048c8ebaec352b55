"""Which of several returns of one form counts, and by what it was found."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from msgspec import Struct

_FIRST_SANE = datetime(2000, 1, 1, tzinfo=UTC)
_AHEAD = timedelta(days=1)
"""A clock may be fast, or in another time zone."""

BASES = ("issue", "modified", "changed", "order")
"""What returns are ranked by, the weightiest first; the keys of ``basis`` in the messages."""


class Return(Struct, frozen=True):
    """One return: its place in the batch, its issue, when it was saved and its file changed.

    ``content`` tells files apart that differ in a byte; ``modified`` is ``None`` where the
    workbook gives no time of saving that can be true.
    """

    order: int
    file: str
    issue: int
    modified: datetime | None
    changed: int
    content: bytes


class Newest(NamedTuple):
    """The return that counts, and which of :data:`BASES` says so."""

    winner: Return
    basis: str


def newest(returns: Sequence[Return]) -> Newest:
    """Return the one of two or more returns that counts.

    A later issue wins over an earlier one; then the time of saving, where every one has it; then
    the time of the file; at last the order of the names.
    """
    dated = all(each.modified for each in returns)
    keys = {each.order: _key(each, dated) for each in returns}
    *_, second, winner = sorted(returns, key=lambda each: keys[each.order])
    compared = zip(BASES, keys[winner.order], keys[second.order], strict=True)
    return Newest(winner, next(name for name, a, b in compared if a != b))


def saved_at(text: str, now: datetime | None = None) -> datetime | None:
    """Return the time of saving a workbook gives (W3CDTF), ``None`` for one that cannot be."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    latest = (now or datetime.now(UTC)) + _AHEAD
    return moment if _FIRST_SANE <= moment <= latest else None


def _key(each: Return, dated: bool) -> tuple[int, datetime, int, int]:
    moment = each.modified if dated and each.modified else _FIRST_SANE
    return each.issue, moment, each.changed, each.order
