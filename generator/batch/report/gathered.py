"""The outcomes of a batch, kept on disk: however many there are, memory stays as it is.

The reports need the counts first and the most urgent forms on top; outcomes come as they come.
So each is written away as it comes and counted, and read back as often as a report wants.
"""

import marshal
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Self

from generator.batch.outcome import Outcome
from generator.batch.packed import packed, unpacked
from generator.batch.report.shown import Urgency, Values, urgency_of
from generator.batch.report.statistics import Statistics
from generator.batch.spool import Spool


class Gathered:
    """Outcomes in the order they were added; a context manager that leaves nothing behind.

    ``folder`` is a place for the temporary file, as for :class:`Spool`; a full disk raises
    ``OSError`` from :meth:`add`.  ``outstanding`` are the forms that have not come back, ``None``
    where nobody asked.
    """

    outstanding: Sequence[Values] | None = None

    def __init__(self, folder: Path | None = None) -> None:
        self._spool = Spool(folder)
        self._places = {urgency: array("Q") for urgency in Urgency}
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
        place = self._spool.add(marshal.dumps(packed(outcome)))
        self._places[urgency_of(outcome)].append(place)
        self.statistics.take(outcome)

    def __iter__(self) -> Iterator[Outcome]:
        """Yield every outcome, in the order added."""
        return map(_loaded, self._spool)

    def pile(self, urgency: Urgency) -> Iterator[Outcome]:
        """Yield the outcomes of one urgency, in the order added."""
        return (_loaded(self._spool.at(place)) for place in self._places[urgency])

    def close(self) -> None:
        """Let the outcomes go."""
        self._spool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _loaded(record: bytes) -> Outcome:
    return unpacked(marshal.loads(record))  # from our own file, unreachable for others
