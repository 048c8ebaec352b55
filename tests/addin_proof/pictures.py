"""A saved workbook as a person could look at it: every part, whatever is numbered written out.

Two files with one picture show the same cells, formulas, formats, notes, rows, protection, lists
and names; only the numbering of styles and texts and the time of saving may differ.
"""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_WRITTEN_OUT = ("xl/styles.xml", "xl/sharedStrings.xml", "docProps/core.xml")
_FONT = re.compile(r' fontId="[^"]*"')
"""Left out of blank cells: LibreOffice writes what it met first, where a font is not installed."""

_SELECTION = re.compile(r"<ns\d:selection [^>]*/>| tabSelected=\"\w+\"| activeTab=\"\d+\"")

_HIDDEN = re.compile(r"(?<=:row )(.*) hidden=\"\w+\"")

Picture = dict[str, list[str]]
"""The lines of each part by the part's name."""


def picture(path: Path) -> Picture:
    """Return the picture of a saved workbook."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    styles, texts = _styles(parts["xl/styles.xml"]), _texts(parts["xl/sharedStrings.xml"])
    return {
        name: _sheet(data, styles, texts)
        if name.startswith("xl/worksheets/sheet")
        else _lines(data)
        for name, data in parts.items()
        if name not in _WRITTEN_OUT
    }


def but_for_the_cursor(found: Picture) -> Picture:
    """Return a picture without the selected cells and the sheet in front."""
    return {name: [_SELECTION.sub("", line) for line in lines] for name, lines in found.items()}


def but_for_hidden_rows(found: Picture) -> Picture:
    """Return a picture without which rows are hidden."""
    return {name: [_HIDDEN.sub(r"\1", line) for line in lines] for name, lines in found.items()}


def _sheet(data: bytes, styles: list[str], texts: list[str]) -> list[str]:
    root = ElementTree.fromstring(data)
    for cell in root.iter(f"{_MAIN}c"):
        style = styles[int(cell.get("s", "0"))]
        cell.set("s", style if len(cell) else _FONT.sub("", style))
        value = cell.find(f"{_MAIN}v")
        if cell.get("t") == "s" and value is not None:
            value.text = texts[int(value.text or "")]
    return _lines(ElementTree.tostring(root))


def _styles(data: bytes) -> list[str]:
    """Return every cell format with its font, fill, border and number format written out."""
    root = ElementTree.fromstring(data)
    formats = {each.get("numFmtId"): each.get("formatCode") for each in root.iter(f"{_MAIN}numFmt")}
    tables = {
        f"{kind}Id": [ElementTree.tostring(each, "unicode") for each in found]
        for kind in ("font", "fill", "border")
        if (found := root.find(f"{_MAIN}{kind}s")) is not None
    }
    made = []
    for style in root.findall(f"{_MAIN}cellXfs/{_MAIN}xf"):
        for name, table in tables.items():
            style.set(name, table[int(style.get(name, "0"))])
        number = style.get("numFmtId", "")
        style.set("numFmtId", formats.get(number) or number)
        made.append(ElementTree.tostring(style, "unicode"))
    return made


def _texts(data: bytes) -> list[str]:
    root = ElementTree.fromstring(data)
    return [ElementTree.tostring(each, "unicode") for each in root]


def _lines(data: bytes) -> list[str]:
    text = data.decode("utf-8", "replace")
    return text.replace("><", ">\n<").splitlines()
