"""The outcomes of a batch, kept on disk: however many there are, memory stays as it is.

The reports need the counts first and the most urgent forms on top; outcomes come as they come.
So each is written away as it comes and counted, and read back as often as a report wants.
"""

import marshal
import shutil
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.batch.outcome import Outcome
from generator.batch.packed import packed, unpacked
from generator.batch.report.shown import Values
from generator.batch.report.statistics import Statistics
from generator.batch.report.urgency import Urgency, urgency_of

_LENGTH = 4  # bytes before each outcome that say how long it is


class Gathered:
    """Outcomes in the order they were added; a context manager that leaves nothing behind.

    The temporary file lies in ``folder`` where that has more room than the system's place for
    such.  A full disk raises ``OSError`` from :meth:`add`.  ``outstanding`` are the forms that
    have not come back, ``None`` where nobody asked.
    """

    outstanding: Sequence[Values] | None = None

    def __init__(self, folder: Path | None = None) -> None:
        place = _roomier(folder, Path(tempfile.gettempdir()))
        self._file = tempfile.TemporaryFile(dir=place, prefix=".jixiao-")  # noqa: SIM115
        self._starts = {urgency: array("Q") for urgency in Urgency}
        self.statistics = Statistics()

    @classmethod
    def of(cls, outcomes: Iterable[Outcome], folder: Path | None = None) -> "Gathered":
        """Gather all of ``outcomes``."""
        gathered = cls(folder)
        for outcome in outcomes:
            gathered.add(outcome)
        return gathered

    def add(self, outcome: Outcome) -> None:
        """Keep one more outcome."""
        start = self._file.seek(0, 2)
        data = marshal.dumps(packed(outcome))
        self._file.write(len(data).to_bytes(_LENGTH))
        self._file.write(data)
        self._starts[urgency_of(outcome)].append(start)
        self.statistics.take(outcome)

    def __iter__(self) -> Iterator[Outcome]:
        """Yield every outcome, in the order added."""
        at, end = 0, self._file.seek(0, 2)
        while at < end:
            outcome, at = self._read(at)
            yield outcome

    def pile(self, urgency: Urgency) -> Iterator[Outcome]:
        """Yield the outcomes of one urgency, in the order added."""
        for start in self._starts[urgency]:
            yield self._read(start)[0]

    def _read(self, at: int) -> tuple[Outcome, int]:
        """Return the outcome that begins at an offset, and where it ends; readers may alternate."""
        self._file.seek(at)
        length = int.from_bytes(self._file.read(_LENGTH))
        data = self._file.read(length)  # from our own file, unreachable for others
        return unpacked(marshal.loads(data)), at + _LENGTH + length

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()


def _roomier(folder: Path | None, usual: Path) -> Path:
    """Return the folder with more room; where that cannot be told, the usual one."""
    try:
        if folder is not None and _room(folder) > _room(usual):
            return folder
    except OSError:
        pass
    return usual


def _room(folder: Path) -> int:
    return shutil.disk_usage(folder).free
