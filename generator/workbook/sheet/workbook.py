"""The workbook part: which sheets there are, where they are stored, and the defined names."""

from collections.abc import Sequence
from typing import Literal, cast

from msgspec import Struct

from generator.workbook.package.package import Package
from generator.workbook.rejection import reject
from generator.workbook.sheet.relations import Relation, relations
from generator.workbook.sheet.strings import SharedStrings
from generator.workbook.sheet.xml import MAIN_NAMESPACES, Element, elements

State = Literal["visible", "hidden", "veryHidden"]

_ROOTS = frozenset(f"{space} workbook" for space in MAIN_NAMESPACES)
_STATES = ("visible", "hidden", "veryHidden")


class SheetRef(Struct, frozen=True):
    """A sheet as the workbook lists it; ``kind`` is ``worksheet``, ``chartsheet``, …"""

    name: str
    state: State
    part: str
    sheet_id: str
    kind: str


class WorkbookParts(Struct, frozen=True):
    """What the workbook part says; ``defined_names`` holds those of workbook scope."""

    part: str
    sheets: tuple[SheetRef, ...]
    defined_names: dict[str, str]
    date1904: bool
    shared_strings: SharedStrings
    styles: str | None


def read_workbook(package: Package) -> WorkbookParts:
    """Follow the relationships to the workbook part and read it; raise ``Rejected`` if broken."""
    part = workbook_part(package)
    found = elements(package.read(part), part, package.limits.xml_depth)
    if found[0].name not in _ROOTS:
        raise reject("PKG-NO-WORKBOOK")
    related = relations(package, part)
    kinds = {each.kind: each.part for each in reversed(related)}
    strings = kinds.get("sharedStrings")
    return WorkbookParts(
        part,
        _sheets(package, found, related, part),
        _defined_names(found, package.limits.defined_names),
        any(each.tag == "workbookPr" and is_true(each.get("date1904")) for each in found),
        SharedStrings(package, None if strings is None else _present(package, strings)),
        kinds.get("styles"),
    )


def workbook_part(package: Package) -> str:
    """Return the member that is the workbook part; raise ``Rejected`` where there is none."""
    for relation in relations(package, ""):
        if relation.kind == "officeDocument":
            return _present(package, relation.part)
    raise reject("PKG-NO-WORKBOOK")


def is_true(value: str) -> bool:
    """Read a boolean attribute; absent ("") is false."""
    return value in ("1", "true")


def _sheets(
    package: Package, found: Sequence[Element], related: tuple[Relation, ...], part: str
) -> tuple[SheetRef, ...]:
    listed = [element for element in found if element.tag == "sheet"]
    if len(listed) > package.limits.members:
        raise reject("BOOK-SHEETS", limit=package.limits.members)
    by_id = {relation.id: relation for relation in related}
    return tuple(_sheet(package, element, by_id, part) for element in listed)


def _sheet(package: Package, element: Element, by_id: dict[str, Relation], part: str) -> SheetRef:
    relation = by_id.get(element.get("id"))
    state = element.get("state", "visible")
    if relation is None or state not in _STATES:
        raise reject("BOOK-BROKEN", part=part)
    return SheetRef(
        element.get("name"),
        cast(State, state),
        _present(package, relation.part),
        element.get("sheetId"),
        relation.kind,
    )


def _defined_names(found: Sequence[Element], most: int) -> dict[str, str]:
    names = [element for element in found if element.tag == "definedName"]
    if len(names) > most:
        raise reject("BOOK-NAMES", limit=most)
    return {
        element.get("name"): "".join(element.texts)
        for element in names
        if "localSheetId" not in element.attributes
    }


def _present(package: Package, part: str) -> str:
    name = package.find(part)
    if name is None:
        raise reject("PKG-PART-MISSING", name=part)
    return name
