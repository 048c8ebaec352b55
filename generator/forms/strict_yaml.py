"""Strict reading of the product's YAML data files: no duplicate keys, and every key has its line.

A duplicate key in YAML silently wins over the first; in a table of rules that is a wrong rule.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MERGE = "tag:yaml.org,2002:merge"

Key = str | int
Lines = dict[tuple[Key, ...], int]


class DataFileError(ValueError):
    """A data file cannot be used: says which file, which line (from 1) and what is wrong."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class Document:
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
    loader = _Loader(path.read_bytes())
    try:
        node = loader.get_single_node()
        reader = _Reader(path, loader)
        return Document(path, None if node is None else reader.read(node, ()), reader.lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = error.problem or "not readable as YAML"
        raise DataFileError(path, mark.line + 1 if mark else 1, message) from error
    except (yaml.YAMLError, ValueError) as error:
        if isinstance(error, DataFileError):
            raise
        raise DataFileError(path, 1, f"not readable as YAML: {error}") from error
    finally:
        loader.dispose()


class _Reader:
    """Turns YAML nodes into plain data and remembers the line of every path."""

    def __init__(self, path: Path, loader: Any) -> None:
        self.path = path
        self.loader = loader
        self.lines: Lines = {(): 1}
        self._open: list[yaml.Node] = []

    def read(self, node: yaml.Node, keys: tuple[Key, ...]) -> Any:
        if any(parent is node for parent in self._open):
            raise self._error(node, "a node contains itself")
        self.lines.setdefault(keys, node.start_mark.line + 1)
        self._open.append(node)
        try:
            if isinstance(node, yaml.MappingNode):
                return self._mapping(node, keys)
            if isinstance(node, yaml.SequenceNode):
                return [self.read(child, (*keys, n)) for n, child in enumerate(node.value)]
            return self.loader.construct_object(node)
        finally:
            self._open.pop()

    def _mapping(self, node: yaml.MappingNode, keys: tuple[Key, ...]) -> dict[Key, Any]:
        data: dict[Key, Any] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key in data:
                raise self._error(key_node, f"duplicate key: {key}")
            self.lines[(*keys, key)] = key_node.start_mark.line + 1
            data[key] = self.read(value_node, (*keys, key))
        return data

    def _key(self, node: yaml.Node) -> Key:
        if node.tag == _MERGE:
            raise self._error(node, "merge keys (<<) are not used in data files")
        key = self.loader.construct_object(node) if isinstance(node, yaml.ScalarNode) else None
        if not isinstance(key, str | int):
            raise self._error(node, "a key must be text or a whole number")
        return key

    def _error(self, node: yaml.Node, message: str) -> DataFileError:
        return DataFileError(self.path, node.start_mark.line + 1, message)
