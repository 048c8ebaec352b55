"""Links on cells: to the web, to a file, or with ``#`` to a place in the book."""

from xladdin.libreoffice.errors import LibreOfficeError
from xladdin.libreoffice.range_base import RangeBase
from xladdin.libreoffice.remote import Remote

_FIELD = "com.sun.star.text.TextField.URL"


class Hyperlinks(RangeBase):
    """The link on the first cell of a range."""

    @property
    def hyperlink(self) -> str:
        """The address of the link."""
        fields = self._first.getTextFields()
        if not fields.Count:
            raise LibreOfficeError("the cell has no hyperlink")
        return _to_excel(str(fields.createEnumeration().nextElement().URL))

    def add_hyperlink(
        self, address: str, text_to_display: str | None = None, screen_tip: str | None = None
    ) -> None:
        """Make the cell a link; LibreOffice keeps no screen tip."""
        self.guard()
        field = self._sheet.book.xl.createInstance(_FIELD)
        field.URL = _to_own(address)
        field.Representation = text_to_display or address
        cell = self._first
        cell.String = ""
        cell.insertTextContent(cell.createTextCursor(), field, False)

    @property
    def _first(self) -> Remote:
        return self.at(self.area.cell(1, 1)).xl


def _to_own(address: str) -> str:
    place, mark, cell = address.rpartition("!")
    return f"{place}.{cell}" if mark and address.startswith("#") else address


def _to_excel(address: str) -> str:
    place, mark, cell = address.rpartition(".")
    return f"{place}!{cell}" if mark and address.startswith("#") else address
