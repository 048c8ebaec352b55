"""Excel: on Windows through COM, on macOS through its script dictionary."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import xlwings as xw

from xladdin.book.native.program import Program

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
_PARTS = 16
"""Areas in one address, which may have 255 characters."""

_PROTECTED = {
    "DrawingObjects": "ProtectDrawingObjects",
    "Contents": "ProtectContents",
    "Scenarios": "ProtectScenarios",
}


def on_mac() -> bool:
    """Tell whether this is Excel for macOS."""
    return sys.platform == "darwin"


class WindowsExcel(Program):
    """Excel on Windows."""

    def is_protected(self, sheet: xw.Sheet) -> bool:
        """Tell whether the sheet's contents are protected."""
        return bool(sheet.api.ProtectContents)

    def open(self, sheet: xw.Sheet, password: str) -> Any | None:
        """Open the sheet and return its options; ``None`` where the password does not fit."""
        native = sheet.api
        options = {name: bool(getattr(native.Protection, name)) for name in _ALLOWED}
        options |= {name: bool(getattr(native, of)) for name, of in _PROTECTED.items()}
        try:
            native.Unprotect(password)
        except Exception:  # pywin32's com_error, which is not there to be named elsewhere
            return None
        return None if native.ProtectContents else options

    def close(self, sheet: xw.Sheet, password: str, options: Any) -> None:
        """Protect the sheet again with the same password and options."""
        secret = {"Password": password} if password else {}
        sheet.api.Protect(**secret, **options)

    def row_areas(self, sheet: xw.Sheet, runs: Sequence[tuple[int, int]]) -> Iterator[xw.Range]:
        """Yield ranges of many areas each, as long as an address may be."""
        parts = [f"A{first}:A{last}" for first, last in runs]
        for start in range(0, len(parts), _PARTS):
            yield sheet.range(",".join(parts[start : start + _PARTS]))


class MacExcel(Program):
    """Excel on macOS, whose dictionary knows the same options under names of its own."""

    def is_protected(self, sheet: xw.Sheet) -> bool:
        """Tell whether the sheet's contents are protected."""
        return bool(sheet.api.protect_contents.get())

    def open(self, sheet: xw.Sheet, password: str) -> Any | None:
        """Open the sheet and return its options; ``None`` where the password does not fit."""
        found = sheet.api.protection_object
        options = {name: bool(getattr(found, name).get()) for name in _mac_names()}
        try:
            sheet.api.unprotect(password=password)
        except Exception:  # appscript's CommandError, which is not there to be named elsewhere
            return None
        return None if sheet.api.protect_contents.get() else options

    def close(self, sheet: xw.Sheet, password: str, options: Any) -> None:
        """Protect the sheet again with the same password and options."""
        secret = {"password": password} if password else {}
        sheet.api.protect_worksheet(worksheet_contents=True, **secret, **options)


def _mac_names() -> list[str]:
    """``AllowFormattingRows`` is ``allow_formatting_rows`` there."""
    names = ("".join(f"_{c.lower()}" if c.isupper() else c for c in name) for name in _ALLOWED)
    return [name.removeprefix("_") for name in names]
