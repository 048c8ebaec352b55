"""Units: their names where they stand in a text, what they measure and how they convert."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from generator.forms.values.readings import BARE, Unit
from generator.forms.values.vocabulary import vocabulary
from generator.forms.words import WordFinder

_LONGEST_UNKNOWN = 8
_PER = ("/", "·")
_GOES_ON = ("/", "*")
_NUMBERED = frozenset("零〇一二两三四五六七八九十")


@lru_cache(maxsize=4096)
def leading_unit(text: str) -> str:
    """Return the known unit name at the beginning of the folded text, or "" for none."""
    if _no_units().begins(text):
        return ""
    ends = (end for end in unit_ends(text) if not text.startswith(_GOES_ON, end))
    return text[: next(ends, 0)]


def unknown_unit(text: str) -> bool:
    """Tell whether the whole text may be a unit nobody has listed: a short word, no figures."""
    if len(text) > _LONGEST_UNKNOWN or not all(map(_is_word, text.split("/"))):
        return False
    return not (_no_units().begins(text) or text.startswith(tuple(vocabulary().bounds)))


def unit_ends(text: str, start: int = 0) -> Iterator[int]:
    """Yield where a known unit may end that begins at a place of the folded text."""
    for end in _simple_ends(text, start):
        yield from _ends_with_shares(text, end)


def _simple_ends(text: str, start: int) -> Iterator[int]:
    """Yield the ends of names with or without a multiplier in front.

    千米 is itself a unit, so known names go before multiplier and name.
    """
    names, multipliers = _known_names(), _multipliers()
    yield from names.ends(text, start)
    for end in multipliers.ends(text, start):
        yield from names.ends(text, end)
    yield from multipliers.ends(text, start)


def _ends_with_shares(text: str, end: int) -> Iterator[int]:
    if text.startswith(_PER, end):
        for share in _known_names().ends(text, end + 1):
            yield from _ends_with_shares(text, share)
    if not _is_inside_latin_word(text, end):
        yield end


def _is_inside_latin_word(text: str, at: int) -> bool:
    around = text[at - 1 : at + 1]
    return len(around) > 1 and around.isascii() and around.isalpha()


def _is_word(text: str) -> bool:
    """Tell letters or characters, not both (5G网络 is no quantity of anything), and no numeral."""
    if text.isascii():
        return text.isalpha()
    return text.isalnum() and not any(map(_is_no_character, text))


def _is_no_character(glyph: str) -> bool:
    return glyph.isascii() or glyph.isdecimal() or glyph in _NUMBERED


@cache
def _known_names() -> WordFinder:
    words = vocabulary()
    return WordFinder(words.units, words.dimensions, words.aliases)


@cache
def _multipliers() -> WordFinder:
    return WordFinder(vocabulary().multipliers)


@cache
def _no_units() -> WordFinder:
    return WordFinder(vocabulary().not_units)


@lru_cache(maxsize=4096)
def known(name: str) -> Unit | None:
    """Return the unit of this folded name ("" for none), or None for a name nobody has listed."""
    return unit(name) if leading_unit(name) == name else None


@lru_cache(maxsize=4096)
def unit(name: str) -> Unit:
    """Return the unit of this folded name; unknown names are kept as they are."""
    if not name:
        return BARE
    head, *shares = name.replace("·", "/").split("/")  # 元/人·月
    multiplier, base = _split(head)
    if multiplier != 1 and not base and shares:
        # 万/人次 is how a form prints 万人次.
        base, *shares = shares
    bases = [_usual(part) for part in (base, *shares)]
    dimension, factor = vocabulary().dimensions.get(bases[0], (None, Decimal(1)))
    if dimension and shares:
        dimension = "/".join((dimension, *bases[1:]))
    return Unit(name, "/".join(bases), multiplier * factor, dimension, multiplier)


def _split(head: str) -> tuple[Decimal, str]:
    """Split a multiplier from the name behind it: 万人次 -> 10000, 人次."""
    words = vocabulary()
    if _is_known(head):
        return Decimal(1), head
    for length in (2, 1):
        factor = words.multipliers.get(head[:length])
        rest = head[length:]
        # 百 and 千 begin too many other words to be split from an unknown one.
        if factor and (not rest or _is_known(rest) or factor >= 10000):
            return factor, rest
    return Decimal(1), head


def _is_known(name: str) -> bool:
    words = vocabulary()
    return name in words.units or name in words.dimensions or name in words.aliases


def _usual(name: str) -> str:
    return vocabulary().aliases.get(name, name)
