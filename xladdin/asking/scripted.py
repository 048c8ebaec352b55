"""Answers given beforehand: for tests, and wherever nobody is there to ask."""

from collections.abc import Sequence
from pathlib import Path

from xladdin.contract import WORKBOOKS


class ScriptedAsker:
    """Gives fixed answers and keeps what it was told and asked (``messages``, ``questions``)."""

    def __init__(
        self,
        *,
        yes: bool = False,
        file: Path | None = None,
        folder: Path | None = None,
        password: str | None = None,
    ) -> None:
        self.messages: list[str] = []
        self.questions: list[str] = []
        self._yes = yes
        self._file = file
        self._folder = folder
        self._password = password

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

    def password(self, workbook: str, *, wrong: bool = False) -> str | None:
        """Return the fixed password; none once it has proved wrong."""
        self.questions.append(workbook)
        return None if wrong else self._password
