"""Worksheet parts written by hand, in the notations the programs of the world use."""

from msgspec.structs import replace

from generator.workbook.sheet import SharedStrings
from generator.workbook.sheet.sheet import Sheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


class Strings(SharedStrings):
    """Shared strings without a package."""

    def __init__(self, *texts: str) -> None:
        self.texts = list(texts)


NONE = Strings()


def worksheet(rows: str, after: str = "", space: str = MAIN) -> bytes:
    """Return a worksheet with ``rows`` as the content of its data."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        f'<worksheet xmlns="{space}"><dimension ref="A1:C3"/>'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    ).encode()


def told(sheet: Sheet) -> Sheet:
    """Return a scan to be compared: ways of scanning differ in which blank cells they rule out."""
    return replace(sheet, filled=frozenset())
