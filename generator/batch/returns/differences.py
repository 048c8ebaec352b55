"""In which fields two returns of one form differ, in words."""

from collections.abc import Iterator
from decimal import Decimal

from generator.batch.returns.wording import wording
from generator.forms.field_names import name_of
from generator.forms.fields import get, indicator_columns, indicator_field
from generator.forms.models import Form
from generator.workbook.layout import load_layout

_LONGEST = 20
"""Characters of a value that are quoted."""


def differences(this: Form, newest: Form) -> str | None:
    """Return what differs, ``None`` where nothing does; forms of different layouts differ in all.

    Each is written 第3项指标的得分 2.70 → 2.10: what ``this`` says, what ``newest`` says.
    """
    words = wording()
    found = list(_found(this, newest))
    if not found:
        return None
    listed = "；".join(found[: words.most])
    more = len(found) > words.most
    return words.more.format(listed=listed, count=len(found)) if more else listed


def _found(this: Form, newest: Form) -> Iterator[str]:
    if this.layout != newest.layout:
        yield _written(name_of("title"), this.title, newest.title)
        return
    for field in load_layout(this.layout).fields:
        yield from _of_field(this, newest, field)
    if len(this.indicators) != len(newest.indicators):
        counts = str(len(this.indicators)), str(len(newest.indicators))
        yield _written(wording().indicators, *counts)
    for index in range(min(len(this.indicators), len(newest.indicators))):
        for column in indicator_columns(type(this)):
            yield from _of_field(this, newest, indicator_field(index, column))


def _of_field(this: Form, newest: Form, field: str) -> Iterator[str]:
    before, after = get(this, field), get(newest, field)
    if before != after:
        yield _written(name_of(field), before, after)


def _written(place: str, this: object, newest: object) -> str:
    return wording().difference.format(place=place, this=_shown(this), newest=_shown(newest))


def _shown(value: object) -> str:
    if value is None:
        return wording().blank
    text = _figure(value) if isinstance(value, Decimal) else " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _figure(value: Decimal) -> str:
    """Write points and money with two decimals at least, as the forms show them."""
    rounded = round(value, 2)
    return format(rounded if rounded == value else value, ",f")
