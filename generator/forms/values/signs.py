"""Signs in a cell: glyphs, words before the number and words after the unit."""

from functools import cache

from msgspec import Struct

from generator.forms.values.readings import Sign
from generator.forms.values.vocabulary import vocabulary
from generator.forms.words import WordFinder

GLYPHS = "=≥≤><"
_ALL_GLYPHS = frozenset(GLYPHS)


class SignsDisagreeError(ValueError):
    """Two signs of one cell contradict each other."""


class Head(Struct, frozen=True):
    """What stands before a number: the words left over, the sign, approximation and shares."""

    label: str
    sign: Sign | None
    reached: bool
    approximate: bool
    shares: str


class Tail(Struct, frozen=True):
    """What stands after a unit: sign, approximation and the words left over."""

    sign: Sign | None
    approximate: bool
    rest: str


def glyph_sign(run: str) -> Sign:
    """Return the sign of a run of glyphs (``>=``, ``≥=``); raises ``SignsDisagreeError``."""
    up, down, equal = (bool(set(run) & set(glyphs)) for glyphs in (">≥", "<≤", "=≥≤"))
    if up and down:
        raise SignsDisagreeError(run)
    if up:
        return Sign.GE if equal else Sign.GT
    if down:
        return Sign.LE if equal else Sign.LT
    return Sign.EQ


def read_head(text: str) -> Head:
    """Take sign, approximating words and shares off the end of the words before a number.

    Raises ``SignsDisagreeError``.
    """
    words = vocabulary()
    sign: Sign | None = None
    reached = approximate = False
    shares = ""
    while word := _last_glyphs(text) or _words_before().last(text):
        if word in words.denials:
            break
        text = text[: -len(word)]
        if word[0] in GLYPHS:
            sign = agree(glyph_sign(word), sign)
        elif word in words.signs_before:
            sign = agree(words.signs_before[word], sign)
        elif word in words.per:
            shares = f"/{words.per[word]}{shares}"
        reached = reached or word in words.reaching
        approximate = approximate or word in words.approximate_before
    return Head(text, sign, reached, approximate, shares)


def read_tail(text: str) -> Tail:
    """Take sign words and approximating words off the beginning of the text after a unit.

    Raises ``SignsDisagreeError``.
    """
    words = vocabulary()
    sign: Sign | None = None
    approximate = False
    while end := _words_behind().end(text):
        word, text = text[:end], text[end:]
        sign = agree(sign, words.signs_after.get(word))
        approximate = approximate or word in words.approximate_after
    return Tail(sign, approximate, text)


def agree(first: Sign | None, second: Sign | None) -> Sign | None:
    """Return the one sign two places give: the first where both point the same way.

    Raises ``SignsDisagreeError`` where they point different ways.
    """
    if first is None or second is None or first is second:
        return first or second
    if Sign.EQ in (first, second) or first.lower_is_better is not second.lower_is_better:
        raise SignsDisagreeError(f"{first.value}{second.value}")
    return first


def ends_plainly(label: str) -> bool:
    """Tell whether a number may follow these words: nothing in them changes what it says."""
    if not label:
        return True
    last = label[-1]
    if not (last.isalpha() and not last.isascii()) and last not in ")”’\"'》」』,;、":
        return False
    return not label.endswith(_denials())


def has_marks(text: str) -> bool:
    """Tell whether words left over hold a sign, in glyphs or in words."""
    return not _ALL_GLYPHS.isdisjoint(text) or _signs_before().is_in(text)


def _last_glyphs(text: str) -> str:
    return text[len(text.rstrip(GLYPHS)) :]


@cache
def _words_before() -> WordFinder:
    words = vocabulary()
    taken = words.signs_before, words.reaching, words.copulas, words.approximate_before, words.per
    # Denials are looked for too, so that 不存在 is not taken for 存 and 在.
    return WordFinder(*taken, words.denials)


@cache
def _words_behind() -> WordFinder:
    return WordFinder(vocabulary().signs_after, vocabulary().approximate_after)


@cache
def _signs_before() -> WordFinder:
    return WordFinder(vocabulary().signs_before)


@cache
def _denials() -> tuple[str, ...]:
    return (*vocabulary().denials, "第")
