"""RSN-4 to RSN-7: a reason gives cause and measure, is meant for its row, and is whole."""

from collections.abc import Iterable, Iterator

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext, ScoredRow
from generator.forms.checks.deviations import (
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
from generator.forms.checks.reasons import reason_of
from generator.forms.checks.registry import evaluation_check

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
