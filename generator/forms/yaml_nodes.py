"""YAML text into plain data that knows the line of every key; imported where a file is read."""

from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MERGE = "tag:yaml.org,2002:merge"

Key = str | int
Lines = dict[tuple[Key, ...], int]


class Unreadable(ValueError):  # noqa: N818  (an answer about a text)
    """The text is no YAML, or none we take; ``line`` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(line, message)
        self.line = line
        self.message = message


def read(text: bytes) -> tuple[Any, Lines]:
    """Return the data and the line of every path of keys.

    Raises ``Unreadable`` for broken YAML, duplicate or non-scalar keys, merge keys and nodes that
    contain themselves.
    """
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        reader = _Reader(loader)
        return None if node is None else reader.read(node, ()), reader.lines
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = error.problem or "not readable as YAML"
        raise Unreadable(mark.line + 1 if mark else 1, message) from error
    except (yaml.YAMLError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(1, f"not readable as YAML: {error}") from error
    finally:
        loader.dispose()


class _Reader:
    """Turns YAML nodes into plain data and remembers the line of every path."""

    def __init__(self, loader: Any) -> None:
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

    def _error(self, node: yaml.Node, message: str) -> Unreadable:
        return Unreadable(node.start_mark.line + 1, message)
