"""Number formats of one document: their codes, and what they make of a number."""

import re
from enum import Enum
from functools import cached_property
from typing import Any

from xladdin.libreoffice import runtime
from xladdin.libreoffice.errors import LibreOfficeError
from xladdin.libreoffice.remote import Remote

GENERAL, TEXT = "General", "@"
DATE, MOMENT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"
_PER_LOCALE = 10_000  # each locale has its own standard format: 0, 10000, 20000 and so on
_EXCEL_CASE = re.compile(r'"[^"]*"|\\.|AM/PM|A/P|([YMDHS]+)')
_DATE_OR_TIME, _TEXT, _LOGICAL = 2 | 4, 256, 1024


class Kind(Enum):
    """What a format takes a number for."""

    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    TEXT = "text"


class NumberFormats:
    """The formats of a document; a format never changes its meaning, so answers are kept."""

    def __init__(self, document: Remote) -> None:
        self._document = document
        self._codes: dict[int, str] = {}
        self._kinds: dict[int, Kind] = {}

    @cached_property
    def _formats(self) -> Remote:
        formats: Remote = self._document.NumberFormats
        return formats

    @cached_property
    def _english(self) -> Any:
        return runtime.struct("com.sun.star.lang.Locale", "en", "US", "")

    @cached_property
    def boolean(self) -> int:
        """The format that shows TRUE and FALSE."""
        return int(self._formats.getStandardFormat(_LOGICAL, self._english))

    def key(self, code: str) -> int:
        """Return LibreOffice's number for a format code in Excel's (English) spelling."""
        key = int(self._formats.queryKey(code, self._english, False))
        try:
            return key if key >= 0 else int(self._formats.addNew(code, self._english))
        except LibreOfficeError as error:
            raise ValueError(f"{code!r} is no number format") from error

    def code(self, key: int) -> str:
        """Return the format code."""
        self._learn(key)
        return self._codes[key]

    def kind(self, key: int) -> Kind:
        """Return what the format takes a number for."""
        self._learn(key)
        return self._kinds[key]

    def _learn(self, key: int) -> None:
        if key not in self._codes:
            format_ = self._formats.getByKey(key)
            self._kinds[key] = kind = _kind(int(format_.Type))
            code = str(format_.FormatString)
            self._codes[key] = _as_excel(code) if kind is Kind.DATE else code


def is_standard(key: int) -> bool:
    """Tell whether a format is the standard one, which LibreOffice also names for "several"."""
    return key % _PER_LOCALE == 0


def _as_excel(code: str) -> str:
    """Return a date format in Excel's small letters."""
    return _EXCEL_CASE.sub(lambda part: part[1].lower() if part[1] else part[0], code)


def _kind(type_: int) -> Kind:
    if type_ & _DATE_OR_TIME:
        return Kind.DATE
    if type_ & _LOGICAL:
        return Kind.BOOLEAN
    return Kind.TEXT if type_ & _TEXT else Kind.NUMBER
