"""Checking returned workbooks: one answer each, nothing written."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from generator.batch.allowance import USUAL, Allowance
from generator.batch.examine import Examined, crashed, examine, out_of_memory, timed_out
from generator.batch.intake import Input
from generator.batch.outcome import Outcome
from generator.batch.parallel import Guard, in_order
from generator.batch.returns.issuer import Issuer


class CheckRun(Struct, frozen=True):
    """How files are looked at: ``issuer`` tests their seals, ``password`` opens protected ones."""

    password: str | None = None
    issuer: Issuer | None = None
    allowance: Allowance = USUAL
    jobs: int | None = None

    def outcomes(self, inputs: Sequence[Input]) -> Iterator[Outcome]:
        """Yield the answer to every file, in order."""
        return in_order(partial(_outcome, self), inputs, self._guard(), self.jobs)

    def examined(self, inputs: Sequence[Input]) -> Iterator[Examined]:
        """Yield the answers with what they rest on, in order; all in this process."""
        guard = self._guard()
        for each in inputs:
            made: list[Examined] = []
            outcome = guard.do(partial(self._examine, made), each)
            yield made[0] if made else Examined(outcome)

    def _examine(self, made: list[Examined], source: Input) -> Outcome:
        made.append(_examined(self, source))
        return made[0].outcome

    def _guard(self) -> Guard[Input, Outcome]:
        seconds, memory = self.allowance.seconds, self.allowance.memory
        late = partial(timed_out, seconds=seconds)
        return Guard(late, partial(out_of_memory, memory=memory), crashed, seconds, memory)


def _examined(run: CheckRun, source: Input) -> Examined:
    return examine(source, source.file, run.allowance.limits, run.password, run.issuer)


def _outcome(run: CheckRun, source: Input) -> Outcome:
    return _examined(run, source).outcome
