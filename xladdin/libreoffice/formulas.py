"""Formulas between Excel's grammar and LibreOffice's own.

LibreOffice's bulk calls speak its own grammar (``=SUM(A1;$'表 1'.B2)``), Excel's users the one of
Excel (``=SUM(A1,'表 1'!B2)``).  Two parsers inside LibreOffice, one for each, translate in either
direction.  Reading hundreds of formulas would take hundreds of round trips; those made of nothing
but functions, cells of the same sheet, operators and text (nearly all) differ only in separators
and function names and are translated here.
"""

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any

from xladdin.libreoffice import runtime
from xladdin.libreoffice.area import Area
from xladdin.libreoffice.errors import FormulaError
from xladdin.libreoffice.remote import Remote
from xladdin.libreoffice.values import CellError

_OWN, _EXCEL = 0, 3  # com.sun.star.sheet.AddressConvention
_ENGLISH_NAMES, _EXCEL_NAMES = 2, 5  # com.sun.star.sheet.FormulaLanguage
_ALL_FUNCTIONS = 0x7FFFFFFF
_PREFIX = re.compile(r"_xl(?:fn|ws|pm)\.", re.IGNORECASE)
_TEXT = re.compile(r'("(?:[^"]|"")*")')
_QUOTED = re.compile(r"""("(?:[^"]|"")*"|'(?:[^']|'')*')""")
_PLAIN = re.compile(r"(?:[\w$:()+\-*/^&=<>%;. \n]+|\{[\w+\-.;|]*\})*")
_SEPARATORS = str.maketrans(";|", ",;")
_FUNCTION = re.compile(r"([^\W\d][\w.]*)(?=\()")
_NUMBER = re.compile(r"\b\d*\.\d+")
_CONSTANT = re.compile(r"\b(TRUE|FALSE)\(\)")
_ADD_INS = ("COM.SUN.STAR.", "ORG.")  # how LibreOffice's mapping names functions of add-ins
_STAND_INS = {str(error): f"xlerror{index}standin" for index, error in enumerate(CellError)}


class Formulas:
    """Translates the formulas of one document."""

    def __init__(self, document: Remote) -> None:
        self._document = document

    def to_excel(self, formula: str, at: tuple[int, Area]) -> str:
        """Return LibreOffice's formula (with its ``=``) as Excel writes it."""
        return self._quick(formula) or "=" + self._slow(formula, at)

    def to_own(self, formula: str, at: tuple[int, Area]) -> str:
        """Return Excel's formula (with its ``=``) as LibreOffice writes it."""
        tokens = self.parsed(formula, at)
        return "=" + _restored(self._own.printFormula(tokens, _position(at)))

    def filled(self, formula: str, sheet: int, area: Area) -> list[list[str]]:
        """Return Excel's formula for every cell of an area, references moving along."""
        tokens = self.parsed(formula, (sheet, area.cell(1, 1)))

        def printed(row: int, column: int) -> str:
            position = _position((sheet, area.cell(row, column)))
            return "=" + _restored(self._own.printFormula(tokens, position))

        columns = range(1, area.columns + 1)
        return [[printed(row, column) for column in columns] for row in range(1, area.rows + 1)]

    def parsed(self, formula: str, at: tuple[int, Area]) -> Any:
        """Return the tokens of Excel's formula."""
        text = _with_stand_ins(self._prefixed(formula.removeprefix("=")))
        tokens = self._excel.parseFormula(text, _position(at))
        if not tokens:
            raise FormulaError(f"{formula!r} is no formula")
        return tokens

    @cached_property
    def _own(self) -> Remote:
        return self._parser(_OWN)

    @cached_property
    def _excel(self) -> Remote:
        return self._parser(_EXCEL)

    def _parser(self, convention: int) -> Remote:
        parser: Remote = self._document.createInstance("com.sun.star.sheet.FormulaParser")
        parser.CompileEnglish = True
        parser.FormulaConvention = convention
        return parser

    @cached_property
    def _excel_names(self) -> dict[tuple[int, str], str]:
        return _functions(self._document, _EXCEL_NAMES)

    @cached_property
    def _names(self) -> dict[str, str]:
        own = _functions(self._document, _ENGLISH_NAMES)
        pairs = ((name, self._excel_names.get(code)) for code, name in own.items())
        named = {name: _PREFIX.sub("", excel) for name, excel in pairs if excel}
        return {name: excel for name, excel in named.items() if not excel.startswith(_ADD_INS)}

    @cached_property
    def _prefixes(self) -> dict[str, str]:
        prefixed = (name for name in self._excel_names.values() if _PREFIX.match(name))
        return {_PREFIX.sub("", name): name for name in prefixed}

    def _prefixed(self, formula: str) -> str:
        def full(match: re.Match[str]) -> str:
            return self._prefixes.get(match[1].upper(), match[1])

        return _outside(_QUOTED, formula, lambda part: _FUNCTION.sub(full, part))

    def _quick(self, formula: str) -> str | None:
        """Return the translation of a plain formula; None when the parsers are needed."""
        bare = _TEXT.sub("", formula)
        functions = set(_FUNCTION.findall(bare))
        if not _PLAIN.fullmatch(bare) or not functions <= self._names.keys():
            return None
        if "." in bare and "." in _NUMBER.sub("", _FUNCTION.sub("", bare)):
            return None
        if all(self._names[name] == name for name in functions):
            return _outside(_TEXT, formula, _separated)
        return _outside(_TEXT, formula, lambda part: _separated(self._renamed(part)))

    def _renamed(self, part: str) -> str:
        return _FUNCTION.sub(lambda match: self._names[match[1]], part)

    def _slow(self, formula: str, at: tuple[int, Area]) -> str:
        text = _with_stand_ins(formula.removeprefix("="))
        tokens = self._own.parseFormula(text, _position(at))
        printed = _restored(self._excel.printFormula(tokens, _position(at)))
        return _outside(_QUOTED, printed, lambda part: _CONSTANT.sub(r"\1", _PREFIX.sub("", part)))


def _separated(part: str) -> str:
    plain = part.translate(_SEPARATORS)
    return _CONSTANT.sub(r"\1", plain) if "()" in plain else plain


def _functions(document: Remote, language: int) -> dict[tuple[int, str], str]:
    mapper = document.createInstance("com.sun.star.sheet.FormulaOpCodeMapper")
    entries = mapper.getAvailableMappings(language, _ALL_FUNCTIONS)
    return {(entry.Token.OpCode, str(entry.Token.Data)): str(entry.Name) for entry in entries}


def _outside(quoted: re.Pattern[str], formula: str, change: Callable[[str], str]) -> str:
    parts = quoted.split(formula)
    parts[::2] = map(change, parts[::2])
    return "".join(parts)


def _with_stand_ins(formula: str) -> str:
    """Return the formula with names for ``#REF!`` and its like, which the parsers drop."""

    def named(part: str) -> str:
        for error, name in _STAND_INS.items():
            part = part.replace(error, name)
        return part

    return _outside(_QUOTED, formula, named)


def _restored(formula: str) -> str:
    for error, name in _STAND_INS.items():
        formula = formula.replace(name, error)
    return formula


def _position(at: tuple[int, Area]) -> Any:
    sheet, area = at
    return runtime.struct("com.sun.star.table.CellAddress", sheet, area.column - 1, area.row - 1)
