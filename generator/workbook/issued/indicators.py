"""The indicators of a self-evaluation: names, targets, weights, levels, number and order."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterator, Sequence

from generator.forms.catalogue import fault
from generator.forms.fields import get, indicator_field
from generator.forms.models import EvaluatedIndicator, Indicator, SelfEvaluationForm
from generator.workbook.issued.discrepancy import BLANK, WHOLE_FORM, Discrepancy, listed
from generator.workbook.issued.stored import IssuedIndicator, StoredRecord, as_text, same, squeezed
from generator.workbook.plan.places import Address
from generator.workbook.reader import Reading

Pair = tuple[int | None, int | None]
"""Index among the issued, index among the returned; ``None`` where there is no such one."""


def paired(
    issued: Sequence[IssuedIndicator], returned: Sequence[Indicator], rows: Sequence[int]
) -> list[Pair]:
    """Return every indicator of both sides once: in the order returned, the removed ones last.

    ``rows`` are the sheet rows of the returned ones.  Rows that issue did not record count as
    the same as long as no indicator was added or removed.
    """
    matches: dict[int, int] = {}
    for key in (_whole, _placed, _named):
        _match(matches, list(map(key, issued)), list(map(key, returned)))
    as_many = len(issued) == len(returned)
    known = [each.row or (rows[n] if as_many else None) for n, each in enumerate(issued)]
    _match(matches, known, list(rows))
    removed = [index for index in range(len(issued)) if index not in set(matches.values())]
    return [
        *((matches.get(index), index) for index in range(len(returned))),
        *((index, None) for index in removed),
    ]


def _match(
    matches: dict[int, int],
    issued: Sequence[Hashable | None],
    returned: Sequence[Hashable | None],
) -> None:
    """Match what is still single on both sides and has the same key, in order."""
    taken = set(matches.values())
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for index, key in enumerate(issued):
        if index not in taken and key is not None:
            waiting[key].append(index)
    for index, key in enumerate(returned):
        if index not in matches and key is not None and waiting.get(key):
            matches[index] = waiting[key].popleft()


def _whole(row: IssuedIndicator | Indicator) -> Hashable | None:
    return (_placed(row), squeezed(row.target)) if row.name else None


def _placed(row: IssuedIndicator | Indicator) -> Hashable | None:
    return (row.level1, row.level2, squeezed(row.name)) if row.name else None


def _named(row: IssuedIndicator | Indicator) -> Hashable | None:
    return squeezed(row.name) if row.name else None


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
