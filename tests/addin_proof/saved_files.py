"""What of a saved workbook the proofs look at, taken straight from its XML.

No reader of ours stands between the file and the proof, and none that leaves out what it does not
know.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from openpyxl.utils import coordinate_to_tuple, get_column_letter

Element = ElementTree.Element
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class SavedSheet:
    """One sheet of a saved workbook; cells are named as in "G15"."""

    def __init__(self, parts: dict[str, bytes], part: str) -> None:
        self._parts, self._part = parts, part
        self._root = ElementTree.fromstring(parts[part])

    @cached_property
    def values(self) -> dict[str, Any]:
        """What the cells show, blank ones left out."""
        shown = ((at, self._shown(cell)) for at, cell in self._cells.items())
        return {at: value for at, value in shown if value not in (None, "")}

    @cached_property
    def formulas(self) -> dict[str, str]:
        """The cells that hold formulas, and those."""
        found = ((at, cell.find(f"{_MAIN}f")) for at, cell in self._cells.items())
        return {at: f"={formula.text}" for at, formula in found if formula is not None}

    @property
    def lines(self) -> Iterator[list[Any]]:
        """The rows from the top, as far as anything is shown, each from column A on."""
        places = [coordinate_to_tuple(at) for at in self.values]
        rows, columns = (max(numbers) for numbers in zip(*places, strict=True))
        for row in range(1, rows + 1):
            names = (f"{get_column_letter(column)}{row}" for column in range(1, columns + 1))
            yield [self.values.get(name) for name in names]

    @cached_property
    def colours(self) -> dict[str, str]:
        """The fill colours of the cells that have one."""
        fills = [each.find(f".//{_MAIN}fgColor") for each in self._styles("fills")]
        used = ((at, fills[int(self._style(at).get("fillId", "0"))]) for at in self._cells)
        return {at: fill.get("rgb", "") for at, fill in used if fill is not None}

    @cached_property
    def notes(self) -> dict[str, str]:
        """The notes on cells."""
        for kind, part in _related(self._parts, self._part):
            if kind == "comments":
                found = ElementTree.fromstring(self._parts[part]).iter(f"{_MAIN}comment")
                return {each.get("ref", ""): _text(each) for each in found}
        return {}

    @property
    def hidden_rows(self) -> set[int]:
        """The rows that are hidden."""
        return {number for number, row in self._rows.items() if _is_set(row, "hidden")}

    @property
    def heights(self) -> dict[int, float]:
        """The heights (points) of the rows that can be seen."""
        rows = {n: row.get("ht") for n, row in self._rows.items() if n not in self.hidden_rows}
        return {number: float(height) for number, height in rows.items() if height}

    def merged_rows(self, row: int, column: int) -> range:
        """Return the rows of the merged cell around a cell."""
        _, top, _, bottom = self._merged(row, column)
        return range(top, bottom + 1)

    def merged_into(self, at: str) -> str:
        """Return the cell that stands for a cell: of merged ones the first."""
        left, top, _, _ = self._merged(*coordinate_to_tuple(at))
        return name_of(top, left)

    def _merged(self, row: int, column: int) -> tuple[int, int, int, int]:
        for left, top, right, bottom in self._merges:
            if top <= row <= bottom and left <= column <= right:
                return left, top, right, bottom
        return column, row, column, row

    @cached_property
    def _merges(self) -> list[tuple[int, int, int, int]]:
        areas = (area.get("ref", "") for area in self._root.iter(f"{_MAIN}mergeCell"))
        corners = ([coordinate_to_tuple(corner) for corner in area.split(":")] for area in areas)
        return [(left, top, right, bottom) for (top, left), (bottom, right) in corners]

    def is_open(self, row: int, column: int) -> bool:
        """Tell whether the protection lets everybody type into a cell."""
        protection = self._style(name_of(row, column)).find(f"{_MAIN}protection")
        return protection is not None and protection.get("locked") in ("0", "false")

    @cached_property
    def _cells(self) -> dict[str, Element]:
        return {cell.get("r", ""): cell for cell in self._root.iter(f"{_MAIN}c")}

    @cached_property
    def _rows(self) -> dict[int, Element]:
        return {int(row.get("r", "0")): row for row in self._root.iter(f"{_MAIN}row")}

    @cached_property
    def _strings(self) -> list[str]:
        root = ElementTree.fromstring(self._parts["xl/sharedStrings.xml"])
        return [_text(each) for each in root]

    def _shown(self, cell: Element) -> Any:
        kind, value = cell.get("t", "n"), cell.find(f"{_MAIN}v")
        if kind == "inlineStr":
            return _text(cell)
        if value is None or value.text is None:
            return None
        if kind == "s":
            return self._strings[int(value.text)]
        return float(value.text) if kind == "n" else _unescaped(value.text)

    def _style(self, at: str) -> Element:
        cell = self._cells.get(at)
        return self._styles("cellXfs")[0 if cell is None else int(cell.get("s", "0"))]

    def _styles(self, kind: str) -> list[Element]:
        found = self._stylesheet.find(f"{_MAIN}{kind}")
        assert found is not None, kind
        return list(found)

    @cached_property
    def _stylesheet(self) -> Element:
        return ElementTree.fromstring(self._parts["xl/styles.xml"])


@lru_cache(maxsize=16)
def saved_sheet(path: Path, sheet: str) -> SavedSheet:
    """Return a sheet of a saved workbook by its name."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    book = ElementTree.fromstring(parts["xl/workbook.xml"])
    (found,) = (each for each in book.iter(f"{_MAIN}sheet") if each.get("name") == sheet)
    relations = ElementTree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    (target,) = (each for each in relations if each.get("Id") == found.get(_RELATION))
    return SavedSheet(parts, _joined("xl", target.get("Target", "")))


def name_of(row: int, column: int) -> str:
    """Return the name of a cell."""
    return f"{get_column_letter(column)}{row}"


def _related(parts: dict[str, bytes], part: str) -> Iterator[tuple[str, str]]:
    """Yield kind and name of the parts a part refers to."""
    folder, name = posixpath.split(part)
    relations = parts.get(f"{folder}/_rels/{name}.rels")
    for each in () if relations is None else ElementTree.fromstring(relations):
        yield each.get("Type", "").rpartition("/")[2], _joined(folder, each.get("Target", ""))


def _joined(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _text(element: Element) -> str:
    return _unescaped("".join(each.text or "" for each in element.iter(f"{_MAIN}t")))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)


def _is_set(element: Element, name: str) -> bool:
    return element.get(name) in ("1", "true")
