"""Opening returns a second time, for what the answers to them do not keep."""

import hashlib
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from generator.batch.intake import Input
from generator.batch.outcome import Outcome
from generator.batch.returns.ledger import FIRST
from generator.batch.returns.newest import Return, saved_at
from generator.forms.models import Form
from generator.workbook.opening import open_workbook
from generator.workbook.package import Limits
from generator.workbook.reader import read_workbook_form
from generator.workbook.rejection import Rejected

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
