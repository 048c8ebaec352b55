"""Answers given beforehand: for tests, and wherever nobody is there to ask."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from xladdin.contract import WORKBOOKS, Progress


class ScriptedAsker:
    """Gives fixed answers and keeps what it was told and asked.

    ``messages`` and ``questions`` are what a user would have seen, ``told`` how far long work was;
    ``stops_after`` is how many times it may be told before the work is to stop.
    """

    def __init__(
        self,
        *,
        yes: bool = False,
        file: Path | None = None,
        folder: Path | None = None,
        password: str | None = None,
        stops_after: int | None = None,
    ) -> None:
        self.messages: list[str] = []
        self.questions: list[str] = []
        self._yes = yes
        self._file = file
        self._folder = folder
        self._password = password
        self._stops_after = stops_after
        self.told: list[str] = []

    def message(self, text: str) -> None:
        """Keep a message."""
        self.messages.append(text)

    def confirm(self, question: str) -> bool:
        """Return the fixed answer."""
        self.questions.append(question)
        return self._yes

    def choose_file(self, prompt: str, endings: Sequence[str] = WORKBOOKS) -> Path | None:
        """Return the fixed file."""
        self.questions.append(prompt)
        return self._file

    def choose_folder(self, prompt: str) -> Path | None:
        """Return the fixed folder."""
        self.questions.append(prompt)
        return self._folder

    def progress(self) -> AbstractContextManager[Progress]:
        """Keep how far the work is."""
        return nullcontext(self)

    def tell(self, text: str) -> bool:
        """Return whether it was told often enough."""
        self.told.append(text)
        return self._stops_after is not None and len(self.told) > self._stops_after

    def password(self, workbook: str, *, wrong: bool = False) -> str | None:
        """Return the fixed password; none once it has proved wrong."""
        self.questions.append(workbook)
        return None if wrong else self._password
