"""VAL-12: what was aimed at in words is reported as a grade."""

from collections.abc import Iterator
from functools import cache

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext, Row
from generator.forms.checks.registry import evaluation_check
from generator.forms.values import Grade, Qualitative
from generator.forms.values.vocabulary import vocabulary
from generator.forms.word_finder import WordFinder

_DENIALS = frozenset("未不没无尚零")
_MARKS = tuple(",;。、(:")


@evaluation_check("VAL-12")
def words_are_graded(context: EvaluationContext) -> Iterator[Fault]:
    """What was aimed at in words is reported as one of the three grades or a usual short form.

    The target's own words count as achieved (DESIGN §5) and are only noted; so are words with
    figures, which say more than a grade.
    """
    for row in context.active:
        target, actual = row.target, row.actual
        if not isinstance(target, Qualitative) or not isinstance(actual, Qualitative):
            continue
        if actual.grade is None and not _begins_with_grade(actual.words):
            yield _ungraded(row, target, actual)


def _ungraded(row: Row, target: Qualitative, actual: Qualitative) -> Fault:
    same = "same_words" if target == actual else None
    variant = same or ("figures" if actual.figures else _own_words(target.words, actual.words))
    return fault(
        row.field("actual"),
        entered=actual.text.strip(),
        expected="、".join(grade.value for grade in Grade),
        variant=variant,
        place=row.place,
        target=target.text.strip(),
    )


def _own_words(target: str, actual: str) -> str | None:
    """Tell words that answer the target (达到三级; 不发生, 未发生) from such as fit any (较好)."""
    pairs = {actual[i : i + 2] for i in range(len(actual) - 1)}
    if not any(pair in target for pair in pairs) and actual not in target:
        return None
    denied, denies = (not _DENIALS.isdisjoint(words) for words in (target, actual))
    contrary = (denies and not denied) or (denied and not denies and actual in target)
    return None if contrary else "own_words"


def _begins_with_grade(words: str) -> bool:
    """Tell whether more words stand behind a grade: 达成指标，制度已印发."""
    return any(words.startswith(_MARKS, end) for end in _grades().ends(words))


@cache
def _grades() -> WordFinder:
    return WordFinder(vocabulary().grades)
