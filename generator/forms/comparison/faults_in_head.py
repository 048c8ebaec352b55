"""CMP-5: one project under different spellings of its name, department or unit."""

from collections.abc import Iterator

from generator.forms.comparison.bodies import same_body
from generator.forms.comparison.faulty import Said, names_of, told
from generator.forms.comparison.names import timeless
from generator.forms.comparison.wording import wording
from generator.forms.models import Form

_BODIES = ("department", "unit")


def faults_in_head(current: Form, earlier: Form) -> Iterator[Said]:
    """Yield the names that are not those of the earlier form; a year in a name is no difference."""
    for field in ("project_name", *_BODIES):
        now, before = getattr(current, field), getattr(earlier, field)
        if not now or not before or now == before or _same_but_for_year(field, now, before):
            continue
        other_body = field in _BODIES and not same_body(now, before)
        yield told(
            "CMP-5",
            field,
            {"name": wording().phrases[field], **names_of(current, earlier)},
            entered=now,
            expected=before,
            variant="other_body" if other_body else None,
        )


def _same_but_for_year(field: str, now: str, before: str) -> bool:
    return field == "project_name" and timeless(now) == timeless(before)
