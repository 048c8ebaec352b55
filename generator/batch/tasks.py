"""What a run has to do: the files to recalculate, and what their results are called."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.batch.inputs import Input
from generator.batch.made_anew import MadeAnew
from generator.batch.outputs import copy_names


class Task(NamedTuple):
    """One file to recalculate: where it is, and what its results are called below the folder."""

    source: Input
    target: str


class Tasks(MadeAnew[Task]):
    """The tasks for some inputs; ``renamed`` are the results not called as their inputs are."""

    def __init__(self, inputs: Sequence[Input], renamed: Mapping[int, str]) -> None:
        self.inputs, self._renamed = inputs, renamed

    def __len__(self) -> int:
        return len(self.inputs)

    def _made(self, number: int) -> Task:
        source = self.inputs[number]
        return Task(source, self._renamed.get(number, source.file))


def tasks_for(inputs: Sequence[Input]) -> Tasks:
    """Return the tasks for some inputs, their results' names made distinct."""
    files = [each.file for each in inputs]
    names = enumerate(zip(files, copy_names(files), strict=True))
    return Tasks(inputs, {number: name for number, (file, name) in names if name != file})
