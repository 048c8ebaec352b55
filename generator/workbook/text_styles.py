"""The looks of a sheet of texts, appended to the styles a workbook already has.

What is there keeps its numbers, so no other cell changes.  Styles in a notation that leaves a
doubt are not touched: the sheet then is plain.
"""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.workbook.package.package import Package
from generator.workbook.sheet.markup import StartTag, start_tag
from generator.workbook.sheet.relations import relations
from generator.workbook.sheet.replacement import Replacement, replace_all
from generator.workbook.sheet.tree import Element, elements
from generator.workbook.sheet.xml import MAIN_NAMESPACES
from generator.workbook.text_sheet import Look

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
