"""What is in the cells of a range: values, formulas, and clearing them."""

from typing import Any

from xladdin.libreoffice.range_base import RangeBase
from xladdin.libreoffice.reading import read
from xladdin.libreoffice.reading_formulas import read_formulas
from xladdin.libreoffice.writing import write_formulas, write_values

# com.sun.star.sheet.CellFlags
_CONTENTS = 1 | 2 | 4 | 16  # numbers, dates, text, formulas
_NOTES = 8
_FORMATS = 32 | 64 | 256  # set by hand, by style, on parts of the text


class Contents(RangeBase):
    """Values, formulas and clearing."""

    @property
    def raw_value(self) -> Any:
        """The value of one cell, or rows of values; None for an empty range."""
        if not self.area.size:
            return None
        rows = read(self, name_errors=bool(self.options.get("err_to_str")))
        return rows[0][0] if self.area.size == 1 else rows

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        if self.area.size:
            write_values(self, data)

    @property
    def formula(self) -> str | tuple[tuple[str, ...], ...]:
        """Formulas as Excel writes them; a cell without one gives its value as text."""
        rows = read_formulas(self)
        return rows[0][0] if self.area.size == 1 else rows

    @formula.setter
    def formula(self, data: Any) -> None:
        write_formulas(self, data)

    @property
    def formula2(self) -> str | tuple[tuple[str, ...], ...]:
        """The same as ``formula``: LibreOffice has no formulas that spill."""
        return self.formula

    @formula2.setter
    def formula2(self, data: Any) -> None:
        write_formulas(self, data)

    @property
    def formula_array(self) -> str | None:
        """The array formula the range belongs to; None when there is none."""
        text = str(self.xl.getArrayFormula())
        if not text:
            return None
        at = (self._sheet.position, self.area.cell(1, 1))
        return self._sheet.book.formulas.to_excel(text[1:-1], at)

    @formula_array.setter
    def formula_array(self, formula: str) -> None:
        self.guard()
        at = (self._sheet.position, self.area.cell(1, 1))
        self.xl.setArrayFormula(self._sheet.book.formulas.to_own(formula, at))

    @property
    def has_array(self) -> bool:
        """Whether the range is part of an array formula."""
        return bool(self.area.size and self.xl.getArrayFormula())

    def clear_contents(self) -> None:
        """Empty the cells; formats and notes stay."""
        self._clear(_CONTENTS)

    def clear_formats(self) -> None:
        """Take formats away; contents and notes stay."""
        self._clear(_FORMATS)

    def clear(self) -> None:
        """Take everything away: contents, formats and notes."""
        self._clear(_CONTENTS | _FORMATS | _NOTES)

    def clear_notes(self) -> None:
        """Take all notes away, at once (not part of xlwings' interface)."""
        self._clear(_NOTES)

    def _clear(self, flags: int) -> None:
        if self.area.size:
            self.guard()
            self.xl.clearContents(flags)
