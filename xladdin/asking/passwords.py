"""A workbook's password, asked for once per session whatever the program."""

from abc import ABC, abstractmethod

from xladdin.asking.memory import Memory
from xladdin.wording import texts


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
