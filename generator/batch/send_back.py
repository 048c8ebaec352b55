"""退回修改 copies: the person's own workbook, or its form written anew where it was no .xlsx."""

from pathlib import Path

from msgspec.structs import replace

from generator.batch.examine import Examined, located
from generator.batch.intake import Input, loaded
from generator.batch.outcome import Outcome
from generator.batch.report.return_copy import return_copy
from generator.workbook.opening import open_workbook
from generator.workbook.package import Limits
from generator.workbook.package.limits import DEFAULT, read_source
from generator.workbook.reader import read_workbook_form


def copy_to_send_back(
    source: Input,
    examined: Examined,
    recalculated: bytes,
    password: str | None = None,
    limits: Limits = DEFAULT,
) -> bytes:
    """Return the copy with the findings in it; ``recalculated`` is the recalculated copy.

    Raises ``Rejected`` where the return cannot be opened a second time.
    """
    done = examined.recalculation
    if done is not None and done.reading.foreign is not None:
        return return_copy(recalculated, _moved(examined.outcome, recalculated))
    original = open_workbook(loaded(source, limits), limits, password).package
    return return_copy(original, examined.outcome)


def copy_to_send_back_again(
    source: Input,
    outcome: Outcome,
    recalculated: Path,
    password: str | None = None,
    limits: Limits = DEFAULT,
) -> bytes:
    """Return the copy for an answer that came to have more in it after the first copy was made.

    ``recalculated`` is where the recalculated copy lies.  Raises ``Rejected`` where that or the
    return cannot be opened.
    """
    original = open_workbook(loaded(source, limits), limits, password)
    if original.foreign is None:
        return return_copy(original.package, outcome)
    copy = read_source(recalculated, limits)
    return return_copy(copy, _moved(outcome, copy))


def _moved(outcome: Outcome, workbook: bytes) -> Outcome:
    """Return the answer with every finding at its place in another workbook of the same form."""
    places = read_workbook_form(workbook).places
    return replace(
        outcome, findings=tuple(located(each.finding, places) for each in outcome.findings)
    )
