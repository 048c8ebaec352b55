"""Which cell formats show a percentage or a date: a typed 98% is stored as 0.98."""

import re
from enum import Enum

from generator.workbook.package import Package
from generator.workbook.rejection import reject
from generator.workbook.sheet.xml import Element, elements

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_NUMBER = re.compile("[0-9]{1,9}")
_BUILT_IN_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_BUILT_IN_PERCENT = {9, 10}


class Shows(Enum):
    """What a number looks like to the person at the screen."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"


def shows(code: str) -> Shows:
    """Tell what a number format code shows, text in quotes apart."""
    bare = _QUOTED.sub("", code).lower()
    if "%" in bare:
        return Shows.PERCENT
    return Shows.DATE if re.search(r"[yd]|m.*[yd/月]|年", bare) else Shows.NUMBER


class NumberFormats:
    """The formats of one workbook, read from its styles part when first asked for."""

    def __init__(self, package: Package, part: str | None) -> None:
        self._package, self._part = package, part
        self._by_style: list[Shows] | None = None

    def of(self, style: int) -> Shows:
        """Return what cells of a style (index into the cell formats) show."""
        if self._by_style is None:
            self._by_style = self._read()
        return self._by_style[style] if style < len(self._by_style) else Shows.NUMBER

    def _read(self) -> list[Shows]:
        if self._part is None:
            return []
        codes: dict[int, str] = {}
        styles: list[Shows] = []
        inside = False
        found = elements(self._package.read(self._part), self._part, 64)
        for each in found:
            if each.tag == "numFmt":
                codes[self._number(each)] = each.get("formatCode")
            elif each.tag in ("cellXfs", "cellStyles"):
                inside = each.tag == "cellXfs"
            elif each.tag == "xf" and inside:
                styles.append(_of_id(self._number(each), codes))
        return styles

    def _number(self, element: Element) -> int:
        number = element.get("numFmtId", "0")
        if not _NUMBER.fullmatch(number):
            raise reject("BOOK-BROKEN", part=self._part)
        return int(number)


def _of_id(number: int, codes: dict[int, str]) -> Shows:
    if number in codes:
        return shows(codes[number])
    if number in _BUILT_IN_PERCENT:
        return Shows.PERCENT
    return Shows.DATE if number in _BUILT_IN_DATES else Shows.NUMBER
