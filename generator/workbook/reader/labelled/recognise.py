"""Which layout a sheet prints, and where its fields stand."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.forms.profiles import load_profile
from generator.workbook.layout import Layout, all_layouts
from generator.workbook.names import HIDDEN_SHEET
from generator.workbook.plan.places import Address, Places
from generator.workbook.reader.labelled.block import ShiftedRows, find_block
from generator.workbook.reader.labelled.head import FieldFinder
from generator.workbook.reader.labelled.labels import (
    LabelRows,
    comparable,
    filled_rows,
    text_rows,
)
from generator.workbook.reader.reading import Content
from generator.workbook.rejection import reject
from generator.workbook.sheet.sheet import Sheet


def kept_places(content: Content, form_sheet: str, layout: Layout) -> Iterator[tuple[str, Address]]:
    """Yield (field, cell) for what a workbook of ours keeps beside its form or in the hidden sheet.

    The values survive where the defined names are lost, as in a form saved as .xls.
    """
    for name in (HIDDEN_SHEET, form_sheet):
        sheet = content.sheets.get(name)
        for (row, column), cell in sheet.cells.items() if sheet else ():
            if cell.kind == "text" and cell.raw in layout.unprinted:
                yield cell.raw, Address(name, row, column + 1)


_ENOUGH = 0.6
"""This share of a layout's labels must be found for a sheet to print it."""

_YEAR = re.compile(r"(20\d\d)\s*年")
_MONEY = re.compile(r"项目资金[（(](万元|元)[)）]")


class Recognised(NamedTuple):
    """A form found by its labels.

    ``told`` is what labels and names say of unprinted fields; ``unread`` are the other sheets
    that print a form: a workbook is one return, and one of them counts.
    """

    layout: Layout
    places: Places
    told: dict[str, Any]
    unread: tuple[str, ...]


def labelled_places(content: Content, known: Layout | None, file_name: str) -> Recognised:
    """Return the form a workbook prints: the first of those most like any layout.

    ``known`` is the layout where the hidden sheet still names it; ``file_name`` is the last place
    to look for a year.  Raises ``Rejected`` (FORM-NONE) where no sheet looks like any form.
    """
    found = [
        (*_most_alike(content.sheets[name], [known] if known else list(all_layouts())), name)
        for name, ref in content.refs.items()
        if ref.state == "visible" and name != HIDDEN_SHEET
    ]
    forms = [each for each in found if each[0] >= _ENOUGH]
    if not forms:
        raise reject("FORM-NONE")
    _, layout, name = max(forms, key=lambda each: each[0])
    places = _places(content, name, layout)
    told = _told(content.sheets[name], (name, file_name), layout)
    return Recognised(layout, places, told, tuple(each[2] for each in forms if each[2] != name))


def _most_alike(sheet: Sheet, layouts: list[Layout]) -> tuple[float, Layout]:
    """Return the layout a sheet is most like, the first of equals, and how much it is."""
    rows = text_rows(sheet)
    return max(
        ((_likeness(layout, rows, sheet), layout) for layout in layouts), key=lambda each: each[0]
    )


def _likeness(layout: Layout, rows: LabelRows, sheet: Sheet) -> float:
    """Return the share of the layout's labels in a sheet; title and exact wording break ties."""
    here = {text for texts in rows.values() for _, text in texts}
    exact = {cell.raw for cell in sheet.cells.values() if cell.kind == "text"}
    labels = _labels(layout)
    share = sum(comparable(label) in here for label in labels) / len(labels)
    titled = any(comparable(title) in here for title in layout.titles)
    literal = sum(label in exact for label in labels) / len(labels)
    return share + 0.05 * titled + 0.01 * literal


def _labels(layout: Layout) -> list[str]:
    cells = [cell for row in (*layout.head, *layout.foot) for cell in row.cells]
    labels = [cell.label for cell in cells if cell.label and len(cell.label) > 1]
    return [*labels, *(column.label for column in layout.indicators.columns.values())]


def _places(content: Content, name: str, layout: Layout) -> Places:
    sheet = content.sheets[name]
    rows = text_rows(sheet)
    last_row = max((row for row, _ in sheet.cells), default=1)
    block = find_block(layout, rows, last_row)
    if block is None:
        raise reject("FORM-NO-INDICATORS")
    head = FieldFinder(sheet, rows, 1, block.header_row - 1, {})
    head.walk(layout.head)
    letters = {
        column.at[0]: block.columns[key]
        for key, column in layout.indicators.columns.items()
        if key in block.columns
    }
    foot = FieldFinder(sheet, rows, block.last_row + 1, last_row, letters)
    _unlabelled_foot(foot, layout)
    foot.walk(layout.foot)
    found = {**_title_and_year(sheet, layout), **head.found, **foot.found}
    printed = {field: Address(name, *position) for field, position in found.items()}
    scalars = {**dict(kept_places(content, name, layout)), **printed}
    places = Places(name, scalars, block.columns, [], block.first_row, block.last_row)
    slipped = ShiftedRows(layout, load_profile(layout.profile), block)
    filled = filled_rows(sheet)
    places.moved = slipped.moved(filled, block.first_row, block.last_row)
    heading = (text for _, text in filled.get(block.header_row, ()))
    places.first_level1 = next((text for text in heading if text in layout.level_names), None)
    return places


def _unlabelled_foot(foot: FieldFinder, layout: Layout) -> None:
    """The total row of some forms has no label: it stands right below the block."""
    for spec in layout.foot:
        if any(cell.label for cell in spec.cells):
            return
        for cell in spec.cells:
            if cell.field and cell.at[0] in foot.columns:
                foot.found[cell.field] = (foot.next_row, foot.columns[cell.at[0]])
        foot.next_row += 1


def _title_and_year(sheet: Sheet, layout: Layout) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for position, cell in sorted(sheet.cells.items()):
        text = comparable(cell.raw) if cell.kind == "text" else ""
        if text == "项目名称":
            break
        if "title" not in found and any(comparable(title) in text for title in layout.titles):
            found["title"] = position
        elif "fiscal_year" in layout.printed and _is_year(cell.kind, cell.raw):
            found["fiscal_year"] = position
    return found


def _is_year(kind: str, raw: str) -> bool:
    if kind == "number":
        return raw.split(".")[0] in map(str, range(1990, 2101))
    return _YEAR.search(raw) is not None and len(raw) < 20


def _told(sheet: Sheet, names: tuple[str, ...], layout: Layout) -> dict[str, Any]:
    """Return what labels, title and names tell of fields that have no cell."""
    told: dict[str, Any] = {"money_unit": layout.money_unit}
    for _, cell in sorted(sheet.cells.items()):
        if cell.kind != "text":
            continue
        money = _MONEY.search("".join(cell.raw.split()))
        if money:
            told["money_unit"] = money[1]
            break
    head = [cell.raw for (row, _), cell in sorted(sheet.cells.items()) if row <= 4]
    year = next((found for text in (*head, *names) if (found := _YEAR.search(text))), None)
    if year is not None:
        told["fiscal_year"] = int(year[1])
    return told
