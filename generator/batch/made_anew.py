"""Sequences that hold no objects: each is made when it is asked for.

A run over tens of thousands of files lists them all, and every worker starts with that list.
"""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar, overload

Thing = TypeVar("Thing")


class MadeAnew(Sequence[Thing]):
    """A subclass says how many there are, and makes the one at a place."""

    @abstractmethod
    def _made(self, number: int) -> Thing:
        """Return the thing at a place, counted from 0."""

    @overload
    def __getitem__(self, number: int) -> Thing: ...
    @overload
    def __getitem__(self, number: slice) -> list[Thing]: ...
    def __getitem__(self, number: int | slice) -> Thing | list[Thing]:
        """Return one, or several as a list; raises ``IndexError`` past the end."""
        places = range(len(self))[number]
        if isinstance(places, range):
            return [self._made(place) for place in places]
        return self._made(places)
