"""The review of real and made forms, measured against what their readers found."""

from pathlib import Path

import pytest

from generator.forms.findings import Severity
from tests.real_forms import SHIPPED, data_of
from tests.review.lists import expectations
from tests.review.measure import FORMS, MADE, measured

every_form = pytest.mark.parametrize(
    "path", FORMS, ids=lambda path: f"{path.parent.name}/{path.stem}"
)
DOUBTFUL = 0.1
"""At most one warning in ten may be one that no list asks for."""


def test_every_form_has_its_list() -> None:
    assert set(expectations()) == {path.stem for path in (*SHIPPED, *MADE)}


def test_made_forms_are_of_every_kind_the_real_ones_are() -> None:
    """At least twenty, so that the rules are not fitted to the forms they were written with."""
    layouts = {data_of(path)["layout"] for path in SHIPPED}
    assert {data_of(path)["layout"] for path in MADE} >= layouts
    assert len(MADE) >= 20


@every_form
def test_nothing_is_missed(path: Path) -> None:
    assert [(entry.rule, entry.places, entry.why) for entry in measured(path).missed] == []


@every_form
def test_nothing_is_a_false_alarm(path: Path) -> None:
    assert [(each.rule, each.message) for each in measured(path).false_alarms] == []


@every_form
def test_every_error_is_one(path: Path) -> None:
    assert [(each.rule, each.message) for each in measured(path).false_errors] == []


@pytest.mark.parametrize("folder", sorted({path.parent for path in FORMS}), ids=lambda p: p.name)
def test_few_warnings_are_doubtful(folder: Path) -> None:
    results = [measured(path) for path in FORMS if path.parent == folder]
    warnings = [f for r in results for f in r.findings if f.severity is Severity.WARNING]
    doubtful = [f for r in results for f in r.unjudged if f.severity is Severity.WARNING]
    assert len(doubtful) <= DOUBTFUL * len(warnings), [(f.rule, f.message) for f in doubtful]
