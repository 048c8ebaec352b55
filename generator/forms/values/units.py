"""Units: what they measure and how they convert."""

from decimal import Decimal
from functools import lru_cache

from generator.forms.values.readings import BARE, Unit
from generator.forms.values.unit_names import leading_unit
from generator.forms.values.vocabulary import vocabulary


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
