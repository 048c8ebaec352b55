"""RSN-1 to RSN-7: reasons where they are due, with cause and measure, meant for their
row, whole.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext, ScoredRow
from generator.forms.checks.deviations import (
    is_exceeded,
    is_far_within,
    is_scored_by_limit,
    loses_points,
    takes_full_points,
)
from generator.forms.checks.reason_words import (
    is_commonplace,
    is_cut_off,
    is_virtue,
    names_measure,
    says_nothing_to_explain,
)
from generator.forms.checks.registry import evaluation_check
from generator.forms.checks.wording import percent
from generator.forms.models import EvaluatedIndicator
from generator.forms.prompt_text import begins_with_prompt, persons_words
from generator.forms.values import Blank, NotApplicable, Quantity, parse

_LONGEST_NOTHING = 8  # characters: 无, / and the like are shorter, so longer texts need no reading


@evaluation_check("RSN-1")
def points_lost_have_a_reason(context: EvaluationContext) -> Iterator[Fault]:
    """A score below its weight has a reason beside it."""
    if not context.prints("indicators.deviation_analysis"):
        return
    for scored in context.scored:
        entered = scored.entered
        if not scored.row.active or entered.score is None or entered.weight is None:
            continue
        if entered.score < entered.weight and not has_reason(entered):
            prompted = begins_with_prompt(entered.deviation_analysis)
            yield fault(
                scored.row.field("deviation_analysis"),
                variant="prompted" if prompted else None,
                place=scored.row.place,
                score=entered.score,
                weight=entered.weight,
                lost=entered.weight - entered.score,
            )


def has_reason(entered: EvaluatedIndicator) -> bool:
    """Tell whether a reason is given: words of a person, not 无, 0, / or a standing prompt."""
    return bool(entered.deviation_analysis) and bool(reason_of(entered))


def reason_of(entered: EvaluatedIndicator) -> str:
    """Return the reason a person gave, "" where there is none."""
    words = persons_words(entered.deviation_analysis)
    if begins_with_prompt(words):
        return ""
    return "" if len(words) <= _LONGEST_NOTHING and _is_nothing(words) else words


def _is_nothing(words: str) -> bool:
    """Tell whether an entry is blank, a dash, 无 or a bare figure, which is no reason for anything.

    Words around a figure may be one: 3家未通过验收.
    """
    reading = parse(words)
    if isinstance(reading, Quantity):
        return not reading.label
    return isinstance(reading, Blank | NotApplicable)


@evaluation_check("RSN-2")
def over_achievement_has_a_reason(context: EvaluationContext) -> Iterator[Fault]:
    """From the profile's share of the target on (130 %) the reason is told; no score changes.

    Where points were lost as well, RSN-1 asks already.
    """
    limit = context.profile.over_achievement.threshold
    if not context.prints("indicators.deviation_analysis"):
        return
    for scored in context.scored:
        if not is_exceeded(scored, limit.value) or loses_points(scored):
            continue
        if scored.row.active and not has_reason(scored.entered):
            yield _over_achieved(scored, "deviation_analysis", None, limit.reference)


@evaluation_check("RSN-3")
def targets_are_not_too_easy(context: EvaluationContext) -> Iterator[Fault]:
    """A target reached twice over, or a limit hardly touched, was probably set too easy.

    Where the unit has told why, it is only noted.
    """
    profile = context.profile
    limits = profile.over_achievement
    for scored in context.scored:
        if not scored.row.active:
            continue
        exceeded = is_exceeded(scored, limits.doubtful.value)
        if exceeded or is_far_within(scored, profile):
            yield _over_achieved(
                scored, "target", _variant(scored, exceeded), limits.doubtful.reference
            )


def _variant(scored: ScoredRow, exceeded: bool) -> str | None:
    if has_reason(scored.entered):
        return "explained"
    if exceeded:
        return None
    return "limit" if scored.outcome.completion_ratio else "nothing"


def _over_achieved(scored: ScoredRow, column: str, variant: str | None, reference: str) -> Fault:
    entered = scored.entered
    return fault(
        scored.row.field(column),
        entered=entered.target if column == "target" else None,
        variant=variant,
        reference=reference,
        place=scored.row.place,
        target=entered.target,
        actual=entered.actual,
        share=percent(scored.outcome.completion_ratio or Decimal(0)),
    )


_QUOTED = 30  # characters of a reason a message repeats: its beginning tells which one it is
_ENDING = 12
_INNER_QUOTES = str.maketrans("“”", "‘’")


@evaluation_check("RSN-4")
def reasons_give_a_measure(context: EvaluationContext) -> Iterator[Fault]:
    """A reason for lost points says what is done about it, in more than a commonplace.

    Told once for rows that share a text.  What was cut off (RSN-7) or is no reason (RSN-6) is
    told there, and a row that should not have lost points needs no measure (SCR-5).
    """
    profile = context.profile
    year = context.form.fiscal_year
    for words, rows in _by_text(context).items():
        losing = [s for s in rows if loses_points(s) and not is_scored_by_limit(s, profile)]
        if not losing or is_virtue(words) or says_nothing_to_explain(words):
            continue
        if is_commonplace(words):
            yield _fault(losing, words, "commonplace")
        elif not is_cut_off(words) and not names_measure(words, year):
            yield _fault(losing, words)


@evaluation_check("RSN-5")
def reasons_are_written_for_their_rows(context: EvaluationContext) -> Iterator[Fault]:
    """One text is not the reason of three rows and more."""
    fewest = context.profile.review.repeated_reason_rows.value
    for words, rows in _by_text(context).items():
        if len(rows) >= fewest:
            yield _fault(rows, words)


@evaluation_check("RSN-6")
def reasons_belong_to_deviations(context: EvaluationContext) -> Iterator[Fault]:
    """A row with all its points and no deviation needs no reason, and a virtue is none."""
    for words, rows in _by_text(context).items():
        virtue = is_virtue(words) or says_nothing_to_explain(words)
        for scored in rows:
            if loses_points(scored) and virtue:
                yield _fault([scored], words, "virtue")
            elif takes_full_points(scored) and not virtue and not _surpasses(scored):
                missed = scored.outcome.met is False
                yield _fault([scored], words, "missed" if missed else None)


@evaluation_check("RSN-7")
def reasons_are_whole(context: EvaluationContext) -> Iterator[Fault]:
    """A reason ends where its sentence does."""
    for words, rows in _by_text(context).items():
        if is_cut_off(words):
            yield _fault(rows, words)


def _by_text(context: EvaluationContext) -> dict[str, list[ScoredRow]]:
    """Return the reasons people gave, each with its rows, in the order of the form."""
    texts: dict[str, list[ScoredRow]] = {}
    for scored in context.scored:
        if scored.row.active and scored.entered.deviation_analysis:
            words = reason_of(scored.entered)
            if words:
                texts.setdefault(words, []).append(scored)
    return texts


def _surpasses(scored: ScoredRow) -> bool:
    """Tell whether a result lies on the better side of its target, which may be explained too."""
    ratio = scored.outcome.completion_ratio
    return bool(scored.outcome.met) and ratio is not None and ratio != 1


def _fault(rows: list[ScoredRow], words: str, variant: str | None = None) -> Fault:
    quoted = words.translate(_INNER_QUOTES)
    return fault(
        rows[0].row.field("deviation_analysis"),
        entered=words,
        variant=variant,
        place=_places(rows),
        words=f"{quoted[:_QUOTED]}…" if len(quoted) > _QUOTED else quoted,
        ending=f"…{quoted[-_ENDING:]}" if len(quoted) > _ENDING else quoted,
        count=len(rows),
    )


def _places(rows: Iterable[ScoredRow]) -> str:
    """Name one row by its name, several by their numbers."""
    first, *others = rows
    if not others:
        return first.row.place
    return f"第{'、'.join(str(s.row.index + 1) for s in (first, *others))}项指标"
