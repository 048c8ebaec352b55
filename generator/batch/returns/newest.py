"""Which of several returns of one form counts, and by what it was found."""

import hashlib
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from generator.batch.intake import Input
from generator.batch.outcome import Outcome
from generator.batch.returns.ledger import FIRST
from generator.forms.models import Form
from generator.workbook.opening import open_workbook
from generator.workbook.package import Limits
from generator.workbook.reader import read_workbook_form
from generator.workbook.rejection import Rejected

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


_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"<(?:\w+:)?modified[^>]*>\s*([0-9TZ:.+-]{10,40})\s*<")


class Opened:
    """The returns of one form; files that are equal byte by byte are opened once."""

    def __init__(self, inputs: Sequence[Input], password: str | None, limits: Limits) -> None:
        self._inputs, self._password, self._limits = inputs, password, limits
        self._modified: dict[bytes, str] = {}

    def as_return(self, order: int, outcome: Outcome) -> Return:
        """Return what ranks a return; one that cannot be opened any more ranks low."""
        data = self._data(order)
        content = _digest(data)
        if content not in self._modified:
            self._modified[content] = self._saved(data)
        saved = saved_at(self._modified[content])
        changed = self._changed(order)
        return Return(order, outcome.file, outcome.issue or FIRST, saved, changed, content)

    def digest(self, order: int) -> bytes:
        """Return what tells a file from those that differ in a byte."""
        return _digest(self._data(order))

    def form(self, order: int) -> Form | None:
        """Return the form of a return, ``None`` where it cannot be read any more."""
        with suppress(Rejected, OSError):
            return read_workbook_form(self._data(order), self._limits, self._password).form
        return None

    def _data(self, order: int) -> bytes:
        with suppress(Rejected, OSError):
            source = self._inputs[order].load(self._limits)
            return source.read_bytes() if isinstance(source, Path) else source
        return b""

    def _saved(self, data: bytes) -> str:
        """Return the time of saving as the workbook gives it, "" where it gives none."""
        with suppress(Rejected, OSError):
            package = open_workbook(data, self._limits, self._password).package
            name = package.find(_CORE)
            match = None if name is None else _MODIFIED.search(package.read(name))
            return "" if match is None else match[1].decode()
        return ""

    def _changed(self, order: int) -> int:
        with suppress(OSError):
            return self._inputs[order].path.stat().st_mtime_ns
        return 0


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
