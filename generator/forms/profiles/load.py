"""Reading profile files (``templates/profiles/*.yaml``) strictly: mistakes have file and line."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from generator.forms.data_files import DataFileError, Document, Key, load, shaped
from generator.forms.profiles.model import Profile
from generator.forms.values import Grade
from generator.resources import templates
from generator.snapshot import kept

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


class ProfileError(DataFileError):
    """A profile file that cannot be used, with its file and line."""


def profile_ids() -> tuple[str, ...]:
    """Return the ids of all profiles there are, sorted."""
    return tuple(sorted(path.stem for path in templates("profiles").glob("*.yaml")))


@cache
def load_profile(profile_id: str) -> Profile:
    """Return the profile with this id.

    Raises ``KeyError`` where there is none, ``DataFileError`` where its file is wrong.
    """
    if profile_id not in profile_ids():
        raise KeyError(profile_id)
    folder = templates("profiles")
    return kept(f"profile-{profile_id}", [folder], read_profile, folder / f"{profile_id}.yaml")


def read_profile(path: Path) -> Profile:
    """Read one profile file with all it extends.

    Raises ``DataFileError`` for broken YAML, and its kind ``ProfileError`` for unknown or missing
    keys, wrong types, a missing or circular parent, and figures that contradict each other.
    """
    document = load(path)
    profile = shaped(document, Profile, _resolved(document, ()), ProfileError)
    if profile.id != path.stem:
        raise _error(document, ("id",), f"id is {profile.id}, the file is called {path.stem}")
    for place, message in faults(profile):
        raise _error(document, place, message)
    return profile


def _resolved(document: Document, above: tuple[Path, ...]) -> dict[str, Any]:
    """Return the data of a file over the data of the file it extends."""
    if not isinstance(document.data, dict):
        raise _error(document, (), "a profile is a mapping")
    data = dict(document.data)
    name = data.pop("extends", None)
    if name is None:
        return data
    parent = document.path.with_name(f"{name}.yaml")
    if parent in (document.path, *above):
        raise _error(document, ("extends",), f"{name} extends itself")
    if not parent.is_file():
        raise _error(document, ("extends",), f"there is no profile {name} to extend")
    return _over(_resolved(load(parent), (document.path, *above)), data)


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Lay one mapping over another; a cited value is replaced as a whole, with its source."""
    merged = dict(below)
    for key, value in above.items():
        old = below.get(key)
        grows = isinstance(old, dict) and isinstance(value, dict) and "value" not in old
        merged[key] = _over(old, value) if grows and old else value
    return merged


def _error(document: Document, place: tuple[Key, ...], message: str) -> ProfileError:
    return ProfileError(document.path, document.line(*place), message)
