"""Protection in Excel: by the add-in's VBA, else through COM or macOS's script dictionary.

The options of a sheet are a text with a digit each, 0 or 1, in the order of ``_OPTIONS``.
"""

import sys
from abc import abstractmethod
from typing import Any

import xlwings as xw

from xladdin.book.native.excel import Excel
from xladdin.own_macros import NoAddin

_PARTS = ("ProtectDrawingObjects", "ProtectContents", "ProtectScenarios")
_ALLOWED = (
    "AllowFormattingCells",
    "AllowFormattingColumns",
    "AllowFormattingRows",
    "AllowInsertingColumns",
    "AllowInsertingRows",
    "AllowInsertingHyperlinks",
    "AllowDeletingColumns",
    "AllowDeletingRows",
    "AllowSorting",
    "AllowFiltering",
    "AllowUsingPivotTables",
)
_OPTIONS = (*_PARTS, *_ALLOWED)
_USUAL = "111" + "0" * len(_ALLOWED)


def on_mac() -> bool:
    """Tell whether this is Excel for macOS."""
    return sys.platform == "darwin"


class ProtectingExcel(Excel):
    """Opens and closes sheets in one call each where the add-in is loaded."""

    def open(self, sheet: xw.Sheet, password: str) -> Any | None:
        """Open the sheet and return its options; ``None`` where the password does not fit."""
        try:
            return self._run("JixiaoOpen", sheet, password) or None
        except NoAddin:
            options = self._options(sheet)
            return options if self._unprotected(sheet, password) else None

    def close(self, sheet: xw.Sheet, password: str, options: Any) -> None:
        """Protect the sheet again with the same password and options, usual ones for ``None``."""
        digits = options or _USUAL
        try:
            self._run("JixiaoClose", sheet, password, digits)
        except NoAddin:
            chosen = {name: digit == "1" for name, digit in zip(_OPTIONS, digits, strict=True)}
            self._protect(sheet, password, chosen)

    @abstractmethod
    def _options(self, sheet: xw.Sheet) -> str:
        """Return the options of a sheet."""

    @abstractmethod
    def _unprotected(self, sheet: xw.Sheet, password: str) -> bool:
        """Try to open the sheet; tell whether it is open."""

    @abstractmethod
    def _protect(self, sheet: xw.Sheet, password: str, options: dict[str, bool]) -> None:
        """Protect the sheet with options by their names."""


class WindowsExcel(ProtectingExcel):
    """Excel on Windows."""

    def is_protected(self, sheet: xw.Sheet) -> bool:
        """Tell whether the sheet's contents are protected."""
        return bool(sheet.api.ProtectContents)

    def _options(self, sheet: xw.Sheet) -> str:
        native, allowed = sheet.api, sheet.api.Protection
        found = [getattr(native, name) for name in _PARTS]
        found += [getattr(allowed, name) for name in _ALLOWED]
        return "".join(str(int(bool(each))) for each in found)

    def _unprotected(self, sheet: xw.Sheet, password: str) -> bool:
        try:
            sheet.api.Unprotect(password)
        except Exception:  # pywin32's com_error, which is not there to be named elsewhere
            return False
        return not sheet.api.ProtectContents

    def _protect(self, sheet: xw.Sheet, password: str, options: dict[str, bool]) -> None:
        secret = {"Password": password} if password else {}
        named = {name.removeprefix("Protect"): value for name, value in options.items()}
        sheet.api.Protect(**secret, **named)


class MacExcel(ProtectingExcel):
    """Excel on macOS, whose dictionary knows the same options under names of its own."""

    def is_protected(self, sheet: xw.Sheet) -> bool:
        """Tell whether the sheet's contents are protected."""
        return bool(sheet.api.protect_contents.get())

    def _options(self, sheet: xw.Sheet) -> str:
        allowed = sheet.api.protection_object
        found = [getattr(allowed, _mac_name(name)).get() for name in _ALLOWED]
        return _USUAL[: len(_PARTS)] + "".join(str(int(bool(each))) for each in found)

    def _unprotected(self, sheet: xw.Sheet, password: str) -> bool:
        try:
            sheet.api.unprotect(password=password)
        except Exception:  # appscript's CommandError, which is not there to be named elsewhere
            return False
        return not sheet.api.protect_contents.get()

    def _protect(self, sheet: xw.Sheet, password: str, options: dict[str, bool]) -> None:
        secret = {"password": password} if password else {}
        named = {_mac_name(name): options[name] for name in _ALLOWED}
        sheet.api.protect_worksheet(worksheet_contents=True, **secret, **named)


def _mac_name(name: str) -> str:
    """``AllowFormattingRows`` is ``allow_formatting_rows`` there."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).removeprefix("_")
