"""The words of ``templates/vocabularies/values.yaml``, checked and ready for look-up."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from generator.forms.data_files import Document, Key, load
from generator.forms.values.glyphs import fold
from generator.forms.values.readings import Bound, Grade, Sign
from generator.resources import templates
from generator.snapshot import kept

Words = frozenset[str]
Member = TypeVar("Member", Sign, Grade, Bound)


class Vocabulary(Struct, frozen=True):
    """Every list of the data file, folded to unified glyphs; the file says what each is for."""

    not_applicable: Words
    grades: Mapping[str, Grade]
    signs_before: Mapping[str, Sign]
    signs_after: Mapping[str, Sign]
    inclusive: Words
    reaching: Words
    copulas: Words
    approximate_before: Words
    approximate_inside: Words
    approximate_after: Words
    denials: Words
    rise: Words
    fall: Words
    multipliers: Mapping[str, Decimal]
    dimensions: Mapping[str, tuple[str, Decimal]]
    units: Words
    aliases: Mapping[str, str]
    per: Mapping[str, str]
    not_units: Words
    not_numerals: Words
    fractions: Mapping[str, str]
    date_parts: Words
    bounds: Mapping[str, Bound]


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary shipped with the product, read once."""
    path = templates("vocabularies", "values.yaml")
    return kept("words-values", [path], read_vocabulary, path)


def read_vocabulary(path: Path) -> Vocabulary:
    """Read a vocabulary file.

    Raises ``DataFileError`` (file, line) for unknown, missing and duplicate keys, words given
    twice in one list, and entries of the wrong kind.
    """
    return _Checked(load(path)).vocabulary()


class _Checked:
    """Takes the tree apart, refusing what does not belong."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def vocabulary(self) -> Vocabulary:
        self._keys(
            "not_applicable grades signs inclusive reaching copulas approximate denials directions"
            " multipliers dimensions units aliases per not_units not_numerals fractions"
            " date_parts bounds"
        )
        self._keys("before inside after", "approximate")
        self._keys("rise fall", "directions")
        for sign in self._names("signs", Sign):
            self._keys("before after", "signs", sign)
        self._check_aliases()
        return Vocabulary(
            not_applicable=frozenset(word.upper() for word in self.words("not_applicable")),
            grades=self._by_word(Grade, "grades"),
            signs_before=self._by_word(Sign, "signs", "before"),
            signs_after=self._by_word(Sign, "signs", "after"),
            inclusive=self.words("inclusive"),
            reaching=self.words("reaching"),
            copulas=self.words("copulas"),
            approximate_before=self.words("approximate", "before"),
            approximate_inside=self.words("approximate", "inside"),
            approximate_after=self.words("approximate", "after"),
            denials=self.words("denials"),
            rise=self.words("directions", "rise"),
            fall=self.words("directions", "fall"),
            multipliers=self._factors("multipliers"),
            dimensions=self._dimensions(),
            units=self.words("units"),
            aliases=self._aliases(),
            per=self._texts("per"),
            not_units=self.words("not_units"),
            not_numerals=self.words("not_numerals"),
            fractions=self._texts("fractions"),
            date_parts=self.words("date_parts"),
            bounds=self._by_word(Bound, "bounds"),
        )

    def _at(self, *keys: Key) -> Any:
        node = self.document.data
        for key in keys:
            node = node[key]
        return node

    def _mapping(self, *keys: Key) -> dict[str, Any]:
        node = self._at(*keys)
        if not isinstance(node, dict):
            raise self.document.error("a mapping is expected", *keys)
        for key in node:
            if not isinstance(key, str):
                raise self.document.error(f"a key must be text: {key}", *keys, key)
        return node

    def _keys(self, expected: str, *keys: Key) -> None:
        found = self._mapping(*keys)
        for key in found:
            if key not in expected.split():
                raise self.document.error(f"unknown key: {key}", *keys, key)
        for key in expected.split():
            if key not in found:
                raise self.document.error(f"missing key: {key}", *keys)

    def _names(self, key: Key, names: type[Sign] | type[Grade] | type[Bound]) -> list[str]:
        members = [member.name for member in names]
        self._keys(" ".join(members), key)
        return members

    def words(self, *keys: Key) -> Words:
        """Return a list of different words, folded."""
        node = self._at(*keys)
        if not isinstance(node, list):
            raise self.document.error("a list of words is expected", *keys)
        seen: set[str] = set()
        for position, word in enumerate(node):
            if not isinstance(word, str) or not word:
                raise self.document.error(f"not a word: {word!r}", *keys, position)
            if fold(word) in seen:
                raise self.document.error(f"given twice: {word}", *keys, position)
            seen.add(fold(word))
        return frozenset(seen)

    def _by_word(self, names: type[Member], key: Key, *below: Key) -> dict[str, Member]:
        found: dict[str, Member] = {}
        for name in self._names(key, names):
            for word in self.words(key, name, *below):
                if word in found:
                    raise self.document.error(f"stands for two things: {word}", key, name)
                found[word] = names[name]
        return found

    def _texts(self, key: Key) -> dict[str, str]:
        return {fold(word): fold(self._text(key, word)) for word in self._mapping(key)}

    def _text(self, *keys: Key) -> str:
        node = self._at(*keys)
        if not isinstance(node, str) or not node:
            raise self.document.error(f"text is expected: {node!r}", *keys)
        return node

    def _factors(self, *keys: Key) -> dict[str, Decimal]:
        return {fold(name): self._factor(*keys, name) for name in self._mapping(*keys)}

    def _factor(self, *keys: Key) -> Decimal:
        node = self._at(*keys)
        try:
            if isinstance(node, str | int) and Decimal(node) > 0:
                return Decimal(node)
        except InvalidOperation:
            pass
        raise self.document.error(f"a factor is a whole number or decimal text: {node!r}", *keys)

    def _dimensions(self) -> dict[str, tuple[str, Decimal]]:
        return {
            unit: (dimension, factor)
            for dimension in self._mapping("dimensions")
            for unit, factor in self._factors("dimensions", dimension).items()
        }

    def _aliases(self) -> dict[str, str]:
        return {
            alias: fold(unit)
            for unit in self._mapping("aliases")
            for alias in self.words("aliases", unit)
        }

    def _check_aliases(self) -> None:
        known = self._dimensions().keys() | self.words("units")
        for unit in self._mapping("aliases"):
            if fold(unit) not in known:
                raise self.document.error(f"aliases of an unknown unit: {unit}", "aliases", unit)
