"""Workbooks in the notations the programs of the world use, as packages."""

import io
import re
import zipfile
from collections.abc import Callable

import openpyxl

from generator.workbook.package import Package

from .outcomes import SHEET

_TRANSITIONAL = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": (
        "http://purl.oclc.org/ooxml/spreadsheetml/main"
    ),
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}
_LISTS = ("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml")


def plain() -> bytes:
    """Return a workbook of openpyxl: a form sheet in view and a very hidden one."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = SHEET
    book.active.append(["=1+1", 2])
    book.create_sheet("_hidden").sheet_state = "veryHidden"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def strict() -> bytes:
    """Return the same workbook with the namespaces of ISO 29500 Strict."""

    def translate(xml: str) -> str:
        for ours, theirs in _TRANSITIONAL.items():
            xml = xml.replace(ours, theirs)
        return xml

    return _rewritten(plain(), translate)


def prefixed() -> bytes:
    """Return the same workbook with a prefix on every element of the parts that list things."""

    def translate(xml: str) -> str:
        renamed = re.sub(r"<(/?)(\w)", r"<\1k:\2", xml).replace(" xmlns=", " xmlns:k=")
        return renamed.replace("xmlns:r=", "xmlns:rel=").replace(" r:id=", " rel:id=")

    return _rewritten(plain(), translate, _LISTS)


def without_styles() -> bytes:
    """Return the same workbook with the styles in a notation nothing can be appended to."""
    return _rewritten(plain(), lambda xml: re.sub(r"<fonts.*</fonts>", "", xml), _LISTS[-1:])


def _rewritten(data: bytes, translate: Callable[[str], str], names: tuple[str, ...] = ()) -> bytes:
    package = Package.open(data)
    for name in names or package.names:
        if name.endswith((".xml", ".rels")):
            package.replace(name, translate(package.read(name).decode()).encode())
    return package.to_bytes()


def members(data: bytes) -> dict[str, bytes]:
    """Return the members of a package by name, as they lie in the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
