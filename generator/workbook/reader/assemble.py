"""From places and cells to the form: the same for both ways of recognising it."""

from typing import Any

from pydantic import ValidationError

from generator.forms.field_names import name_of
from generator.forms.fields import field_at, indicator_field, put_key
from generator.forms.models import Form
from generator.workbook.layout import Layout
from generator.workbook.plan.places import Places
from generator.workbook.reader.cells import CellReader
from generator.workbook.reader.levels import LevelReader
from generator.workbook.reader.reading import Content
from generator.workbook.rejection import reject

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
