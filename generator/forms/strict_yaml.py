"""Strict reading of the product's YAML data files: no duplicate keys, and every key has its line.

A duplicate key in YAML silently wins over the first; in a table of rules that is a wrong rule.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from pydantic import BaseModel

Key = str | int
Lines = dict[tuple[Key, ...], int]
Kind = TypeVar("Kind", bound="BaseModel")


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
    kind: type[Kind],
    data: Any = None,
    error: type[DataFileError] = DataFileError,
) -> Kind:
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
