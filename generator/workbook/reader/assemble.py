"""From places and cells to the form: the same for both ways of recognising it."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from generator.forms.field_names import name_of
from generator.forms.fields import field_at, indicator_field, put_key
from generator.forms.models import Form
from generator.workbook.layout import Layout
from generator.workbook.plan.places import Places
from generator.workbook.reader.cells import CellReader, merge_origins
from generator.workbook.reader.reading import Content
from generator.workbook.rejection import reject
from generator.workbook.sheet.sheet import Sheet

Levels = tuple[str | None, str | None]


class LevelReader:
    """Walks down the indicator block and remembers which group it stands in."""

    def __init__(
        self, sheet: Sheet, cells: CellReader, places: Places, known: frozenset[str]
    ) -> None:
        """``known`` level names are read without the blanks line breaks leave inside them."""
        self._known = known
        self._sheet, self._cells, self._moved = sheet, cells, places.moved
        self._level1, self._level2 = places.columns["level1"], places.columns["level2"]
        low, high = sorted((self._level1, self._level2))
        self._origins = merge_origins(sheet, range(low, high + 1))
        self._current: Levels = (places.first_level1, None)

    def walk(self, rows: range) -> Iterator[tuple[int, Levels]]:
        """Yield each row of the block with the level names it stands under."""
        for row in rows:
            self._current = self._at(row)
            yield row, self._current

    def _at(self, row: int) -> Levels:
        if row in self._moved:
            return self._slipped(row, self._moved[row])
        level1, is_new = self._first(row)
        origin = self._origins.get((row, self._level2))
        if origin is not None and origin[1] == self._level1:
            return level1, None
        if origin is not None:
            return level1, self._text(*origin)
        written = self._text(row, self._level2)
        if written is not None:
            return level1, written
        return level1, None if is_new else self._current[1]

    def _slipped(self, row: int, at: dict[str, int]) -> Levels:
        """Return the names of a row whose cells slipped: its own, else those it stands under."""
        level1, level2 = self._current
        if "level1" in at:
            level1, level2 = self._text(row, at["level1"]), None
        return level1, self._text(row, at["level2"]) if "level2" in at else level2

    def _first(self, row: int) -> tuple[str | None, bool]:
        """Return the level-1 name of a row, and whether a new level-1 cell begins there."""
        origin = self._origins.get((row, self._level1))
        if origin is not None:
            return self._text(*origin), origin[0] == row
        written = self._text(row, self._level1)
        if written is None:
            return self._current[0], False
        return written, written != self._current[0]  # the same again: filled down by hand

    def _text(self, row: int, column: int) -> str | None:
        value: str | None = self._cells.value(self._sheet, (row, column), "level")
        if value is None or value in self._known:
            return value
        narrow = "".join(value.split())
        return narrow if narrow in self._known else value


_OWN_COLUMNS = ("name", "target", "actual", "weight", "score", "deviation_analysis")


def assemble(layout: Layout, places: Places, content: Content, cells: CellReader) -> Form:
    """Read every field at its place; rows of the indicator block with no entry are spare rows.

    Fills ``places.rows``.  Raises ``Rejected`` where the cells make no form (FORM-BROKEN).
    """
    data: dict[str, Any] = {"layout": layout.id}
    for field in layout.fields:
        place = places.scalars.get(field)
        sheet = content.sheets.get(place.sheet) if place else None
        value = cells.value(sheet, place[1:], field) if place and sheet else None
        if field != "project_amount" or field in layout.printed:
            put_key(data, field, value)
    data["indicators"] = _indicators(layout, places, content, cells)
    try:
        return layout.model.model_validate(data)
    except ValidationError as error:
        field = field_at(error.errors(include_url=False)[0]["loc"])
        raise reject("FORM-BROKEN", place=name_of(field)) from None


def _indicators(
    layout: Layout, places: Places, content: Content, cells: CellReader
) -> list[dict[str, Any]]:
    sheet = content.sheets[places.sheet]
    columns = [name for name in _OWN_COLUMNS if name in layout.columns_of_indicators]
    usual = {name: places.columns[name] for name in columns if name in places.columns}
    levels = LevelReader(sheet, cells, places, layout.level_names)
    found: list[dict[str, Any]] = []
    places.rows.clear()
    for row, (level1, level2) in levels.walk(range(places.first_row, places.last_row + 1)):
        at = places.moved.get(row, usual)
        if not any((row, column) in sheet.filled for column in at.values()):
            continue
        noted = len(cells.notes)
        values = {
            name: cells.value(sheet, (row, column), indicator_field(len(found), name))
            for name, column in at.items()
            if name in usual
        }
        if any(values.values()):  # a lone zero is what a spare row's formula left behind
            absent = dict.fromkeys(columns)
            found.append({"level1": level1, "level2": level2, **absent, **values})
            places.rows.append(row)
        else:
            cells.forget(noted, indicator_field(len(found), ""))
    return found
