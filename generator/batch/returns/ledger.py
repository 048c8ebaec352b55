"""下发登记簿: which issue of each project's form is the valid one.

A file beside the key file, one line an issue, only ever added to; of several lines for a project
the last counts.  A lost ledger loses nothing but the numbers of issues: forms carry their own.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from generator.forms.models import Form, to_json
from generator.workbook.issued.record import project_identity

FIRST = 1


class Entry(BaseModel):
    """One line: a project's form, the number of its issue, the day (ISO), and its content."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True, defer_build=True)

    project_id: str
    issue: int
    day: str
    content: str
    name: str | None = None


class Planned(NamedTuple):
    """A form about to be issued: its line, and whether it silently replaces another content."""

    entry: Entry
    replaces: bool


class Ledger:
    """The issues of one issuer."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def latest(self) -> dict[str, Entry]:
        """Return the valid issue of every project; none where there is no ledger.

        Lines that are torn or not understood are passed over.  Raises ``OSError`` where the file
        is there and cannot be read.
        """
        return {entry.project_id: entry for entry in self._entries()}

    def plan(self, forms: Sequence[Form], day: date, *, reissue: bool) -> list[Planned]:
        """Return the line of each form about to be issued.

        The same content keeps its number.  Another content gets the next one with ``reissue``;
        without, it keeps the number and is said to replace the earlier one; a ``reissue`` that
        follows gives the next number all the same, to tell the two apart.  A reissue of what the
        ledger does not know is the second: that there was a first is why it is asked for.
        """
        known, unclear = self.latest(), self._unclear() if reissue else set()
        planned = []
        for form in forms:
            project = project_identity(form)
            renewed = project in unclear
            planned.append(_planned(form, day, known.get(project), reissue, renewed=renewed))
        return planned

    def _unclear(self) -> set[str]:
        """Return the projects whose valid number was given to several contents."""
        contents: dict[str, tuple[int, set[str]]] = {}
        for entry in self._entries():
            number, known = contents.get(entry.project_id, (entry.issue, set()))
            if number != entry.issue:
                known = set()
            contents[entry.project_id] = entry.issue, known | {entry.content}
        return {project for project, (_, known) in contents.items() if len(known) > 1}

    def _entries(self) -> Iterator[Entry]:
        if not self.path.exists():
            return
        for line in self.path.read_bytes().splitlines():
            with suppress(ValidationError):
                yield Entry.model_validate_json(line)

    def add(self, entries: Iterable[Entry]) -> None:
        """Write lines down; those that are there already are not repeated."""
        known = self.latest()
        lines = [_line(entry) for entry in entries if not _is_known(entry, known)]
        if not lines:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self.path.open("ab") as file:
            file.write(b"\n" * self._is_torn() + b"".join(lines))

    def _is_torn(self) -> bool:
        """Tell whether the last line was cut short, so that the next must not be added to it."""
        return self.path.stat().st_size > 0 and not self.path.read_bytes().endswith(b"\n")


def ledger_beside(key_file: Path) -> Path:
    """Return where the ledger of an issuer lies: beside the key file, named after it."""
    return key_file.with_name(f"{key_file.stem}.issues.jsonl")


def content_digest(form: Form) -> str:
    """Return what tells the contents of two issues apart."""
    text = json.dumps(to_json(form), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _planned(
    form: Form, day: date, earlier: Entry | None, reissue: bool, *, renewed: bool
) -> Planned:
    """Return the line of a form; ``renewed``: its number changes though its content is known."""
    content = content_digest(form)
    if earlier is None:
        number = FIRST + 1 if reissue else FIRST
        return Planned(_entry(form, number, day, content), replaces=False)
    if content == earlier.content and not renewed:
        return Planned(earlier, replaces=False)
    number = earlier.issue + 1 if reissue else earlier.issue
    return Planned(_entry(form, number, day, content), replaces=not reissue)


def _entry(form: Form, number: int, day: date, content: str) -> Entry:
    return Entry(
        project_id=project_identity(form),
        issue=number,
        day=day.isoformat(),
        content=content,
        name=form.project_name,
    )


def _is_known(entry: Entry, known: dict[str, Entry]) -> bool:
    return known.get(entry.project_id) == entry


def _line(entry: Entry) -> bytes:
    return entry.model_dump_json().encode() + b"\n"
