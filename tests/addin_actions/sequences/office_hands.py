"""Hands on LibreOffice."""

from pathlib import Path

import xlwings as xw

from tests.addin_actions.memory.cells import Position, Rgb
from tests.addin_actions.sequences.hands import Hands, Sight
from xladdin.book.native import Look, program_of
from xladdin.libreoffice import read_notes
from xladdin.libreoffice.area import between
from xladdin.libreoffice.area import of as area_of
from xladdin.libreoffice.kinds import cells_of
from xladdin.libreoffice.looks import to_rgb


class OfficeHands(Hands):
    """The same in a running LibreOffice, ``app``."""

    app: xw.App

    def __init__(self, path: Path, app: xw.App) -> None:
        self.app = app
        super().__init__(path)

    def see(self) -> Sight:
        sheet = self.sheet
        area = sheet.range((1, 1), (self.rows, self.columns))
        values, formulas = area.options(ndim=2).value, area.formula
        places = [(r, c) for r in range(1, self.rows + 1) for c in range(1, self.columns + 1)]
        shown = {(r, c): (values[r - 1][c - 1], formulas[r - 1][c - 1]) for r, c in places}
        contents = {
            at: formula if str(formula).startswith("=") else value
            for at, (value, formula) in shown.items()
            if value not in (None, "") or str(formula).startswith("=")
        }
        program = program_of(self.book)
        notes, colours = read_notes(sheet, places), self._colours()
        looks = {at: Look(colours.get(at), notes.get(at)) for at in {*notes, *colours}}
        return Sight(
            contents,
            {at: look for at, look in looks.items() if look != Look()},
            frozenset(program.hidden_rows(sheet, range(1, self.rows + 1))),
            self.is_protected,
        )

    def _colours(self) -> dict[Position, Rgb | None]:
        """Return all colours by LibreOffice's own list of cells that look alike."""
        cells = self.sheet.impl.cells_at(between(1, 1, self.rows, self.columns))
        alike = cells.getUniqueCellFormatRanges()
        groups = [alike.getByIndex(number) for number in range(alike.getCount())]
        return {
            cell: to_rgb(int(group.CellBackColor))
            for group in groups
            for area in group.getRangeAddresses()
            for cell in cells_of(area_of(area))
        }

    def save(self) -> None:
        self.book.save()

    def reopen(self) -> None:
        self.book.save()
        self.close()
        self.book = self._opened()

    def _opened(self) -> xw.Book:
        xw.engines["libreoffice"].activate()
        return self.app.books.open(str(self.path))

    def close(self) -> None:
        self.book.close()
