"""From a click to the action and its answer: nothing that goes wrong gets past here unseen."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import xlwings as xw

from generator.batch.system_errors import in_chinese
from generator.user_folder import user_folder
from xladdin.asking import excel_asker
from xladdin.caller import Caller, calling
from xladdin.contract import Action, Asker, Outcome, Refused
from xladdin.ribbon import Button, button_table
from xladdin.wording import texts

_MOST = 500_000
"""Bytes; a longer log begins anew."""


def log_file() -> Path:
    """Return where the log lies."""
    return user_folder() / "addin.log"


def record(doing: str, error: BaseException) -> None:
    """Add an error with its traceback; a log that cannot be written is done without."""
    lines = "".join(traceback.format_exception(error))
    with suppress(OSError):
        path = log_file()
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        mode = "w" if path.exists() and path.stat().st_size > _MOST else "a"
        with path.open(mode, encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{datetime.now().astimezone().isoformat()} {doing}\n{lines}\n")


_KEPT = ("calculation", "screen_updating", "status_bar")


@contextmanager
def settings_kept(app: xw.App) -> Iterator[None]:
    """Put calculation mode, screen updating and status bar back at the end.

    What a program does not know is left alone; one setting that cannot be put back does not keep
    the others from being so.
    """
    before: dict[str, Any] = {}
    for name in _KEPT:
        with suppress(Exception):
            before[name] = getattr(app, name)
    try:
        yield
    finally:
        for name, value in before.items():
            with suppress(Exception):
                setattr(app, name, value)


ACTIONS = "xladdin.actions"
"""The package in which the table's actions lie."""


def run(button_id: str) -> None:
    """Do what a button of Excel's ribbon is for; this is what the add-in's callback runs.

    Whatever goes wrong is told in Excel.  Only where there is no Excel to tell it in does the
    error leave this function, so that the add-in's own message appears.
    """
    try:
        caller = calling()
    except Exception as error:
        record(button_id, error)
        raise
    respond(button_id, caller, excel_asker(caller.app))


def respond(button_id: str, caller: Caller, asker: Asker) -> Outcome | None:
    """Do a button's action for a caller, show its message and return what came of it.

    The outcome is ``None`` where the action refused or failed; the user has then been told why.
    """
    outcome, message = _attempt(button_id, caller, asker)
    if message:
        asker.message(message)
    return outcome


def find_action(button: Button) -> Action:
    """Return the function the table names.  Raises ``Refused`` where this version has none."""
    name, _, function = button.action.partition(":")
    module = f"{ACTIONS}.{name}"
    if find_spec(module) is None:
        raise Refused(texts().click.missing.format(label=button.label))
    action: Action = getattr(import_module(module), function)
    return action


def _attempt(button_id: str, caller: Caller, asker: Asker) -> tuple[Outcome | None, str]:
    said = texts().click
    button = button_table().find(button_id)
    if button is None:
        return None, said.unknown.format(button=button_id)
    if caller.book is None:
        return None, said.no_book
    try:
        with settings_kept(caller.app):
            outcome = find_action(button)(caller.book, asker)
    except Refused as refused:
        return None, refused.sentence
    except Exception as error:
        return None, failure(button_id, error)
    return outcome, outcome.message


def failure(button_id: str, error: Exception) -> str:
    """Log an error nobody foresaw and return the sentence that tells the user of it."""
    record(button_id, error)
    button = button_table().find(button_id)
    label = button.label if button else button_id
    said, log = texts().click, log_file()
    if isinstance(error, OSError) and error.errno:
        place = f"“{error.filename}”" if error.filename else "文件"
        return said.refused.format(label=label, place=place, reason=in_chinese(error), log=log)
    return said.crashed.format(label=label, kind=type(error).__name__, log=log)
