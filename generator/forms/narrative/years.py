"""Years a text plans for or reports on: 2023年计划培训500人.

Years of rules, of comparisons and of what came before are none: 1998年原社保局的规定, 较2022年.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.forms.narrative.prose import Prose
from generator.forms.narrative.vocabulary import narrative_words

# Made when a text first names a year.
_YEAR = r"(?<![0-9(\[-])(?<!第)((?:19|20)[0-9]{2})年(?!代)"
_SPAN = r"[0-9]{4}年?[-~至到][0-9]{4}年"


class NamedYear(Struct, frozen=True):
    """A year a text is about, and the clause that says so."""

    year: int
    clause: str


def years_named(text: Prose) -> frozenset[int]:
    """Return every year a text names, whatever for."""
    return frozenset(int(match[1]) for match in re.finditer(r"(20[0-9]{2})年", text.text))


def years_planned(text: Prose) -> Iterator[NamedYear]:
    """Yield the years for which a text plans or reports, with the clause of each."""
    words = narrative_words()
    for match in re.finditer(_YEAR, text.text):
        first, last = text.clause(match.start(), match.end())
        clause = text.text[first:last]
        if re.search(_SPAN, clause) or words.elsewhere.is_in(clause):
            continue
        if words.any_plan.is_in(text.text[match.end() : last]):
            yield NamedYear(int(match[1]), clause)
