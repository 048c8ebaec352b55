"""Figures in goals and results: 满意度均达到90%以上, 完成鉴定3000件, 年初预算2万元.

Only figures with a known unit are found.  Numbers of documents and versions (〔2021〕66号, V2.0,
GA400-2002), of lists, telephones, dates and years are none, and neither are numbers in Chinese
characters: they are in too many words that count nothing.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from msgspec import Struct

from generator.forms.narrative.prose import Prose
from generator.forms.values import Sign, Unit, unit
from generator.forms.values.figures import NUMBER, has_digit, number
from generator.forms.values.quantities import without_about
from generator.forms.values.signs import SignsDisagreeError, agree, read_head, read_tail
from generator.forms.values.units import leading_unit
from generator.forms.values.vocabulary import vocabulary
from generator.forms.words import WordFinder

_FIGURE = rf"(?<![A-Za-z0-9.,/~-])(?:(?P<low>{NUMBER})%?[-~至到])?(?P<number>{NUMBER})"
_LONGEST_HEAD = 80  # characters of a clause that may still belong to its figure
_LONGEST_UNIT = 9  # characters, one of them 余


class Figure(Struct, frozen=True):
    """One figure of a text.

    ``number`` in ``unit`` (of a range the upper end, the lower in ``low``); ``reached`` that it is
    said to be arrived at (达到90%), which more may have done; ``before`` the words in front of it
    in its clause without those that give its sign; ``after`` those behind it up to the next figure;
    ``clause`` the whole clause, to quote; ``sentence`` where its sentence begins; ``start`` and
    ``end`` its place in the text.
    """

    number: Decimal
    unit: Unit
    sign: Sign | None
    reached: bool
    approximate: bool
    low: Decimal | None
    before: str
    after: str
    clause: str
    sentence: int
    start: int
    end: int

    @property
    def is_percent(self) -> bool:
        """Whether it is a share of something."""
        return self.unit.base == "%"

    @property
    def is_money(self) -> bool:
        """Whether it is an amount; so much for each person or piece is none."""
        return self.unit.dimension == "money"

    @property
    def is_count(self) -> bool:
        """Whether things are counted: neither a share nor money nor a length of time."""
        dimension = self.unit.dimension or ""
        return bool(self.unit.base) and dimension.split("/")[0] not in (
            "ratio",
            "money",
            "time",
            "calendar",
        )

    @property
    def value(self) -> Decimal:
        """The number with its 万 or 亿 written out, an amount in 元."""
        return self.number * (self.unit.factor if self.is_money else self.unit.multiplier)

    @property
    def step(self) -> Decimal:
        """What the last digit written is worth, in the same measure as ``value``."""
        factor = self.unit.factor if self.is_money else self.unit.multiplier
        exponent = self.number.as_tuple().exponent
        return factor.scaleb(exponent) if isinstance(exponent, int) else factor


@lru_cache(maxsize=256)
def figures(text: Prose) -> tuple[Figure, ...]:
    """Return the figures of a text in their order."""
    return tuple(_found(text)) if has_digit(text.text) else ()


def _found(text: Prose) -> Iterator[Figure]:
    taken = 0
    for match in re.finditer(_FIGURE, text.text):
        figure = _read(text, match, taken)
        if figure is not None:
            taken = figure.end
            yield figure


def _read(text: Prose, match: re.Match[str], taken: int) -> Figure | None:
    end = match.end()
    behind = text.text[end : end + _LONGEST_UNIT]
    exact = without_about(behind)
    name = leading_unit(behind if exact is None else exact)
    if not name or _is_year(match["number"], behind):
        return None
    first, last = text.clause(match.start(), end)
    start = max(first, taken, match.start() - _LONGEST_HEAD)
    end += len(name) + (exact is not None)
    try:
        head = read_head(text.text[start : match.start()])
        tail = read_tail(text.text[end:last])
        sign = agree(head.sign, tail.sign)
    except SignsDisagreeError:
        return None
    return Figure(
        number=number(match["number"]),
        unit=unit(name + (head.shares or _each(head.label))),
        sign=sign,
        reached=head.reached,
        approximate=exact is not None or head.approximate or tail.approximate,
        low=number(match["low"]) if match["low"] else None,
        before=head.label,
        after=re.split("[0-9]", tail.rest, maxsplit=1)[0],
        clause=text.text[first:last],
        sentence=text.sentence(match.start(), end)[0],
        start=match.start(),
        end=last - len(tail.rest),
    )


def _is_year(literal: str, behind: str) -> bool:
    written = literal.startswith(("19", "20")) and len(literal) == 4 and literal.isdecimal()
    return written and behind.startswith("年")


def _each(words: str) -> str:
    """Return the share that words further off name: 每人补助300元 is /人, "" for none."""
    share = _shares().first(words) if "每" in words else None
    return f"/{vocabulary().per[words[slice(*share)]]}" if share else ""


@cache
def _shares() -> WordFinder:
    return WordFinder(vocabulary().per)
