"""Execution rates of forms in different units, made comparable: all in percent."""

from decimal import Decimal
from functools import cache

from generator.batch.outcome import Figures, Outcome
from generator.forms.profiles import load_profile
from generator.workbook.layout import layout_ids, load_layout


def percent(outcome: Outcome, figures: Figures | None) -> Decimal | None:
    """Return the execution rate of ``figures`` in percent, ``None`` where there is none."""
    if figures is None or figures.execution_rate is None:
        return None
    return figures.execution_rate * 100 / _whole(outcome.layout)


@cache
def _whole(layout: str | None) -> Decimal:
    """Return full execution as a layout prints it, 1 or 100; 100 for one not known here."""
    if layout not in layout_ids():
        return Decimal(100)
    return load_profile(load_layout(layout).profile).execution.whole
