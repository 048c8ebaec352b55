"""What a session remembers: passwords typed once, kept by the running program only.

Every click in Excel is a process of its own, so Excel keeps them: in a variable of the add-in,
which no cell can read and which is gone when Excel is closed.
"""

from contextlib import suppress
from typing import Protocol

import xlwings as xw

from xladdin.own_macros import NoAddin, call


class Memory(Protocol):
    """Texts kept under keys until the office program is closed."""

    def recall(self, key: str) -> str | None:
        """Return what is kept, ``None`` where nothing is."""

    def keep(self, key: str, text: str) -> None:
        """Keep a text; "" forgets it."""


class ProcessMemory:
    """Kept by this process, which lives as long as the office program."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def recall(self, key: str) -> str | None:
        """Return what is kept, ``None`` where nothing is."""
        return self._kept.get(key) or None

    def keep(self, key: str, text: str) -> None:
        """Keep a text; "" forgets it."""
        self._kept[key] = text


class ExcelMemory:
    """Kept by the add-in in Excel; where the add-in is not loaded, by nobody."""

    def __init__(self, app: xw.App) -> None:
        self._app = app

    def recall(self, key: str) -> str | None:
        """Return what is kept, ``None`` where nothing is."""
        with suppress(NoAddin):
            return call(self._app, "JixiaoRecall", key) or None
        return None

    def keep(self, key: str, text: str) -> None:
        """Keep a text; "" forgets it."""
        with suppress(NoAddin):
            call(self._app, "JixiaoKeep", key, text)
