"""TOT-1 to TOT-5: the total and its grade follow from the scores, and are not too good."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import WHOLE_BLOCK, EvaluationContext, ScoredRow
from generator.forms.checks.registry import evaluation_check
from generator.forms.explanations import Item, explain_total
from generator.forms.profiles import Certainty, Profile
from generator.forms.scoring import grade_of

_FULL = Decimal(100)
_ZERO = Decimal(0)
_NEARLY_ALL = Decimal("0.8")
_NEAR_BORDER = Decimal(5)
"""Points within which a local border may differ: 75 for 80."""


@evaluation_check("TOT-1")
def total_is_the_sum(context: EvaluationContext) -> Iterator[Fault]:
    """The printed total is the sum of the printed scores and the execution score.

    A total printed with one decimal may be rounded to it (RULES §6: 96.09 printed 96.1).
    """
    total = context.form.total_score
    items = _items(context)
    if not items:
        return
    expected = sum((item.value for item in items), _ZERO)
    if total is None:
        if context.prints("total_score"):
            yield fault("total_score", expected=expected, variant="blank")
        return
    if total == expected:
        return
    one_decimal = context.profile.tolerances.one_decimal.value
    rounded = -1 <= _exponent(total) < 0 and abs(total - expected) <= one_decimal
    yield fault(
        "total_score",
        entered=total,
        expected=expected,
        variant="rounded" if rounded else None,
        effect=total - expected,
        explanation=explain_total(total, items),
    )


@evaluation_check("TOT-2")
def total_is_within_bounds(context: EvaluationContext) -> Iterator[Fault]:
    """A total lies between 0 and 100."""
    total = context.form.total_score
    if total is not None and not 0 <= total <= _FULL:
        yield fault("total_score", entered=total)


@evaluation_check("TOT-3")
def grade_fits_the_total(context: EvaluationContext) -> Iterator[Fault]:
    """The printed grade is the one of the printed total, by the profile's bands.

    Near a border whose source could not be verified it is a doubt, not an error.
    """
    form, profile = context.form, context.profile
    total = context.scores.total_score if form.total_score is None else form.total_score
    expected = grade_of(total, profile)
    if form.rating is None or total is None or expected is None:
        return
    rating = form.rating.strip()
    if rating.startswith(expected):
        return
    yield fault(
        "rating",
        entered=rating,
        expected=expected,
        variant=_doubt(rating, total, profile),
        reference=profile.grades[0].at_least.reference,
        total=total,
        bands=_bands(context),
    )


@evaluation_check("TOT-4")
def not_everything_is_perfect(context: EvaluationContext) -> Iterator[Fault]:
    """A reviewer looks twice at a total of 100 with every row in full."""
    deducted, rows = _deductions(context)
    if rows and not deducted and context.form.total_score == _FULL:
        yield fault("total_score", entered=context.form.total_score)


@evaluation_check("TOT-5")
def points_are_taken_off_by_measure(context: EvaluationContext) -> Iterator[Fault]:
    """Nearly all rows in full, or nearly all cuts the same share, whatever was missed."""
    limits = context.profile.review
    deducted, rows = _deductions(context)
    if not rows or context.form.total_score == _FULL:
        return
    full = rows - len(deducted)
    if full > rows * limits.full_score_share.value:
        yield fault(
            WHOLE_BLOCK, entered=str(full), variant="all" if full == rows else None, rows=rows
        )
    if len(deducted) >= limits.same_cut_rows.value:
        share, times = Counter(_cut(scored) for scored in deducted).most_common(1)[0]
        if times >= len(deducted) * _NEARLY_ALL:
            words = f"{(share * 100).normalize():f}%"
            yield fault(WHOLE_BLOCK, entered=words, variant="same_cut", rows=times)


def _doubt(rating: str, total: Decimal, profile: Profile) -> str | None:
    """Return why a wrong grade is no error: a name nobody knows, or a border nobody could read."""
    if not any(rating.startswith(band.name) for band in profile.grades):
        return "unknown"
    for upper, lower in pairwise(profile.grades):
        border = upper.at_least
        between = rating.startswith((upper.name, lower.name))
        if border.certainty is Certainty.MEMORY and between:
            return "unsure" if abs(total - border.value) <= _NEAR_BORDER else None
    return None


def _items(context: EvaluationContext) -> list[Item]:
    """Return the printed scores; the execution score as printed, else as computed."""
    items = [
        Item(scored.row.place, scored.entered.score)
        for scored in context.scored
        if scored.entered.score is not None
    ]
    printed = context.form.funds.annual_total.score
    execution = context.scores.execution_score if printed is None else printed
    if items and execution is not None:
        items.append(Item("预算执行率", execution))
    return items


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _bands(context: EvaluationContext) -> str:
    return "，".join(
        f"{band.at_least.value}分以上为{band.name}" for band in context.profile.grades[:-1]
    )


def _deductions(context: EvaluationContext) -> tuple[list[ScoredRow], int]:
    """Return the rows with less than their weight, and how many are scored at all."""
    rows = [s for s in context.scored if s.row.active and s.entered.score is not None]
    scored = [s for s in rows if s.entered.weight]
    return [s for s in scored if _cut(s) > 0], len(scored)


def _cut(scored: ScoredRow) -> Decimal:
    """Return the share of the weight that was taken off."""
    weight = scored.entered.weight or _FULL
    return 1 - (scored.entered.score or _ZERO) / weight
