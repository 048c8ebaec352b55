"""What a session remembers: passwords asked for and typed once, kept by the running
program only.
"""

from abc import ABC, abstractmethod
from contextlib import suppress
from typing import Protocol

import xlwings as xw

from xladdin.own_macros import NoAddin, call
from xladdin.wording import texts


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


class PasswordAsker(ABC):
    """The part every asker shares: remembers what was typed."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def password(self, workbook: str, *, wrong: bool = False) -> str | None:
        """Return the password of a workbook's sheet protection, ``None`` where none is given."""
        if wrong:
            self._memory.keep(workbook, "")
        known = self._memory.recall(workbook)
        if known is not None:
            return known
        said = texts().click
        prompt = said.wrong_password if wrong else said.password
        typed = self._ask_secret(prompt.format(workbook=workbook))
        if typed:
            self._memory.keep(workbook, typed)
        return typed or None

    @abstractmethod
    def _ask_secret(self, prompt: str) -> str | None:
        """Return what the user types, ``None`` where the user declines."""
