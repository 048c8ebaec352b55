"""CMP-1, CMP-2, CMP-4: a self-evaluation keeps what was approved for its year."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.forms.comparison.change import IndicatorChange, Kind, Why
from generator.forms.comparison.faulty import WHOLE_BLOCK, Facts, Said, names_of, told, told_of
from generator.forms.comparison.money import in_yuan
from generator.forms.comparison.wording import wording
from generator.forms.models import Form, TargetForm

_REQUEST = "funds.annual_request"
_INITIAL = "funds.annual_total.initial_budget"
_HALF_A_CENT = Decimal("0.005")
"""Printed amounts are rounded to two decimals of their unit."""

_UNCHANGED = (Kind.KEPT, Kind.RENAMED, Kind.MOVED)


def faults_within_year(
    current: Form, earlier: Form, changes: Sequence[IndicatorChange]
) -> Iterator[Said]:
    """Yield what a self-evaluation changed of the form its targets were approved with."""
    names = names_of(current, earlier)
    yield from _budget(current, earlier)
    for change in changes:
        yield from _indicator(change, names)


def _indicator(change: IndicatorChange, names: dict[str, str]) -> Iterator[Said]:
    if change.kind is Kind.DROPPED:
        assert change.earlier is not None, "it was in the earlier form"
        missing = change.earlier.name or wording().phrases["nameless"]
        yield told("CMP-1", WHOLE_BLOCK, names, expected=missing)
    elif change.kind is Kind.NEW:
        yield told_of("CMP-1", change, "name", names, "added")
    else:
        yield from _kept(change, names)


def _kept(change: IndicatorChange, names: dict[str, str]) -> Iterator[Said]:
    if change.renamed and not change.slip:
        yield told_of("CMP-1", change, "name", names, "renamed")
    if change.moved:
        yield told_of("CMP-1", change, "level2", names, "moved")
    if change.kind not in _UNCHANGED:
        yield told_of("CMP-2", change, "target", names, _mildly(change))


def _mildly(change: IndicatorChange) -> str | None:
    """Return the case of a target that differs, but perhaps asks for the same."""
    if change.kind is Kind.WORDING:
        return "wording"
    if change.target is not None and change.target.why is Why.BLANK_BEFORE:
        return "supplied"
    return "omitted" if change.target is not None and change.target.omitted else None


def _budget(current: Form, earlier: Form) -> Iterator[Said]:
    """CMP-4: the initial budget is what the year's target form asked for."""
    if not isinstance(earlier, TargetForm) or earlier.money_unit is None:
        return
    asked, initial = in_yuan(earlier, _REQUEST), in_yuan(current, _INITIAL)
    if asked is None or initial is None or current.money_unit is None:
        return
    if abs(asked - initial) > _rounding(current, earlier):
        facts: Facts = {"difference": abs(initial - asked), **names_of(current, earlier)}
        yield told("CMP-4", _INITIAL, facts, entered=initial, expected=asked)


def _rounding(*forms: Form) -> Decimal:
    """Return what rounding may explain, in 元."""
    return _HALF_A_CENT * max(10_000 if form.money_unit == "万元" else 1 for form in forms)
