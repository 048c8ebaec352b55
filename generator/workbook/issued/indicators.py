"""The indicators of a self-evaluation: names, targets, weights, levels, number and order."""

from collections.abc import Iterator, Sequence

from generator.forms.catalogue import fault
from generator.forms.fields import get, indicator_field
from generator.forms.models import EvaluatedIndicator, SelfEvaluationForm
from generator.workbook.issued.discrepancy import BLANK, WHOLE_FORM, Discrepancy, listed
from generator.workbook.issued.pairing import Pair, paired
from generator.workbook.issued.stored import IssuedIndicator, StoredRecord, as_text, same, squeezed
from generator.workbook.plan.places import Address
from generator.workbook.reader import Reading

_COLUMNS = {"name": "三级指标名称", "target": "指标值", "weight": "分值"}
Renamed = set[tuple[str, str]]
"""Level names that were changed in their own cells: as issued, as returned."""


def changed_indicators(
    reading: Reading, record: StoredRecord, renamed: Renamed
) -> Iterator[Discrepancy]:
    """Yield what happened to the indicators issued; a target form's are open, none is issued.

    ``renamed`` levels were reported where they stand and are not reported for each indicator.
    """
    form, issued = reading.form, record.indicators
    if not issued or not isinstance(form, SelfEvaluationForm) or _all_same(issued, form.indicators):
        return
    pairs = paired(issued, form.indicators, reading.places.rows)
    moved: set[tuple[str, str]] = set()
    for before, after in pairs:
        if after is None and before is not None:
            yield _removed(reading, issued[before])
        elif before is None and after is not None:
            yield _added(reading, after)
        elif before is not None and after is not None:
            yield from _changed(reading, issued[before], after)
            yield from _regrouped(reading, issued[before], after, renamed, moved)
    yield from _reordered(reading, issued, pairs)


def _all_same(issued: Sequence[IssuedIndicator], returned: Sequence[EvaluatedIndicator]) -> bool:
    return len(issued) == len(returned) and all(
        before.level1 == after.level1
        and before.level2 == after.level2
        and all(same(getattr(before, name), getattr(after, name)) for name in before.locked)
        for before, after in zip(issued, returned, strict=True)
    )


def _changed(reading: Reading, issued: IssuedIndicator, index: int) -> Iterator[Discrepancy]:
    for name in issued.locked:
        field = indicator_field(index, name)
        before, after = getattr(issued, name), get(reading.form, field)
        if not same(before, after):
            found = fault(
                field,
                entered=as_text(after) or BLANK,
                expected=before,
                number=index + 1,
                name=issued.name or BLANK,
                column=_COLUMNS[name],
            )
            yield Discrepancy("ISS-1", found, reading.places.find(field))


def _removed(reading: Reading, issued: IssuedIndicator) -> Discrepancy:
    places = reading.places
    found = fault(
        WHOLE_FORM, entered=BLANK, expected=issued.name, variant="removed", name=issued.name or ""
    )
    row = issued.row or places.first_row
    return Discrepancy("ISS-2", found, Address(places.sheet, row, places.columns["name"]))


def _added(reading: Reading, index: int) -> Discrepancy:
    field = indicator_field(index, "name")
    name = get(reading.form, field) or BLANK
    found = fault(field, entered=name, expected=BLANK, number=index + 1)
    return Discrepancy("ISS-2", found, reading.places.find(field))


def _regrouped(
    reading: Reading,
    issued: IssuedIndicator,
    index: int,
    renamed: Renamed,
    moved: set[tuple[str, str]],
) -> Iterator[Discrepancy]:
    """Yield an indicator that stands under other levels, one for each such move."""
    for level in ("level1", "level2"):
        field = indicator_field(index, level)
        before, after = getattr(issued, level) or BLANK, get(reading.form, field) or BLANK
        move = (before, after)
        if squeezed(before) != squeezed(after) and move not in renamed | moved:
            moved.add(move)
            found = fault(
                field, entered=after, expected=before, variant="group", name=issued.name or BLANK
            )
            yield Discrepancy("ISS-3", found, reading.places.find(field))


def _reordered(
    reading: Reading, issued: Sequence[IssuedIndicator], pairs: Sequence[Pair]
) -> Iterator[Discrepancy]:
    kept = [(before, after) for before, after in pairs if None not in (before, after)]
    in_order = sorted(before for before, _ in kept if before is not None)
    displaced = [
        (before, after)
        for (before, after), due in zip(kept, in_order, strict=True)
        if before is not None and after is not None and before != due
    ]
    if displaced:
        field = indicator_field(displaced[0][1], "name")
        names = listed([f"“{issued[before].name or BLANK}”" for before, _ in displaced])
        yield Discrepancy("ISS-3", fault(field, names=names), reading.places.find(field))
