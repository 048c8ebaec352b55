"""Data files of the product as records: read strictly, and kept as read between runs."""

from pathlib import Path
from typing import TypeVar

from generator.forms.record import Record
from generator.forms.strict_yaml import load, shaped
from generator.resources import templates
from generator.snapshot import kept

Kind = TypeVar("Kind", bound=Record)


def shipped(folder: str, name: str, kind: type[Kind]) -> Kind:
    """Return ``templates/<folder>/<name>.yaml`` as its kind of record; raises as below."""
    path = templates(folder, f"{name}.yaml")
    data: Kind = kept(f"{folder}-{name}", [path], read_record, path, kind)
    return data


def read_record(path: Path, kind: type[Kind]) -> Kind:
    """Read one YAML file as a kind of record.

    Raises ``DataFileError`` (file, line) for unknown, missing and duplicate keys and wrong types.
    """
    return shaped(load(path), kind)
