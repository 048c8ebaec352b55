"""A click asks the program forty times at most, whatever the number of rows."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import xlwings as xw

from tests.addin_actions import memory
from tests.addin_actions.looking import place, stand_at
from xladdin.actions import checking, filling, help, reasons, scoring
from xladdin.asking import ScriptedAsker
from xladdin.contract import Refused

MOST = 40
ACTIONS: list[Callable[..., Any]] = [
    checking.check,
    checking.check,
    checking.next_finding,
    checking.clear_marks,
    scoring.score,
    scoring.score_by_rule,
    scoring.restore_formulas,
    reasons.write_prompts,
    reasons.next_reason,
    filling.show_rows,
    filling.hide_rows,
    filling.move_up,
    filling.clear_row,
    filling.fit_heights,
    help.undo,
    help.rules,
]


def test_no_action_costs_more_on_sixty_rows(sixty: xw.Book) -> None:
    stand_at(sixty, place(sixty, "indicators[30].name"))
    costs = {}
    for action in ACTIONS:
        memory.CALLS.clear()
        with suppress(Refused):
            action(sixty, ScriptedAsker(yes=True))
        costs[action.__name__] = max(len(memory.CALLS), costs.get(action.__name__, 0))
    assert {name: cost for name, cost in costs.items() if cost > MOST} == {}
