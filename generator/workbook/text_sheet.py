"""A sheet of texts to be read: what stands in it, and its XML in the namespace of a workbook.

Every text is an inline string in a text format, so nothing in it can ever become a formula.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto

from msgspec import Struct

from generator.workbook.package.package import Package
from generator.workbook.sheet.address import address, letters
from generator.workbook.sheet.edits import SetText
from generator.workbook.sheet.escapes import encode
from generator.workbook.sheet.markup import Replacement, StartTag, cell, replace_all, start_tag
from generator.workbook.sheet.relations import relations
from generator.workbook.sheet.xml import MAIN_NAMESPACES, Element, elements


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


_MOST = {"fonts": 500, "fills": 4_000, "borders": 4_000, "cellXfs": 60_000}
"""Entries up to which something is added; Excel's own limits lie a little higher."""

_SONG, _HEI = '<name val="宋体"/><charset val="134"/>', '<name val="黑体"/><charset val="134"/>'
_FONTS = (
    f'<font><sz val="10.5"/>{_SONG}</font>',
    f'<font><b/><sz val="10.5"/>{_SONG}</font>',
    f'<font><b/><sz val="16"/>{_HEI}</font>',
    f'<font><u/><sz val="10.5"/><color rgb="FF1F4E9E"/>{_SONG}</font>',
    f'<font><b/><sz val="10.5"/><color rgb="FF9C0006"/>{_SONG}</font>',
)
_FILLS = tuple(
    f'<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/></patternFill></fill>'
    for colour in ("FFE4EAF2", "FFFFC7CE", "FFFFEB9C")
)
_SIDES = ("left", "right", "top", "bottom")
_THIN = "".join(f'<{side} style="thin"><color rgb="FF8C8C8C"/></{side}>' for side in _SIDES)
_BORDERS = (f"<border>{_THIN}<diagonal/></border>",)


class _Format(Struct, frozen=True):
    """Positions among the fonts and fills above; every boxed cell has the one border."""

    font: int
    fill: int | None = None
    boxed: bool = True
    horizontal: str = "left"


_FORMATS: Mapping[Look, _Format] = {
    Look.TITLE: _Format(2, boxed=False, horizontal="center"),
    Look.NOTE: _Format(0, boxed=False),
    Look.HEADER: _Format(1, fill=0, horizontal="center"),
    Look.TEXT: _Format(0),
    Look.CENTRED: _Format(0, horizontal="center"),
    Look.LINK: _Format(3, horizontal="center"),
    Look.ERROR: _Format(4, fill=1, horizontal="center"),
    Look.WARNING: _Format(1, fill=2, horizontal="center"),
}

_COUNT = re.compile(rb"""(\scount\s*=\s*["'])\d+(["'])""")
_TAG = re.compile(r"<(/?)(?=\w)")


def append_looks(package: Package, workbook: str) -> dict[Look, int]:
    """Add the looks to the styles part of ``workbook``; return their numbers.

    Nothing is changed and nothing returned where that is not safe.
    """
    part = next((r.part for r in relations(package, workbook) if r.kind == "styles"), "")
    name = package.find(part)
    if name is None:
        return {}
    xml = package.read(name)
    lists = _lists(xml, elements(xml, name, package.limits.xml_depth))
    if lists is None:
        return {}
    package.replace(name, replace_all(xml, lists.additions()))
    return {look: lists.formats.size + at for at, look in enumerate(_FORMATS)}


class _List(Struct, frozen=True):
    """One list of the styles: its start tag, the offsets of both tags, how many it holds."""

    tag: StartTag
    start: int
    close: int
    size: int

    def add(self, entries: Sequence[str]) -> list[Replacement]:
        """Return what appends the entries and counts them."""
        counted = rb"\g<1>%d\g<2>" % (self.size + len(entries))
        attributes = _COUNT.sub(counted, self.tag.attributes)
        opened = b"<%b%b>" % (self.tag.name, attributes)
        inner = _TAG.sub(rf"<\1{self.tag.prefix.decode()}", "".join(entries)).encode()
        return [
            Replacement(self.start, self.tag.end, opened),
            Replacement(self.close, self.close, inner),
        ]


class _Lists(Struct, frozen=True):
    fonts: _List
    fills: _List
    borders: _List
    formats: _List
    based: bool

    def additions(self) -> list[Replacement]:
        formats = [self._format(each) for each in _FORMATS.values()]
        return [
            *self.fonts.add(_FONTS),
            *self.fills.add(_FILLS),
            *self.borders.add(_BORDERS),
            *self.formats.add(formats),
        ]

    def _format(self, one: _Format) -> str:
        fill = 0 if one.fill is None else self.fills.size + one.fill
        border = self.borders.size if one.boxed else 0
        base = ' xfId="0"' if self.based else ""
        return (
            f'<xf numFmtId="49" fontId="{self.fonts.size + one.font}" fillId="{fill}"'
            f' borderId="{border}"{base} applyNumberFormat="1" applyFont="1" applyFill="1"'
            f' applyBorder="1" applyAlignment="1"><alignment horizontal="{one.horizontal}"'
            ' vertical="center" wrapText="1"/></xf>'
        )


def _lists(xml: bytes, found: Sequence[Element]) -> _Lists | None:
    """Return the four lists, ``None`` where they are not what every workbook has."""
    space, _, tag = found[0].name.rpartition(" ")
    if tag != "styleSheet" or space not in MAIN_NAMESPACES:
        return None
    entries = {"fonts": "font", "fills": "fill", "borders": "border", "cellXfs": "xf"}
    made = [_list(xml, found, space, name, entry) for name, entry in entries.items()]
    fonts, fills, borders, formats = made
    if fonts is None or fills is None or borders is None or formats is None:
        return None
    based = any(each.name == f"{space} cellStyleXfs" for each in found)
    return _Lists(fonts, fills, borders, formats, based)


def _list(xml: bytes, found: Sequence[Element], space: str, name: str, entry: str) -> _List | None:
    lists = [each for each in found if each.name == f"{space} {name}"]
    if len(lists) != 1:
        return None
    one = lists[0]
    tag = start_tag(xml, one.start)
    inner = [each for each in found if one.start < each.start < one.close]
    size = sum(each.name == f"{space} {entry}" for each in inner)
    foreign = any(not each.name.startswith(f"{space} ") for each in inner)
    if tag.closed or foreign or not 0 < size <= _MOST[name]:
        return None
    return _List(tag, one.start, one.close, size)
