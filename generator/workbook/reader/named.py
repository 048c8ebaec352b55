"""Reading a workbook of ours: the hidden sheet says what it is, defined names say where."""

from generator.workbook.formulas.helpers import Helper
from generator.workbook.hidden import RECORD_CELLS, RECORD_ROW
from generator.workbook.layout import Layout, layout_ids, load_layout
from generator.workbook.names import (
    HELPER_PREFIX,
    HIDDEN_SHEET,
    column_name,
    field_name,
    parse_reference,
)
from generator.workbook.plan.places import Address, Places
from generator.workbook.reader.reading import Content, Issued
from generator.workbook.rejection import reject
from generator.workbook.seal import PROJECT_PLACE, SEAL_PLACE, joined_record
from generator.workbook.sheet.sheet import Sheet


def named_layout(content: Content) -> Layout | None:
    """Return the layout the hidden sheet names, ``None`` where there is no hidden sheet.

    Raises ``Rejected`` for a layout this version does not have, or a newer version of one.
    """
    hidden = content.sheets.get(HIDDEN_SHEET)
    layout_id, version = _hidden_text(hidden, 1), _hidden_text(hidden, 2)
    if layout_id is None:
        return None
    if layout_id not in layout_ids():
        raise reject("FORM-UNKNOWN-LAYOUT", layout=layout_id)
    layout = load_layout(layout_id)
    if not (version or "").isdigit() or int(version or "") > layout.version:
        raise reject("FORM-NEWER", layout=layout.name, version=version or "", known=layout.version)
    return layout


def named_places(content: Content, layout: Layout) -> Places | None:
    """Return where the fields stand by their defined names, ``None`` where names are broken."""
    names = content.parts.defined_names
    scalars: dict[str, Address] = {}
    for field in layout.fields:
        area = parse_reference(names.get(field_name(field), ""))
        if area is None or area[0].sheet not in content.sheets:
            return None
        scalars[field] = area[0]
    columns: dict[str, tuple[Address, Address]] = {}
    for name in layout.columns_of_indicators:
        area = parse_reference(names.get(column_name(name), ""))
        if area is None or area[0].sheet not in content.sheets:
            return None
        columns[name] = area
    first, last = columns["name"]
    places = Places(
        first.sheet,
        scalars,
        {name: area[0].column for name, area in columns.items()},
        [],
        first.row,
        last.row,
    )
    places.helpers = _helpers(names)
    return places


def _helpers(names: dict[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, helper in enumerate(Helper, 1):
        area = parse_reference(names.get(f"{HELPER_PREFIX}{number}", ""))
        if area is not None:
            found[helper] = area[0].column
    return found if len(found) == len(Helper) else {}


def issued(content: Content) -> Issued:
    """Return what the hidden sheet says was issued, each part "" where it says nothing."""
    hidden = content.sheets.get(HIDDEN_SHEET)
    rows = range(RECORD_ROW, RECORD_ROW + RECORD_CELLS)
    return Issued(
        project_id=_hidden_text(hidden, PROJECT_PLACE[0]) or "",
        record=joined_record([_hidden_text(hidden, row) for row in rows]),
        seal=_hidden_text(hidden, SEAL_PLACE[0]) or "",
    )


def _hidden_text(hidden: Sheet | None, row: int) -> str | None:
    if hidden is None or (row, 2) not in hidden.filled:
        return None
    cell = hidden.cells[row, 2]
    return None if cell.kind == "blank" else cell.raw
