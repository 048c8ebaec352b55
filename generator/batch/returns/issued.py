"""The findings on one return: everything in which it departs from what was issued."""

from collections.abc import Iterator

from generator.batch.outcome import Located, Outcome
from generator.batch.report.wording import wording
from generator.batch.returns.issuer import Issuer
from generator.batch.returns.ledger import FIRST
from generator.forms.catalogue import finding
from generator.workbook.issued.compare import discrepancies
from generator.workbook.issued.discrepancy import Discrepancy, on_the_whole
from generator.workbook.issued.origin import Verdict, judge
from generator.workbook.issued.stored import stored_record
from generator.workbook.reader import Reading
from generator.workbook.recalculate import Recalculation

_WITHDRAWN = "ISS-16"
CHECK_SHEET = "校验结果"
"""What the ribbon's button 校验本表 lists its findings on."""


def issued_findings(done: Recalculation, issuer: Issuer | None) -> Iterator[Located]:
    """Yield the findings; without an ``issuer`` seals and withdrawn issues are not tested."""
    keys = None if issuer is None else issuer.keys()
    if issuer is not None:
        yield from _located(done, _withdrawn(done.reading, issuer))
    yield from _located(done, discrepancies(done, keys, _is_answer))


def issue_number(reading: Reading, issuer: Issuer | None) -> int | None:
    """Return which issue of the project's form this is, ``None`` where nothing says so.

    A later number than the first voids other returns: it has to stand under a seal of the
    issuer's, where there are keys to test it with.
    """
    record, number = reading.issued.record, _stated_number(reading)
    keys = None if issuer is None else issuer.keys()
    if keys is None or number is None or number <= FIRST:
        return number
    verdict = judge(record, reading.issued.seal, None, keys)
    return number if verdict is Verdict.GENUINE else None


def _stated_number(reading: Reading) -> int | None:
    record = stored_record(reading.issued.record) if reading.issued.record else None
    return None if record is None else record.issue


def is_void(outcome: Outcome) -> bool:
    """Tell whether a return was found to be of an issue that was withdrawn."""
    return any(each.finding.rule == _WITHDRAWN for each in outcome.findings)


def withdrawn(number: int, valid: int, day: str | None) -> Discrepancy:
    """Return that a form is of an issue that was withdrawn, on ``day`` (ISO) as far as known."""
    numbers = {"entered": str(number), "expected": str(valid)}
    if day is None:
        return on_the_whole(_WITHDRAWN, "undated", **numbers)
    return on_the_whole(_WITHDRAWN, day=_in_chinese(day), **numbers)


def _withdrawn(reading: Reading, issuer: Issuer) -> Iterator[Discrepancy]:
    valid, number = issuer.reissued().get(reading.issued.project_id), _stated_number(reading)
    if valid is not None and number is not None and number < valid.issue:
        yield withdrawn(number, valid.issue, valid.day)


def _located(done: Recalculation, found: Iterator[Discrepancy]) -> Iterator[Located]:
    for rule, each, place in found:
        where = (None, None) if place is None else (place.sheet, place.a1)
        yield Located(finding(rule, each, done.profile), *where)


def _in_chinese(day: str) -> str:
    year, _, rest = day.partition("-")
    month, _, date = rest.partition("-")
    return f"{year}年{month.lstrip('0')}月{date.lstrip('0')}日"


def _is_answer(sheet: str) -> bool:
    """Tell whether a sheet is called like one we add: to copies sent back, or by the ribbon."""
    return sheet.startswith((wording().return_copy.sheet, CHECK_SHEET))
