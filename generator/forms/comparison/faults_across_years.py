"""CMP-3: a target that asks for less than the one before it, or than what was reached."""

from collections.abc import Iterator, Sequence

from generator.forms.comparison.change import IndicatorChange, Kind, Why
from generator.forms.comparison.faulty import Said, names_of, told_of
from generator.forms.models import EvaluatedIndicator, Form


def faults_across_years(
    current: Form, earlier: Form, changes: Sequence[IndicatorChange]
) -> Iterator[Said]:
    """Yield the targets that became looser, lie far behind what was reached, or lost figures."""
    names = names_of(current, earlier)
    for change in changes:
        variant = _case(change)
        if variant is not None:
            facts = {**names, "actual": _actual(change)}
            yield told_of("CMP-3", change, "target", facts, variant)


def _case(change: IndicatorChange) -> str | None:
    """Return which case of the rule a change is, ``None`` for none."""
    if change.kind is Kind.LOOSER:
        if change.achieved is not None:
            return "looser_than_both"
        return "looser_after" if _actual(change) else "looser"
    if change.achieved is not None and change.achieved.far:
        return "behind"
    lost = change.target is not None and change.target.why is Why.FIGURES_LOST
    return "figures_lost" if lost else None


def _actual(change: IndicatorChange) -> str:
    earlier = change.earlier
    return (earlier.actual or "") if isinstance(earlier, EvaluatedIndicator) else ""
