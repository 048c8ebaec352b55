"""Data files of the product as records: strict YAML, every key with its line, kept as read between
runs.

A duplicate key in YAML silently wins over the first; in a table of rules that is a wrong rule.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct
from pydantic import BaseModel, ConfigDict

from generator.resources import templates
from generator.snapshot import kept

if TYPE_CHECKING:
    from pydantic import BaseModel


class Record(BaseModel):
    """A thing of a data file: unknown keys are refused, and nothing is set once it is made.

    Most records come from snapshots (:mod:`generator.snapshot`), where nothing is checked any
    more: what checks a kind of record is therefore built when the first is checked.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


Key = str | int
Lines = dict[tuple[Key, ...], int]
Model = TypeVar("Model", bound="BaseModel")


class DataFileError(ValueError):
    """A data file cannot be used: says which file, which line (from 1) and what is wrong."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line
        self.message = message


class Document(Struct, frozen=True):
    """A data file as read: ``data`` (dicts, lists and scalars) and where each key stands."""

    path: Path
    data: Any
    lines: Lines

    def line(self, *keys: Key) -> int:
        """Return the line (from 1) of the entry under these keys and list positions.

        A path that is not there gets the line of its nearest parent, so that a missing key can
        be reported where it should have stood.
        """
        while keys not in self.lines:
            keys = keys[:-1]
        return self.lines[keys]

    def error(self, message: str, *keys: Key) -> DataFileError:
        """Return (not raise) the error that names this file and the line of ``keys``."""
        return DataFileError(self.path, self.line(*keys), message)


def load(path: Path) -> Document:
    """Read one YAML file.

    Raises ``DataFileError`` for broken YAML, duplicate or non-scalar keys, merge keys and nodes
    that contain themselves, and ``OSError`` where the file cannot be read.
    """
    from generator.forms.yaml_nodes import Unreadable, read  # late: a snapshot needs no YAML

    try:
        return Document(path, *read(path.read_bytes()))
    except Unreadable as error:
        raise DataFileError(path, error.line, error.message) from error.__cause__


def shaped(
    document: Document,
    kind: type[Model],
    data: Any = None,
    error: type[DataFileError] = DataFileError,
) -> Model:
    """Return the data of a document, or ``data`` made of it, as its kind.

    Raises ``error`` with file and line for unknown and missing keys, wrong types and values.
    """
    from pydantic import ValidationError  # late: a page of help reads words and checks nothing

    try:
        return kind.model_validate(document.data if data is None else data)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        line = document.line(*first["loc"])
        raise error(document.path, line, f"{where}: {first['msg']}") from None


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
