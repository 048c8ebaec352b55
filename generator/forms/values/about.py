"""About so many: 余 and 多 between a number and its unit (50余人, 1.2万余人次, 3万多件)."""

import re
from functools import cache

from generator.forms.values.patterns import any_of
from generator.forms.values.vocabulary import vocabulary


def without_about(tail: str) -> str | None:
    """Return what follows a number without the word that makes it approximate, None for none."""
    match = _about().match(tail)
    return (match["scale"] or "") + tail[match.end() :] if match else None


@cache
def _about() -> re.Pattern[str]:
    scales, about = any_of(vocabulary().multipliers), any_of(vocabulary().approximate_inside)
    return re.compile(f"(?P<scale>{scales})?(?:{about})")
