"""Whole workbooks written by hand, for what openpyxl never writes."""

import io
import zipfile

from .sheets import MAIN, worksheet

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def zip_of(members: dict[str, str | bytes]) -> bytes:
    """Return a zip of ``members``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def relationships(*entries: tuple[str, str, str], types: str = OFFICE) -> str:
    """Return a list of relationships from id, kind and target."""
    inner = "".join(
        f'<Relationship Id="{id_}" Type="{types}/{kind}" Target="{target}"/>'
        for id_, kind, target in entries
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def content_types(*parts: str) -> str:
    """Return content types that name each part."""
    inner = "".join(f'<Override PartName="/{part}" ContentType="x"/>' for part in parts)
    return f'<Types xmlns="{PACKAGE}/content-types">{inner}</Types>'


def book(
    rows: str, *, chain: str = "", main: str = MAIN, types: str = OFFICE, sheets: str = ""
) -> dict[str, str | bytes]:
    """Return the members of a workbook with one sheet (id 7) and, if given, a chain."""
    listed = sheets or '<sheet name="表" sheetId="7" r:id="rId1"/>'
    entries = [("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml")]
    entries += [("rId9", "calcChain", "/xl/calcChain.xml")] if chain else []
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types("xl/workbook.xml", "xl/calcChain.xml"),
        "_rels/.rels": relationships(("rId1", "officeDocument", "xl/workbook.xml"), types=types),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{types}"><sheets>{listed}</sheets>'
        '<definedNames><definedName name="a">表!$A$1</definedName>'
        '<definedName name="a" localSheetId="0">表!$B$1</definedName></definedNames></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(*entries, types=types),
        "xl/worksheets/sheet1.xml": worksheet(rows, space=main),
    }
    if chain:
        members["xl/calcChain.xml"] = f'<calcChain xmlns="{main}">{chain}</calcChain>'
    return members
