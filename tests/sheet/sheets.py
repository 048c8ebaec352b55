"""Worksheet parts written by hand, in the notations the programs of the world use."""

from generator.workbook.sheet import SharedStrings

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
