"""What a summary needs of a batch, kept on disk: memory holds an order and places only.

A form is read long before it is known where it stands among the others.  So its rows are written
away as it comes, and read back table by table in the official order.
"""

import pickle
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator

from generator.batch.examine import Examined
from generator.batch.report.gathered import Gathered
from generator.batch.spool import Spool
from generator.batch.summary.entry import OfficialKey, Row, SummaryEntry, official_key
from generator.batch.summary.tables import TABLES


class Collected:
    """The answers to files and the rows they give; a context manager that leaves nothing behind.

    A full disk raises ``OSError`` from :meth:`add`.
    """

    def __init__(self) -> None:
        self.outcomes = Gathered()
        self._tables = {key: _StoredTable(rows_of) for key, rows_of in TABLES.items()}
        self._keys: list[OfficialKey] = []
        self._left_out: Collection[int] = ()

    @classmethod
    def of(cls, examined: Iterable[Examined]) -> "Collected":
        """Collect all of ``examined``."""
        collected = cls()
        for each in examined:
            collected.add(each)
        return collected

    def add(self, examined: Examined) -> None:
        """Take what is needed of one more file; its opened workbook is let go."""
        entry = SummaryEntry.of(examined)
        self.outcomes.add(entry.outcome)
        self._keys.append(official_key(entry.outcome))
        for table in self._tables.values():
            table.add(entry)

    def leave_out(self, files: Collection[int]) -> None:
        """Give no rows of some files, by the order in which they came."""
        self._left_out = files

    def __len__(self) -> int:
        return len(self._keys)

    def rows(self, table: str) -> Iterator[Row]:
        """Yield the rows of a table by department, unit and year, then as they came."""
        for file in sorted(range(len(self)), key=self._keys.__getitem__):
            if file not in self._left_out:
                yield from self._tables[table].rows(file)

    def __enter__(self) -> "Collected":
        return self

    def __exit__(self, *_: object) -> None:
        self.outcomes.close()
        for table in self._tables.values():
            table.close()


class _StoredTable:
    """The rows of one table on disk: a record for every file, empty where it gives none."""

    def __init__(self, rows_of: Callable[[SummaryEntry], Iterator[Row]]) -> None:
        self._rows_of, self._spool, self._places = rows_of, Spool(), array("Q")

    def add(self, entry: SummaryEntry) -> None:
        self._places.append(self._spool.add(pickle.dumps(list(self._rows_of(entry)))))

    def rows(self, file: int) -> list[Row]:
        # What is unpickled could do anything: this is our own temporary file, out of others' reach.
        rows: list[Row] = pickle.loads(self._spool.at(self._places[file]))
        return rows

    def close(self) -> None:
        self._spool.close()
