"""How alike two names are: 1 for the same in other words, 0 for different things.

A word in the place of another makes a different indicator (审计 and 评估, 准确 and 及时); words
added or left out, and single characters mistyped, may not.
"""

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import Indel, Levenshtein

from generator.forms.comparison.names import (
    essence,
    figures,
    found,
    has_notes,
    without_notes,
)
from generator.forms.comparison.vocabulary import similar_names

Segment = tuple[str, str]
"""What one name has where the other has something else; either may be empty."""


@lru_cache(maxsize=65536)
def likeness(one: str | None, other: str | None) -> float:
    """Return how alike two names are, 0 to 1; 0 also below the limits of the data file.

    The order of the two makes no difference.
    """
    first, second = sorted((essence(one), essence(other)))
    if not first or first == second:
        return float(bool(first))
    in_note = _differ_in_a_note(one, other)
    alike = similar_names().likeness.note if in_note else _enough(first, second)
    return 0.0 if not alike or _different_things(first, second) else alike


def is_slip(one: str | None, other: str | None) -> bool:
    """Tell whether two names differ only as a scanner or a typist errs: 可勤人员, 司勤人员.

    Up to two single characters, none of which makes a different thing.
    """
    first, second = sorted((essence(one), essence(other)))
    if first == second or _different_things(first, second):
        return False
    pieces = list(_segments(first, second))
    single = all(max(len(old), len(new)) == 1 for old, new in pieces)
    return single and len(pieces) <= similar_names().slip


def _enough(first: str, second: str) -> float:
    limits = similar_names().likeness
    alike = float(Indel.normalized_similarity(first, second))
    if alike < min(limits.contained, limits.reworded):
        return 0.0
    shorter = min(len(first), len(second))
    contained = shorter >= limits.contained_from and _one_sided(first, second)
    return alike if alike >= (limits.contained if contained else limits.reworded) else 0.0


def _one_sided(first: str, second: str) -> bool:
    """Tell whether one name has everything the other has, in its order."""
    pieces = list(_segments(first, second))
    return not any(old for old, _ in pieces) or not any(new for _, new in pieces)


def _differ_in_a_note(one: str | None, other: str | None) -> bool:
    """Tell whether one name is the other with a bracketed note: 投诉率, 投诉率（有责投诉）."""
    if has_notes(one) is has_notes(other):
        return False
    return essence(without_notes(one)) == essence(without_notes(other))


def _different_things(first: str, second: str) -> bool:
    names = similar_names()
    if figures(first) != figures(second):
        return True
    if found(names.measured, first) != found(names.measured, second):
        return True
    if any(first.count(word) != second.count(word) for word in names.denials):
        return True
    here, there = found(names.subjects, first), found(names.subjects, second)
    return bool(here - there and there - here) or any(
        _replaced(*piece) for piece in _segments(first, second)
    )


def _replaced(old: str, new: str) -> bool:
    """Tell whether a word stands in the place of another, or a telling character does."""
    if not old or not new:
        return False
    if len(old) > 1 or len(new) > 1:
        return True
    return old in similar_names().telling_characters or new in similar_names().telling_characters


def _segments(first: str, second: str) -> Iterator[Segment]:
    """Yield the stretches in which two names differ, neighbouring changes as one."""
    old = new = ""
    for change in Levenshtein.opcodes(first, second):
        if change.tag == "equal":
            if old or new:
                yield old, new
            old = new = ""
            continue
        old += first[change.src_start : change.src_end]
        new += second[change.dest_start : change.dest_end]
    if old or new:
        yield old, new
