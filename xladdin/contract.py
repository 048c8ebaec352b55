"""What a button's action is given and gives back.

An action is a plain function below ``xladdin.actions``, named by the table of buttons::

    def check(book: xw.Book, asker: Asker) -> Outcome:
        ...
        return Outcome("发现错误 2 处、疑点 1 处。", changed=True)

It knows neither Excel nor LibreOffice: cells come and go through the xlwings ``book``, and whatever
has to be asked goes through the ``asker``.  The dispatch does the rest, whatever happens: it shows
the outcome's message, puts status bar, screen updating and calculation mode back as they were,
answers a ``Refused`` with its sentence, and any other exception with one Chinese sentence and an
entry in the log.  An action therefore catches nothing it cannot mend, and never shows a message
before its last write.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import xlwings as xw
from msgspec import Struct

WORKBOOKS = ("xlsx", "xlsm", "xls")
"""Endings of the files a form may come in."""


class Refused(Exception):  # noqa: N818  (an answer to the user, not a program error)
    """The action cannot or must not be done on this workbook, and has changed nothing.

    ``sentence`` is one Chinese sentence that says why and, where there is one, the remedy.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Outcome(Struct, frozen=True):
    """What an action did: the message for the user ("" shows none), whether cells changed."""

    message: str
    changed: bool = False


class Progress(Protocol):
    """How far long work is, where the user sees it and can stop it."""

    def tell(self, text: str) -> bool:
        """Show how far the work is; return whether the user wants it stopped."""


class Asker(Protocol):
    """How an action speaks with the user, in Excel, in LibreOffice and in tests.

    Every question can be declined: the answer is then ``False`` or ``None``, and the action ends
    with ``Outcome("")`` and changes nothing.
    """

    def message(self, text: str) -> None:
        """Show a text until the user has seen it."""

    def confirm(self, question: str) -> bool:
        """Return whether the user says yes."""

    def choose_file(self, prompt: str, endings: Sequence[str] = WORKBOOKS) -> Path | None:
        """Return an existing file with one of the endings (without dots)."""

    def choose_folder(self, prompt: str) -> Path | None:
        """Return an existing folder."""

    def password(self, workbook: str, *, wrong: bool = False) -> str | None:
        """Return the password of a workbook's sheet protection.

        It is asked for once per session of the office program; later calls give what was typed
        then.  ``wrong=True`` says that it did not fit: it is forgotten and asked for again.
        """

    def progress(self) -> AbstractContextManager[Progress]:
        """Show how far long work is for the block, with a button to stop it.

        The action tells after each file, stops between two files, and says how far it came.
        """


Action = Callable[[xw.Book, Asker], Outcome]
"""What the table's ``action`` names."""
