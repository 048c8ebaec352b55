"""A click on the extension's menu or toolbar, inside the running LibreOffice."""

import os
from functools import cache
from pathlib import Path
from typing import Any

import xlwings as xw

from xladdin.asking.memory import ProcessMemory
from xladdin.asking.office import OfficeAsker
from xladdin.caller import Caller
from xladdin.contract import Asker
from xladdin.dispatch import failure, respond
from xladdin.extension.interpreter import started_by
from xladdin.extension.unattended import UNATTENDED, UnattendedAsker


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
