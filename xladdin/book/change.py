"""One change of the form by an action: guarded, calm, written in bulk, and remembered for undo."""

from msgspec import Struct, field

from generator.workbook.sheet.address import Position, address
from xladdin.book import undo
from xladdin.book.current import Current
from xladdin.book.grid import Entry
from xladdin.book.guard import calm, unprotected
from xladdin.book.wording import listed, say
from xladdin.contract import Asker

_LISTED = 5


class Change(Struct):
    """What an action wants changed; nothing is until :meth:`perform`."""

    action: str
    entries: dict[Position, Entry] = field(default_factory=dict)
    shown: set[int] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)
    heights: dict[int, float] = field(default_factory=dict)
    refused: list[Position] = field(default_factory=list)
    """Cells that stayed as they were: locked, and nobody knew the password."""

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to change."""
        return not (self.entries or self.shown or self.hidden or self.heights)

    def perform(self, form: Current, asker: Asker) -> None:
        """Change the form and keep what was there."""
        with calm(form.app), unprotected(form.sheet, asker, form.program) as is_open:
            record = self._record(form)
            undo.keep(form.fullname, record)
            form.program.hide(form.sheet, self.shown, hidden=False)
            form.program.hide(form.sheet, self.hidden, hidden=True)
            form.program.set_heights(form.sheet, self.heights)
            self.refused = form.program.write(form.sheet, self.entries, locked_too=is_open)

    def _record(self, form: Current) -> undo.Undo:
        before = {at: form.entry(at) for at in self.entries}
        moved = self.shown | self.hidden
        sheet, program = form.sheet, form.program
        hidden = program.hidden_rows(sheet, _span(moved)) if moved else set()
        heights = program.heights(sheet, _span(set(self.heights))) if self.heights else {}
        return undo.Undo(
            self.action,
            form.places.sheet,
            before,
            self.entries,
            {row: row in hidden for row in moved},
            {row: heights[row] for row in self.heights},
        )

    def said(self, message: str) -> str:
        """Return the message, with what could not be written added to it."""
        if not self.refused:
            return message
        cells = listed([address(*at) for at in self.refused], _LISTED)
        return message + say("locked", count=len(self.refused), cells=cells)


def _span(rows: set[int]) -> range:
    return range(min(rows), max(rows) + 1)
