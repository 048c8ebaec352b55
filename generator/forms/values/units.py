"""Units: their names in a text, what they measure and how they convert."""

import re
from decimal import Decimal
from functools import cache, lru_cache

from generator.forms.values.patterns import any_of
from generator.forms.values.readings import BARE, Unit
from generator.forms.values.vocabulary import vocabulary

_LONGEST_UNKNOWN = 8
# Letters or characters, not both (5G网络 is no quantity of anything), and no further numeral.
_WORD = r"(?:[A-Za-z]+|[^\W\d_A-Za-z零〇一二两三四五六七八九十]+)"
_UNKNOWN = re.compile(f"{_WORD}(?:/{_WORD})*")


@cache
def known_unit() -> str:
    """Return the pattern of a known unit with or without a multiplier in front."""
    words = vocabulary()
    known = any_of(words.units, words.dimensions, words.aliases)
    multiplier = any_of(words.multipliers)
    # 千米 is itself a unit, so known names go before multiplier and name.
    simple = f"(?:{known}|(?:{multiplier})/?(?:{known})|(?:{multiplier}))"
    return f"(?:{simple}(?:[/·](?:{known}))*)(?<![A-Za-z](?=[A-Za-z]))"


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(f"(?!{any_of(vocabulary().not_units)})({known_unit()})(?![/*])")


def leading_unit(text: str) -> str:
    """Return the known unit name at the beginning of the folded text, or "" for none."""
    match = _leading().match(text)
    return match[1] if match else ""


def unknown_unit(text: str) -> bool:
    """Tell whether the whole text may be a unit nobody has listed: a short word, no figures."""
    words = vocabulary()
    if len(text) > _LONGEST_UNKNOWN or not _UNKNOWN.fullmatch(text):
        return False
    return not text.startswith((*words.not_units, *words.bounds))


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
