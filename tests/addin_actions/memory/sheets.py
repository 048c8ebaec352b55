"""Sheets and books."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
from xlwings import base_classes, utils

from tests.addin_actions.memory.cells import SheetState
from tests.addin_actions.memory.ranges import Note, Range

if TYPE_CHECKING:
    from tests.addin_actions.memory.engine import App


class Sheet(base_classes.Sheet):
    def __init__(self, book: "Book", state: SheetState) -> None:
        self._book, self._state = book, state

    api = property(lambda self: self._state)
    book = property(lambda self: self._book)
    index = property(lambda self: self._book._states.index(self._state) + 1)
    visible = property(lambda self: self._state.visible)

    @property
    def name(self) -> str:
        return self._state.name

    @name.setter
    def name(self, value: str) -> None:
        self._state.name = value

    def range(self, first: Any, last: Any = None) -> Range:
        if isinstance(first, str):
            if first.replace(":", "").isalpha():
                left, _, right = first.partition(":")
                numbers = [openpyxl.utils.column_index_from_string(c) for c in (left, right)]
                return Range(self, 1, numbers[0], 1, numbers[1])
            first, last = utils.a1_to_tuples(first)
        if isinstance(first, Range):
            first = (first._top, first._left)
        if isinstance(last, Range):
            last = (last._bottom, last._right)
        return Range(self, *first, *(last or first))

    @property
    def used_range(self) -> Range:
        filled = [at for at, c in self._state.cells.items() if c.value not in (None, "")]
        return Range(self, 1, 1, max((r for r, _ in filled), default=1),
                     max((c for _, c in filled), default=1))  # fmt: skip

    @property
    def notes(self) -> list[Note]:
        found = sorted((at, c) for at, c in self._state.cells.items() if c.note)
        return [Note(self, at) for at, _ in found]

    def activate(self) -> None:
        pass

    def clear(self) -> None:
        Range(self, 1, 1, 1, 1)._guard()
        self._state.cells.clear()

    def delete(self) -> None:
        self._book._states.remove(self._state)


class Sheets(base_classes.Sheets):
    def __init__(self, book: "Book") -> None:
        self._book = book

    def __iter__(self) -> Any:
        return iter([Sheet(self._book, state) for state in self._book._states])

    def __len__(self) -> int:
        return len(self._book._states)

    def __call__(self, key: Any) -> Sheet:
        if isinstance(key, int):
            return Sheet(self._book, self._book._states[key - 1])
        for state in self._book._states:
            if state.name == key:
                return Sheet(self._book, state)
        raise KeyError(key)

    def add(self, before: Any = None, after: Any = None, name: str | None = None) -> Sheet:
        state = SheetState(name or "Sheet1")
        self._book._states.append(state)
        return Sheet(self._book, state)


class Book(base_classes.Book):
    def __init__(self, app: "App", path: Path, sheets: list[SheetState]) -> None:
        self._app, self._path = app, path
        self._states = sheets

    app = property(lambda self: self._app)
    api = property(lambda self: self)
    name = property(lambda self: self._path.name)
    fullname = property(lambda self: str(self._path))
    sheets = property(lambda self: Sheets(self))

    def activate(self) -> None:
        pass
