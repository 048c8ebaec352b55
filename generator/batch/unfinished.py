"""The answers to files that could not be finished: too slow, too large, or the machine refused."""

from generator.batch.intake import Input
from generator.batch.outcome import Outcome
from generator.batch.system_errors import in_chinese
from generator.workbook.rejection import reject

_MB = 1024 * 1024
TRANSIENT = frozenset(
    {"FILE-TIMEOUT", "FILE-MEMORY", "FILE-CRASHED", "OUTPUT-FAILED"}
    | {"PKG-ENCRYPTED", "PKG-WRONG-PASSWORD", "PKG-NO-PERMISSION"}
)
"""Answers that may be another one the next time: a resumed run asks again."""


def timed_out(source: Input, seconds: int) -> Outcome:
    """Return the answer to a file that took longer than its seconds."""
    return Outcome(source.file, reject("FILE-TIMEOUT", limit=seconds).rejection)


def out_of_memory(source: Input, memory: int) -> Outcome:
    """Return the answer to a file that needed more than its bytes of memory."""
    return Outcome(source.file, reject("FILE-MEMORY", limit=memory // _MB).rejection)


def crashed(source: Input) -> Outcome:
    """Return the answer to a file at which the program itself failed."""
    return Outcome(source.file, reject("FILE-CRASHED").rejection)


def not_written(source: Input, error: OSError) -> Outcome:
    """Return the answer to a file whose result could not be written."""
    return Outcome(source.file, reject("OUTPUT-FAILED", reason=in_chinese(error)).rejection)
