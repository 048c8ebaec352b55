"""Edits to one sheet of a package, with the calculation chain kept true."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.workbook.package.package import Package
from generator.workbook.sheet.address import Position, address
from generator.workbook.sheet.edits import Edit
from generator.workbook.sheet.markup import Replacement, replace_all, start_tag
from generator.workbook.sheet.patch import patch
from generator.workbook.sheet.relations import listing_of, relations, target
from generator.workbook.sheet.sheet import Sheet
from generator.workbook.sheet.workbook import SheetRef, workbook_part
from generator.workbook.sheet.xml import Element, elements

_CONTENT_TYPES = "[Content_Types].xml"


def drop_from_chain(package: Package, sheet_id: str, cells: Collection[Position]) -> None:
    """Take the entries of ``cells`` out of the chain, and the chain out if none is left."""
    workbook = workbook_part(package)
    for relation in relations(package, workbook):
        chain = package.find(relation.part) if relation.kind == "calcChain" else None
        if chain is not None:
            _drop(package, workbook, chain, {(sheet_id, address(*where)) for where in cells})


def _drop(package: Package, workbook: str, chain: str, gone: set[tuple[str, str]]) -> None:
    xml = package.read(chain)
    entries = [each for each in elements(xml, chain, package.limits.xml_depth) if each.tag == "c"]
    replacements = list(_cuts(xml, entries, gone))
    if not replacements:
        return
    if _all_gone(entries, gone):
        _remove_part(package, workbook, chain)
    else:
        package.replace(chain, replace_all(xml, replacements))


def _keys(entries: Sequence[Element]) -> Iterator[tuple[str, str]]:
    """Yield sheet and address of each entry; one without a sheet is on that of the last."""
    sheet = ""
    for entry in entries:
        sheet = entry.get("i", sheet)
        yield sheet, entry.get("r")


def _all_gone(entries: Sequence[Element], gone: set[tuple[str, str]]) -> bool:
    return all(key in gone for key in _keys(entries))


def _cuts(
    xml: bytes, entries: Sequence[Element], gone: set[tuple[str, str]]
) -> Iterator[Replacement]:
    """Yield the cuts, and the sheet's number for an entry that took it from one cut out."""
    known = ""
    for entry, key in zip(entries, _keys(entries), strict=True):
        if key in gone:
            yield _cut(xml, entry)
            continue
        if key[0] != known and "i" not in entry.attributes:
            yield _numbered(xml, entry, key[0])
        known = key[0]


def _cut(xml: bytes, element: Element) -> Replacement:
    end = start_tag(xml, element.start).element_end(xml, element.close)
    return Replacement(element.start, end, b"")


def _numbered(xml: bytes, entry: Element, sheet: str) -> Replacement:
    after_name = entry.start + 1 + len(start_tag(xml, entry.start).name)
    return Replacement(after_name, after_name, b' i="%b"' % sheet.encode("utf-8"))


def _remove_part(package: Package, workbook: str, chain: str) -> None:
    """Remove the part with its relationship and its content type: an empty chain is invalid."""
    package.remove(chain)
    _cut_out(package, listing_of(workbook), "Target", workbook, chain)
    _cut_out(package, _CONTENT_TYPES, "PartName", "", chain)


def _cut_out(package: Package, part: str, attribute: str, source: str, chain: str) -> None:
    """Cut the elements of ``part`` whose ``attribute``, read from ``source``, names the chain."""
    name = package.find(part) or part
    xml = package.read(name)
    found = [
        _cut(xml, element)
        for element in elements(xml, name, package.limits.xml_depth)
        if attribute in element.attributes
        and target(source, element.attributes[attribute]).lower() == chain.lower()
    ]
    package.replace(name, replace_all(xml, found))


def apply(
    package: Package, sheet_ref: SheetRef, sheet: Sheet, edits: Mapping[Position, Edit]
) -> None:
    """Patch the part of ``sheet_ref`` in ``package``; ``sheet`` is the scan of it as it stands.

    No other part changes, but the calculation chain where a formula goes away.
    """
    if not edits:
        return
    package.replace(sheet_ref.part, patch(package.read(sheet_ref.part), sheet, edits))
    gone = [where for where, edit in edits.items() if edit.formula is None and _has(sheet, where)]
    if gone:
        drop_from_chain(package, sheet_ref.sheet_id, gone)


def _has(sheet: Sheet, where: Position) -> bool:
    cell = sheet.cells.get(where)
    return cell is not None and cell.written_formula is not None
