"""How the program in memory protects."""

from typing import Any

import xlwings as xw

from xladdin.book.native import Program


class Memory(Program):
    """Protection; everything else goes by xlwings' public calls."""

    def is_protected(self, sheet: xw.Sheet) -> bool:
        """Tell whether the sheet is protected."""
        protected: bool = sheet.impl._state.protected
        return protected

    def open(self, sheet: xw.Sheet, password: str) -> Any | None:
        """Open the sheet where the password fits."""
        state = sheet.impl._state
        if password != state.password:
            return None
        state.protected = False
        return dict(state.options)

    def close(self, sheet: xw.Sheet, password: str, options: Any) -> None:
        """Protect the sheet."""
        state = sheet.impl._state
        state.protected, state.password, state.options = True, password, dict(options or {})
