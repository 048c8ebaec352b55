"""What a profile must satisfy beyond its types: its figures and names must fit each other."""

from collections.abc import Iterator

from generator.forms.profiles.model import Profile
from generator.forms.strict_yaml import Key
from generator.forms.values import Grade

Fault = tuple[tuple[Key, ...], str]
"""Where in the file, and what is wrong there."""


def faults(profile: Profile) -> Iterator[Fault]:
    """Yield what is wrong with a profile whose types are right, the first thing first."""
    yield from _weights(profile)
    yield from _grades(profile)
    yield from _bands(profile)
    yield from _names(profile)


def _weights(profile: Profile) -> Iterator[Fault]:
    total = profile.execution.weight.value + sum(profile.level1_weights.value.values())
    if total != 100:
        yield ("level1_weights",), f"the weights and the execution weight make {total}, not 100"


def _grades(profile: Profile) -> Iterator[Fault]:
    limits = [grade.at_least.value for grade in profile.grades]
    if limits != sorted(set(limits), reverse=True):
        yield ("grades",), "the grades must go from the highest to the lowest"
    if limits[-1] != 0:
        yield ("grades",), "the lowest grade must begin at 0"


def _bands(profile: Profile) -> Iterator[Fault]:
    for grade in Grade:
        if grade not in profile.qualitative:
            yield ("qualitative",), f"missing grade: {grade.value}"
    for grade, band in profile.qualitative.items():
        if not 0 <= band.value.bottom <= band.value.top <= 1:
            yield ("qualitative", grade.value), "a band needs 0 <= bottom <= top <= 1"


def _names(profile: Profile) -> Iterator[Fault]:
    catalogue = profile.indicator_catalogue.value
    known = set(catalogue) | {name for kind in catalogue.values() for name in kind.level2}
    structure = profile.structure
    for key, used in (
        ("level1_weights", tuple(profile.level1_weights.value)),
        ("structure", structure.required.value + structure.advisable.value),
        ("structure", structure.expected.value),
    ):
        for name in used:
            if name not in known:
                yield (key,), f"{name} is not in the indicator catalogue"
    yield from _twice(profile)


def _twice(profile: Profile) -> Iterator[Fault]:
    """Yield the names that would stand for two kinds on one level."""
    catalogue = profile.indicator_catalogue.value
    levels = (
        [(name, kind.aliases) for name, kind in catalogue.items()],
        [pair for kind in catalogue.values() for pair in kind.level2.items()],
    )
    for level in levels:
        meaning: dict[str, str] = {}
        for name, aliases in level:
            for word in (name, *aliases):
                if meaning.setdefault(word, name) != name:
                    yield ("indicator_catalogue",), f"{word} stands for two kinds"
