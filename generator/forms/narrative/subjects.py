"""What a figure of a text measures, and whether an indicator measures the same.

A rate is told by its measure (满意, 准确, 及时) and its object (征地养老人员); a count by the unit
and the words around it.
"""

import re
from functools import cache, lru_cache

from msgspec import Struct

from generator.forms.narrative.figures import Figure
from generator.forms.narrative.vocabulary import narrative_words
from generator.forms.values.glyphs import fold
from generator.forms.words import WordFinder, alternatives

_APPROVAL = "满意"
_LISTING = frozenset("0123456789一二三四五六七八九十")
_LIST_MARK = r"^[0-9]{1,2}[、.]|^[一二三四五六七八九十]{1,2}(?:是|、)"
_SAME_OBJECT = 0.6
"""Share of the pairs of characters of the shorter object that the other has too."""


class Subject(Struct, frozen=True):
    """One thing a rate is given for: what is measured, of what; ``object`` may be empty."""

    measure: str
    object: str


def subjects(figure: Figure, before: Figure | None = None) -> tuple[Subject, ...]:
    """Return what a percentage is given for; several where a list of names shares it.

    In 参保人员满意度不低于99%，相关部门不低于95% the second name borrows the measure of the first:
    ``before`` is the figure before this one.
    """
    names = _names(figure.before)
    if not names:
        return ()
    last = _measure(names[-1]) or _borrowed(figure, before)
    if last is None:
        return ()
    return tuple(_subject(name, _measure(name) or last) for name in names)


@lru_cache(maxsize=4096)
def subject_of(name: str) -> Subject | None:
    """Return what the name of an indicator measures; None where it names no rate."""
    words = _bare(fold(name))
    measure = _measure(words)
    return None if measure is None else _subject(words, measure)


def same_thing(one: Subject, other: Subject) -> bool:
    """Tell whether a text and an indicator speak of one thing; an empty object fits any."""
    if one.measure != other.measure:
        return False
    return not one.object or one.object == other.object or _alike(one.object, other.object)


@lru_cache(maxsize=4096)
def counts_same_thing(figure: Figure, name: str) -> bool:
    """Tell whether a count stands among the words of an indicator's name."""
    core = _pairs(_counting().removed_from(_bare(fold(name))))
    around = _pairs(_bare(figure.before) + _bare(figure.after))
    return len(core) > 1 and len(core & around) >= _SAME_OBJECT * len(core)


def _borrowed(figure: Figure, before: Figure | None) -> str | None:
    """Return the measure of the figure before, where this one only names another object."""
    if before is None or figure.after or before.sentence != figure.sentence:
        return None
    names = _names(before.before)
    return _measure(names[-1]) if names and figure.unit == before.unit else None


def _names(words: str) -> list[str]:
    """Split the words before a figure into the names that share it."""
    if words[:1] in _LISTING:
        words = re.sub(_LIST_MARK, "", words)
    while shared := narrative_words().any_shared.last(words):
        words = words.removesuffix(shared)
    return [name for name in (_bare(part) for part in _split(words)) if name]


def _split(words: str) -> list[str]:
    parts, begin = [], 0
    for start, end in _joints_and_whole_words().spans(words):
        if words[start:end] in narrative_words().joints:
            parts.append(words[begin:start])
            begin = end
    return [*parts, words[begin:]]


def _subject(name: str, measure: str) -> Subject:
    match = _measured().search(name)
    return Subject(measure, name[: match.start()] if match else name)


def _measure(name: str) -> str | None:
    match = _measured().search(name)
    if match is None:
        return None
    return _APPROVAL if match[0].startswith(_APPROVAL) else match[0][:2]


def _bare(words: str) -> str:
    return "".join(filter(str.isalnum, words))


def _alike(one: str, other: str) -> bool:
    first, second = _pairs(one), _pairs(other)
    fewer = min(len(first), len(second))
    return bool(fewer) and len(first & second) >= _SAME_OBJECT * fewer


@lru_cache(maxsize=4096)
def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))


@cache
def _measured() -> re.Pattern[str]:
    words = narrative_words()
    endings = alternatives(words.measure_endings)
    return re.compile(f"(?:{alternatives(words.approval)}|[^\\W\\d_a-zA-Z]{{2}}(?:{endings}))$")


@cache
def _joints_and_whole_words() -> WordFinder:
    return WordFinder(narrative_words().joints, narrative_words().whole_words)


@cache
def _counting() -> WordFinder:
    return WordFinder(narrative_words().counting)
