"""A click on the extension's menu or toolbar, inside the running LibreOffice; or with nobody at the
screen.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import xlwings as xw

from xladdin.asking.memory import ProcessMemory
from xladdin.asking.office import OfficeAsker
from xladdin.asking.scripted import ScriptedAsker
from xladdin.caller import Caller
from xladdin.contract import Asker
from xladdin.dispatch import failure, respond


@contextmanager
def started_by(interpreter: str) -> Iterator[None]:
    """Have child processes started by a Python that has our libraries; "" changes nothing.

    Inside LibreOffice ``sys.executable`` is the system's Python, which has none of them, or (on
    Windows) LibreOffice itself: reading an old .xls would start a second office.
    """
    before = sys.executable
    if interpreter and Path(interpreter).is_file():
        sys.executable = interpreter
    try:
        yield
    finally:
        sys.executable = before


UNATTENDED = "JIXIAO_UNATTENDED"
"""Environment variable that keeps dialogs away where nobody can answer them (tests, servers).

It names a JSON file with the answers, any of ``yes`` (true or false), ``file``, ``folder`` and
``password``; whatever is missing, the whole file included, is declined.
"""


class UnattendedAsker(ScriptedAsker):
    """Answers as a file says and adds each message to ``<file>.told``, one JSON text a line."""

    def __init__(self, answers: Path) -> None:
        given = _read(answers)
        super().__init__(
            yes=given.get("yes") is True,
            file=_path(given, "file"),
            folder=_path(given, "folder"),
            password=given.get("password"),
        )
        self._told = answers.with_name(answers.name + ".told")

    def message(self, text: str) -> None:
        """Keep a message."""
        super().message(text)
        with self._told.open("a", encoding="utf-8") as file:
            file.write(json.dumps(text, ensure_ascii=False) + "\n")


def _read(path: Path) -> dict[str, Any]:
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return given if isinstance(given, dict) else {}


def _path(given: dict[str, Any], name: str) -> Path | None:
    return Path(given[name]) if given.get(name) else None


def click(context: Any, button_id: str, interpreter: str = "") -> None:
    """Do a button's action on the spreadsheet in front and show what came of it.

    ``interpreter`` is the Python the product was installed with, "" where that is not known.
    """
    asker = asker_for(context)
    try:
        caller = _caller(attach(context))
    except Exception as error:
        asker.message(failure(button_id, error))
        return
    with started_by(interpreter):
        respond(button_id, caller, asker)


def asker_for(context: Any) -> Asker:
    """Return how to speak with the user of an office."""
    answers = os.environ.get(UNATTENDED)
    return UnattendedAsker(Path(answers)) if answers else OfficeAsker(context, _memory())


def attach(context: Any) -> xw.App:
    """Return the office of a UNO component context as an xlwings program."""
    from xladdin import libreoffice  # late: it needs an installed LibreOffice

    return libreoffice.attach(context)


def _caller(app: xw.App) -> Caller:
    return Caller(app, app.books.active if len(app.books) else None)


@cache
def _memory() -> ProcessMemory:
    return ProcessMemory()
