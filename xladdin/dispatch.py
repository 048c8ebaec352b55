"""From a click to the action and its answer: nothing that goes wrong gets past here unseen."""

from importlib import import_module
from importlib.util import find_spec

from generator.batch.system_errors import in_chinese
from xladdin.asking import excel_asker
from xladdin.caller import Caller, calling
from xladdin.contract import Action, Asker, Outcome, Refused
from xladdin.log import log_file, record
from xladdin.ribbon import Button, button_table
from xladdin.settings_kept import settings_kept
from xladdin.wording import texts

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
