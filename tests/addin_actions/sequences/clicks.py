"""The buttons, by what a click on them may do to the contents of the form."""

from contextlib import suppress
from pathlib import Path

import xlwings as xw

from tests.addin_actions.sequences.starts import TARGET
from xladdin.asking import ScriptedAsker
from xladdin.contract import Asker, Outcome, Refused
from xladdin.dispatch import find_action
from xladdin.ribbon import button_table

BATCH = ("blank-forms", "review-returns", "summary")
REPLACING = ("clear-row", "score-by-rule")
"""They take entries away, as they say, and 撤销上次操作 brings them back."""
UNDO = "undo"
WRITING = (
    *("carry-in", "move-up", "move-down", "score", "restore-formulas", "reason-prompts"),
    *REPLACING,
)
"""They change contents."""
ALL = tuple(button.id for button in button_table().buttons)
LOOKING = tuple(each for each in ALL if each not in (*WRITING, *BATCH, UNDO))
"""They change no content: rows, marks and the cursor at most."""


def asker(password: str | None = None, folder: Path | None = None) -> Asker:
    """Return somebody who says yes, has a target form, and may know the password."""
    file = TARGET if folder is None else folder / "项目清单.xlsx"
    return ScriptedAsker(yes=True, file=file, folder=folder, password=password)


def click(button_id: str, book: xw.Book, asked: Asker) -> Outcome | None:
    """Click a button; ``None`` where it refuses."""
    button = button_table().find(button_id)
    assert button is not None
    with suppress(Refused):
        return find_action(button)(book, asked)
    return None
