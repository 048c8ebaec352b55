"""The inputs found, kept as a few dozen bytes each."""

import marshal
from array import array
from collections.abc import Iterable

from generator.batch.intake.archive import Member
from generator.batch.intake.found import Input
from generator.batch.made_anew import MadeAnew
from generator.workbook.rejection import Rejection


class InputsKept(MadeAnew[Input]):
    """Inputs in the order added; to be added to like a list.

    A record names its folder, or its archive, by a number: they are few.
    """

    def __init__(self, inputs: Iterable[Input] = ()) -> None:
        self._places: dict[str, int] = {}
        self._named: list[str] = []
        self._records, self._ends = bytearray(), array("Q", [0])
        self.extend(inputs)

    def append(self, found: Input) -> None:
        """Add one at the end."""
        in_folder = found.place.endswith(found.name)  # the rest differs on Windows
        place = found.place.removesuffix(found.name) if in_folder else found.place
        members, refusal = [tuple(each) for each in found.members], found.refusal
        why = None if refusal is None else (refusal.code, refusal.message)
        self._records += marshal.dumps((self._number(place), in_folder, found.file, members, why))
        self._ends.append(len(self._records))

    def extend(self, inputs: Iterable[Input]) -> None:
        """Add some at the end."""
        for each in inputs:
            self.append(each)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def _number(self, place: str) -> int:
        number = self._places.setdefault(place, len(self._named))
        if number == len(self._named):
            self._named.append(place)
        return number

    def _made(self, number: int) -> Input:
        record = self._records[self._ends[number] : self._ends[number + 1]]
        place, in_folder, file, members, why = marshal.loads(record)
        return Input(
            self._named[place] + (file.rpartition("/")[2] if in_folder else ""),
            file,
            tuple(Member(*each) for each in members),
            None if why is None else Rejection(*why),
        )
