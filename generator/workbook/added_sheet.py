"""One more sheet at the end of a workbook, everything else in it as it was.

What changes is the list of content types, the workbook part and its relationships; the styles
get further formats where that is safe.  The sheet in view stays the one that was: to change it,
the part of that sheet would have to be changed too, or both would be selected as a group and
typing into one would write into the other.
"""

import posixpath
import re
from itertools import count

from generator.workbook.package.package import Package
from generator.workbook.rejection import Rejected, reject
from generator.workbook.sheet.markup import Replacement, replace_all, start_tag
from generator.workbook.sheet.relations import listing_of, relations, target
from generator.workbook.sheet.scan import scan
from generator.workbook.sheet.workbook import SheetRef, WorkbookParts, read_workbook
from generator.workbook.sheet.xml import Element, elements
from generator.workbook.text_sheet import TextSheet, append_looks, attribute, sheet_xml

_TYPES = "[Content_Types].xml"
_WORKSHEET = b"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_RELATION_ID = re.compile(rb"""\s([^\s=:]+):id\s*=""")
_HARMLESS = {"printerSettings"}  # what a program adds to a sheet by merely saving it


def add_sheet(package: Package, name: str, sheet: TextSheet) -> str:
    """Add ``sheet`` to the workbook in ``package``; return the name it got.

    A sheet called ``name`` with the same heading, left from an earlier round, is replaced; any
    other keeps its name, and the new one becomes ``name (2)``.  Raises ``Rejected`` where the
    workbook is broken.
    """
    book = read_workbook(package)
    root = _root(package, book.part)
    xml = sheet_xml(sheet, root.name.rpartition(" ")[0], append_looks(package, book.part))
    earlier = _earlier(package, book, name, sheet.heading)
    if earlier is not None:
        package.replace(earlier.part, xml)
        return earlier.name
    free = _free_name(book, name)
    part = _free_part(package, book.part)
    relation = _relate(package, book.part, part)
    _declare(package, part)
    _list(package, book.part, free, relation)
    package.add(part, xml)
    return free


def _root(package: Package, part: str) -> Element:
    return elements(package.read(part), part, package.limits.xml_depth)[0]


def _earlier(package: Package, book: WorkbookParts, name: str, heading: str) -> SheetRef | None:
    """Return the sheet of ours from an earlier round, if nothing but our text is in it."""
    ours = re.compile(re.escape(name) + r"(?: \(\d+\))?")
    for ref in book.sheets:
        if ours.fullmatch(ref.name) and _is_ours(package, book, ref, heading):
            return ref
    return None


def _is_ours(package: Package, book: WorkbookParts, ref: SheetRef, heading: str) -> bool:
    if any(each.kind not in _HARMLESS for each in relations(package, ref.part)):
        return False
    try:
        cells = scan(package.read(ref.part), book.shared_strings, package.limits, ref.name).cells
        first = cells.get((1, 1))
        return (
            first is not None
            and first.raw == heading
            and all(cell.written_formula is None for cell in cells.values())
        )
    except Rejected:
        return False


def _free_name(book: WorkbookParts, name: str) -> str:
    taken = {ref.name.casefold() for ref in book.sheets}
    names = (name if number == 1 else f"{name} ({number})" for number in count(1))
    return next(each for each in names if each.casefold() not in taken)


def _free_part(package: Package, workbook: str) -> str:
    """Return a part name that no member, content type or relationship uses."""
    folder = posixpath.join(posixpath.dirname(workbook), "worksheets")
    types = elements(package.read(_types(package)), _TYPES, package.limits.xml_depth)
    named = {each.get("PartName").lstrip("/").lower() for each in types}
    named |= {each.part.lower() for each in relations(package, workbook)}
    named |= {name.lower() for name in package.names}
    parts = (f"{folder}/sheet{number}.xml" for number in count(1))
    return next(part for part in parts if part.lower() not in named)


def _types(package: Package) -> str:
    name = package.find(_TYPES)
    if name is None:
        raise reject("PKG-PART-MISSING", name=_TYPES)
    return name


def _declare(package: Package, part: str) -> None:
    """Name the content type of the new part."""
    entry = b'Override PartName="/%b" ContentType="%b"' % (attribute(part), _WORKSHEET)
    _append(package, _types(package), "Types", entry)


def _relate(package: Package, workbook: str, part: str) -> bytes:
    """Relate the new part to the workbook as its other sheets are; return the id."""
    listing = package.find(listing_of(workbook))
    if listing is None:
        raise reject("PKG-PART-MISSING", name=listing_of(workbook))
    found = elements(package.read(listing), listing, package.limits.xml_depth)
    taken = {each.get("Id").lower() for each in found}
    types = [each.get("Type") for each in found if each.get("Type").endswith("/worksheet")]
    if not types:
        raise reject("BOOK-BROKEN", part=listing)
    id_ = next(f"rId{number}" for number in count(1) if f"rid{number}" not in taken)
    path = posixpath.relpath(part, posixpath.dirname(workbook) or ".")
    assert target(workbook, path) == part, "a relative path leads back to the part"
    entry = b'Relationship Id="%b" Type="%b" Target="%b"'
    values = attribute(id_), attribute(types[-1]), attribute(path)
    _append(package, listing, "Relationships", entry % values)
    return values[0]


def _list(package: Package, workbook: str, name: str, relation: bytes) -> None:
    """Put the sheet at the end of the workbook's list, written as the others are."""
    xml = package.read(workbook)
    found = elements(xml, workbook, package.limits.xml_depth)
    sheets = [each for each in found if each.tag == "sheet"]
    raw = start_tag(xml, sheets[-1].start).attributes
    prefix = _RELATION_ID.search(raw)
    if prefix is None:
        raise reject("BOOK-BROKEN", part=workbook)
    declared = re.search(rb"""\sxmlns:%b\s*=\s*("[^"]*"|'[^']*')""" % re.escape(prefix[1]), raw)
    ids = [int(each.get("sheetId")) for each in sheets if each.get("sheetId").isdecimal()]
    entry = b'sheet name="%b" sheetId="%d"%b %b:id="%b"' % (
        attribute(name),
        max(ids, default=0) + 1,
        declared[0] if declared else b"",
        prefix[1],
        relation,
    )
    _append(package, workbook, "sheets", entry)


def _append(package: Package, part: str, parent: str, entry: bytes) -> None:
    """Put an element, given without its prefix and brackets, at the end of ``parent``."""
    xml = package.read(part)
    found = elements(xml, part, package.limits.xml_depth)
    element = next((each for each in found if each.tag == parent), None)
    tag = None if element is None else start_tag(xml, element.start)
    if element is None or tag is None or tag.closed:
        raise reject("BOOK-BROKEN", part=part)
    child = b"<%b%b/>" % (tag.prefix, entry)
    package.replace(part, replace_all(xml, [Replacement(element.close, element.close, child)]))
