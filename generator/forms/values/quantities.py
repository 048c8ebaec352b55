"""About so many: 余 and 多 between a number and its unit (50余人, 1.2万余人次, 3万多件)."""

import re
from functools import cache

from generator.forms.values.figures import NUMBER, has_digit, number
from generator.forms.values.numerals import NUMERALS, ends_in_number
from generator.forms.values.readings import Quantity, Sign, Unit
from generator.forms.values.signs import (
    agree,
    ends_plainly,
    has_marks,
    read_head,
    read_tail,
)
from generator.forms.values.units import leading_unit, unit, unknown_unit
from generator.forms.values.vocabulary import vocabulary
from generator.forms.words import WordFinder


def without_about(tail: str) -> str | None:
    """Return what follows a number without the word that makes it approximate, None for none."""
    if not _about().is_in(tail):
        return None
    for scale in (*_scales().ends(tail), 0):
        end = _about().end(tail, scale)
        if end is not None:
            return tail[:scale] + tail[end:]
    return None


@cache
def _scales() -> WordFinder:
    return WordFinder(vocabulary().multipliers)


@cache
def _about() -> WordFinder:
    return WordFinder(vocabulary().approximate_inside)


_NUMBER = re.compile(NUMBER)
_BRACKET = re.compile(r"\(([^()]+)\)")
_OPENING = '(“"「《、'
# Words on both sides of a comma say two things: 合格率100%，无投诉.
_CLAUSE_ENDS = frozenset(",;。")
_HOTLINE = re.compile("(?:12[0-9]{3}|1[12][0-9])(?=热线|电话|工单|急救|报警|接警)")
_NUMERALS = tuple(NUMERALS)
# Another number in words right before or behind makes it half of what is said: 两年3次, 两人一组,
# 一日三餐.
_COUNTED = ("年", "个月", "周", "天", "小时", "分", "分钟", "秒", "个", "人", "户")


def read_quantity(text: str, cell: str) -> Quantity | None:
    """Read the folded ``cell`` as one quantity; None where it is none or more than one.

    Raises ``SignsDisagreeError``.
    """
    match = _NUMBER.search(cell)
    if match is None or _HOTLINE.match(cell, match.start()):
        return None
    before, minus = take_minus(cell[: match.start()])
    after = read_after(cell[match.end() :])
    if before is None or after is None:
        return None
    head = read_head(before)
    measured, sign, approximate, rest = after
    sign = agree(head.sign, sign)
    if sign is None and head.reached:
        sign = Sign.GE
    if head.shares:
        measured = unit(measured.name + head.shares)
    label = join_label(head.label, rest)
    if label is None or ends_in_number(head.label, _COUNTED) or rest.startswith(_NUMERALS):
        return None
    value = number(minus + match[0])
    return Quantity(text, sign, value, measured, label, head.approximate or approximate)


def take_minus(before: str) -> tuple[str | None, str]:
    """Split a minus or plus from the words before a number: (words, "-" or "").

    Words are None where the dash may as well join label and number (满意度-95%).
    """
    if not before or before[-1] not in "+-":
        return before, ""
    words, glyph = before[:-1], before[-1]
    if words and ends_plainly(words) and read_head(words).label == words:
        return None, ""
    return words, glyph.replace("+", "")


def read_after(tail: str) -> tuple[Unit, Sign | None, bool, str] | None:
    """Read what follows a number: unit, sign, whether approximate, and the words left over.

    None where figures or an unlikely unit follow.  Raises ``SignsDisagreeError``.
    """
    exact = without_about(tail)
    tail = tail if exact is None else exact
    early = read_tail(tail)
    split = _split_unit(early.rest)
    if split is None:
        return None
    name, tail = split
    late = read_tail(tail)
    if has_digit(late.rest):
        return None
    approximate = exact is not None or early.approximate or late.approximate
    return unit(name), agree(early.sign, late.sign), approximate, late.rest


def join_label(head: str, rest: str) -> str | None:
    """Join the words around a number to one label; None where they change its meaning."""
    label = head + rest
    if (rest and not _may_follow(rest[0])) or not _CLAUSE_ENDS.isdisjoint(label):
        return None
    if not ends_plainly(head) or not ends_plainly(label) or has_marks(label):
        return None
    return label if read_head(label).label == label else None


def _split_unit(tail: str) -> tuple[str, str] | None:
    """Split the unit from what follows it: (name, rest); None where no unit is likely."""
    bracket = _BRACKET.match(tail)
    if bracket and not _is_sign_word(bracket[1]):
        return bracket[1], tail[bracket.end() :]
    name = leading_unit(tail)
    if name and not _rare_unit(name, tail[len(name) :]):
        rest = tail[len(name) :]
        return name, rest.removeprefix(f"({name})")
    if not tail:
        return "", ""
    name = tail[: _word_behind(tail)]
    return (name, tail[len(name) :]) if unknown_unit(name) else None


def _rare_unit(name: str, rest: str) -> bool:
    """Tell whether 万 is followed by one character more that must be a unit: 30万尾."""
    if name not in vocabulary().multipliers or not rest:
        return False
    return _word_behind(rest) == 1 and rest[0].isalpha()


def _word_behind(tail: str) -> int:
    """Return where the first word begins that is no part of a unit, the end where there is none."""
    first = _words_behind().first(tail)
    return first[0] if first else len(tail)


def _is_sign_word(word: str) -> bool:
    return word in vocabulary().signs_after or word in vocabulary().approximate_after


@cache
def _words_behind() -> WordFinder:
    return WordFinder(vocabulary().signs_after, vocabulary().approximate_after, ["("])


def _may_follow(glyph: str) -> bool:
    """Tell whether words behind a number may begin with a glyph: a letter, a bracket, a quote."""
    return (glyph.isalnum() and not glyph.isdecimal()) or glyph in _OPENING
