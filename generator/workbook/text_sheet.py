"""A sheet of texts to be read: what stands in it, and its XML in the namespace of a workbook.

Every text is an inline string in a text format, so nothing in it can ever become a formula.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto

from msgspec import Struct

from generator.workbook.sheet.address import address, letters
from generator.workbook.sheet.edits import SetText
from generator.workbook.sheet.escapes import encode
from generator.workbook.sheet.markup import StartTag, cell


class Look(Enum):
    """How a cell of such a sheet looks."""

    TITLE = auto()
    NOTE = auto()
    HEADER = auto()
    TEXT = auto()
    CENTRED = auto()
    LINK = auto()
    ERROR = auto()
    WARNING = auto()


class Text(Struct, frozen=True):
    """A cell; ``link`` is the place in the workbook it leads to (``'自评表'!G15``)."""

    text: str
    look: Look = Look.TEXT
    link: str | None = None


class TextRow(Struct, frozen=True):
    """A row ``height`` points high; ``across`` merges its first cell over the sheet's width."""

    cells: Sequence[Text]
    height: float
    across: bool = False


class TextSheet(Struct, frozen=True):
    """A sheet: widths of its columns in characters, its rows, how many of them stay in view."""

    widths: Sequence[float]
    rows: Sequence[TextRow]
    frozen: int

    @property
    def heading(self) -> str:
        """The text of its first cell, by which a sheet of ours is known again."""
        return self.rows[0].cells[0].text


_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<worksheet xmlns="{namespace}"><sheetPr><tabColor rgb="FFC00000"/>'
    '<pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:{last}"/>'
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0">'
    '<pane ySplit="{frozen}" topLeftCell="{below}" activePane="bottomLeft" state="frozen"/>'
    '<selection pane="bottomLeft" activeCell="{below}" sqref="{below}"/></sheetView></sheetViews>'
    '<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>'
)
_TAIL = (
    '<pageMargins left="0.47" right="0.47" top="0.6" bottom="0.75" header="0.3" footer="0.35"/>'
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
    "<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>"
    "</worksheet>"
)


def sheet_xml(sheet: TextSheet, namespace: str, styles: Mapping[Look, int]) -> bytes:
    """Return the part of ``sheet``; ``styles`` are cell formats by look, 0 where it names none.

    Raises ``Rejected`` for a text longer than a cell can hold.
    """
    pieces = [_head(sheet, namespace).encode()]
    pieces += (_row(number, row, styles) for number, row in enumerate(sheet.rows, 1))
    pieces += [b"</sheetData>", *_merges(sheet), *_hyperlinks(sheet), _TAIL.encode()]
    return b"".join(pieces)


def _head(sheet: TextSheet, namespace: str) -> str:
    columns = (
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(sheet.widths, 1)
    )
    return _HEAD.format(
        namespace=namespace,
        last=address(len(sheet.rows), len(sheet.widths)),
        frozen=sheet.frozen,
        below=address(sheet.frozen + 1, 1),
        columns="".join(columns),
    )


def _row(number: int, row: TextRow, styles: Mapping[Look, int]) -> bytes:
    cells = b"".join(
        text_cell(address(number, column), each.text, styles.get(each.look, 0))
        for column, each in enumerate(row.cells, 1)
    )
    form = b'<row r="%d" ht="%b" customHeight="1">%b</row>'
    return form % (number, format(row.height, ".1f").encode(), cells)


def text_cell(where: str, text: str, style: int) -> bytes:
    """Return a cell that holds a text, without a namespace prefix."""
    tag = StartTag(b"c", b' r="%b" s="%d"' % (where.encode(), style), False, 0)
    return cell(tag, b"", SetText(text, None))


def _merges(sheet: TextSheet) -> Iterator[bytes]:
    last = letters(len(sheet.widths))
    merged = [f"A{n}:{last}{n}" for n, row in enumerate(sheet.rows, 1) if row.across]
    if merged:
        inner = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
        yield f'<mergeCells count="{len(merged)}">{inner}</mergeCells>'.encode()


def _hyperlinks(sheet: TextSheet) -> Iterator[bytes]:
    links = [
        b'<hyperlink ref="%b" location="%b" display="%b"/>'
        % (address(number, column).encode(), attribute(each.link), attribute(each.text))
        for number, row in enumerate(sheet.rows, 1)
        for column, each in enumerate(row.cells, 1)
        if each.link is not None
    ]
    if links:
        yield b"<hyperlinks>%b</hyperlinks>" % b"".join(links)


def attribute(text: str) -> bytes:
    """Return the content of an attribute in double quotes."""
    return encode(text).replace(b'"', b"&quot;")
