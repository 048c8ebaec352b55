"""The shared strings of a workbook, read when the first cell asks for one."""

import re
from functools import cached_property

from generator.workbook.package.package import Package
from generator.workbook.rejection import reject
from generator.workbook.sheet.escapes import character_data, decode
from generator.workbook.sheet.xml import MAIN_NAMESPACES, new_parser, parse

_ITEMS = frozenset(f"{space} si" for space in MAIN_NAMESPACES)
_TEXTS = frozenset(f"{space} t" for space in MAIN_NAMESPACES)
_PHONETICS = frozenset(f"{space} rPh" for space in MAIN_NAMESPACES)
_ROOT = (
    rb'(?:\xef\xbb\xbf)?(?:<\?xml [^<>]*\?>)?\s*<sst(?=[^<>\']* xmlns="(?:%b)")[^<>\']*>'
    % b"|".join(re.escape(space.encode()) for space in MAIN_NAMESPACES)
)
_UNUSUAL = (b"xmlns", b"\r", b"<si/", b"<si ", b"<rPh", b"<extLst")
_RUN = rb'<t(?: xml:space="preserve")?>([^<]*)</t>'


class SharedStrings:
    """The texts cells refer to by number: rich runs joined, phonetic runs left out."""

    def __init__(self, package: Package, part: str | None) -> None:
        self._package = package
        self._part = part

    def at(self, index: str) -> str:
        """Return the text number ``index`` (as the cell writes it); raise ``Rejected`` if none."""
        try:
            return self.texts[int(index) if index.isdecimal() else len(self.texts)]
        except (ValueError, IndexError):
            raise reject("BOOK-STRING", index=index) from None

    @cached_property
    def texts(self) -> list[str]:
        """Return all texts in order; raise ``Rejected`` for a broken part or too many."""
        if self._part is None:
            return []
        return read_strings(
            self._package.read(self._part), self._part, self._package.limits.strings
        )


def read_strings(xml: bytes, part: str, most: int) -> list[str]:
    """Return the texts of a shared-strings part, at most ``most`` of them."""
    items = _items(xml, part)
    if items is None:
        return read_by_handlers(xml, part, most)
    if len(items) > most:
        raise reject("BOOK-STRINGS", limit=most)
    return [decode(character_data(b"".join(runs))) for runs in items]


def _items(xml: bytes, part: str) -> list[list[bytes]] | None:
    """Return the runs of each item where the part is in the usual notation, else None.

    Expat checks that the part is well-formed, and tells what could hide a tag; and every ``<t``
    has to be a run.
    """
    odd: list[object] = []
    parser = new_parser(part)
    parser.CommentHandler = parser.StartCdataSectionHandler = lambda *_: odd.append(True)
    parser.ProcessingInstructionHandler = parser.CommentHandler
    parse(parser, xml, part)
    root = re.match(_ROOT, xml)
    if odd or root is None or any(mark in xml[root.end() :] for mark in _UNUSUAL):
        return None
    runs = re.compile(_RUN).findall
    items = [runs(item) for item in xml.split(b"</si>")[:-1]]
    texts = xml.count(b"<t>") + xml.count(b"<t ") + xml.count(b"<t/")
    return items if sum(map(len, items)) == texts else None


def read_by_handlers(xml: bytes, part: str, most: int) -> list[str]:
    """Return the same for a part in any notation."""
    reader = _Reader(part, most)
    parse(reader.parser, xml, part)
    return reader.texts


class _Reader:
    """The handlers of one parse; text is gathered by ``list.append`` itself, without a call."""

    def __init__(self, part: str, most: int) -> None:
        self.texts: list[str] = []
        self._most = most
        self._pieces: list[str] = []
        self._runs: list[str] = []
        self._phonetic = False
        self.parser = new_parser(part)
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._pieces.append

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        if name in _TEXTS:
            self._pieces.clear()
        elif name in _PHONETICS:
            self._phonetic = True

    def _end(self, name: str) -> None:
        if name in _TEXTS:
            if not self._phonetic:
                self._runs.append("".join(self._pieces))
        elif name in _ITEMS:
            self._finish()
        elif name in _PHONETICS:
            self._phonetic = False

    def _finish(self) -> None:
        self.texts.append(decode("".join(self._runs)))
        self._runs.clear()
        if len(self.texts) > self._most:
            raise reject("BOOK-STRINGS", limit=self._most)
