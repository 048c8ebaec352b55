"""Reading profile files (``templates/profiles/*.yaml``) strictly: mistakes have file and line."""

from functools import cache
from pathlib import Path
from typing import Any

from generator.forms.profiles.model import Profile
from generator.forms.profiles.soundness import faults
from generator.forms.strict_yaml import DataFileError, Document, Key, load, shaped
from generator.resources import templates
from generator.snapshot import kept


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
