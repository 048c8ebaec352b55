"""Marks on cells: what a check put there, and what a cell is like without them; kept on the sheet
and in the user's own folder.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress

from msgspec import Struct

from generator.workbook.sheet.address import Position, address, position
from xladdin.book import own_files
from xladdin.book.native import Colour, Look


class Mark(Struct, frozen=True):
    """How a cell looked before, the colour it was given, and the text added to its note."""

    before: Look
    colour: Colour
    added: str

    @property
    def look(self) -> Look:
        """How the marked cell looks; a person's own note stays above ours."""
        own = self.before.note
        return Look(self.colour, f"{own}\n{self.added}" if own else self.added)

    def taken_off(self, found: Look) -> Look:
        """Return what a cell that looks like ``found`` is like without the mark."""
        colour = self.before.colour if found.colour == self.colour else found.colour
        return Look(colour, self._own_note(_plain(found.note)))

    def _own_note(self, found: str | None) -> str | None:
        if found == _plain(self.look.note):
            return self.before.note
        if found is None or self.added not in found:
            return found
        above, _, below = found.partition(self.added)
        return "\n".join(part for part in (above.strip("\n"), below.strip("\n")) if part) or None


Marks = Mapping[Position, Mark]
Looks = Mapping[Position, Look]


def taken_off(marks: Marks, found: Looks) -> dict[Position, Look]:
    """Return cells as they are without their marks; cells without one are as they look."""
    return {at: marks[at].taken_off(look) if at in marks else look for at, look in found.items()}


def changing(wanted: Looks, found: Looks) -> dict[Position, Look]:
    """Leave out the cells that look as they are to look."""
    return {at: look for at, look in wanted.items() if look != found.get(at)}


def as_texts(marks: Marks) -> list[str]:
    """Return marks as texts, one a cell."""
    return [
        json.dumps(
            [address(*at), mark.before.colour, mark.before.note, mark.colour, mark.added],
            ensure_ascii=False,
        )
        for at, mark in marks.items()
    ]


def from_texts(texts: Iterable[object]) -> dict[Position, Mark]:
    """Return the marks some texts tell of; anything else is passed over."""
    return dict(_parsed(text) for text in texts if isinstance(text, str) and text[:1] == "[")


def _parsed(text: str) -> tuple[Position, Mark]:
    at, before, note, colour, added = json.loads(text)
    return position(at), Mark(Look(_colour(before), note), _colour(colour), added)


def _colour(parts: list[int] | None) -> Colour:
    return None if parts is None else (parts[0], parts[1], parts[2])


def _plain(note: str | None) -> str | None:
    """Return a note with line ends as we write them: programs have their own."""
    return None if note is None else note.replace("\r\n", "\n").replace("\r", "\n")


_KIND = "marks"


def keep(fullname: str, marks: Marks) -> None:
    """Keep the marks of a workbook in place of those before."""
    own_files.write(_KIND, fullname, json.dumps(as_texts(marks)))


def recall(fullname: str) -> dict[Position, Mark]:
    """Return the marks kept; none where the record is lost or broken."""
    with suppress(ValueError, TypeError):
        return from_texts(json.loads(own_files.read(_KIND, fullname) or "[]"))
    return {}


def forget(fullname: str) -> None:
    """Throw the record away."""
    own_files.forget(_KIND, fullname)
