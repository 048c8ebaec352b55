"""Two forms of one project: what became of every indicator and of the money."""

from collections.abc import Iterator

from msgspec import Struct

from generator.forms.comparison.change import (
    IndicatorChange,
    Kind,
    Relation,
    relation_of,
    years_between,
)
from generator.forms.comparison.faults import findings_of
from generator.forms.comparison.likeness import is_slip
from generator.forms.comparison.money import MoneyChange, money_changes
from generator.forms.comparison.names import normalised
from generator.forms.comparison.pairs import pair_indicators, same_place
from generator.forms.comparison.targets import compare_targets, looser_than_achieved
from generator.forms.findings import Finding
from generator.forms.models import Form, Indicator


class FormComparison(Struct, frozen=True):
    """A form held against an earlier one of its project.

    ``indicators``: those of the current form in its order, then the dropped ones in theirs.
    """

    current: Form
    earlier: Form
    relation: Relation
    money: tuple[MoneyChange, ...]
    indicators: tuple[IndicatorChange, ...]
    findings: tuple[Finding, ...]

    def count(self, kind: Kind) -> int:
        """Return how many indicators changed in this way."""
        return sum(each.kind is kind for each in self.indicators)


def compare_forms(current: Form, earlier: Form) -> FormComparison:
    """Compare a form with an earlier or issued one of the same project (RULES: CMP-1 to CMP-6).

    Forms whose layout does not print the unit of money should come with the layout's own.
    """
    relation = relation_of(current, earlier)
    indicators = tuple(_changes(current, earlier))
    return FormComparison(
        current,
        earlier,
        relation,
        money_changes(current, earlier),
        indicators,
        tuple(findings_of(current, earlier, relation, indicators)),
    )


def _changes(current: Form, earlier: Form) -> Iterator[IndicatorChange]:
    pairs = pair_indicators(current.indicators, earlier.indicators)
    years = years_between(current, earlier)
    for position, now in enumerate(current.indicators):
        if position not in pairs:
            yield IndicatorChange(Kind.NEW, position, now)
            continue
        other = pairs[position]
        yield _change(position, now, other, earlier.indicators[other], years)
    paired = set(pairs.values())
    for position, before in enumerate(earlier.indicators):
        if position not in paired:
            yield IndicatorChange(Kind.DROPPED, earlier_index=position, earlier=before)


def _change(
    position: int, now: Indicator, other: int, before: Indicator, years: int
) -> IndicatorChange:
    target = compare_targets(before, now, years)
    renamed = normalised(before.name) != normalised(now.name)
    moved = not same_place(before, now)
    return IndicatorChange(
        _weightiest(target.kind, renamed=renamed, moved=moved),
        position,
        now,
        other,
        before,
        target,
        renamed=renamed,
        slip=renamed and is_slip(before.name, now.name),
        moved=moved,
        achieved=looser_than_achieved(before, now),
    )


def _weightiest(kind: Kind, *, renamed: bool, moved: bool) -> Kind:
    if kind is not Kind.KEPT:
        return kind
    if renamed:
        return Kind.RENAMED
    return Kind.MOVED if moved else Kind.KEPT
