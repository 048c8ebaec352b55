"""One form written in other ways has the same errors and doubts: only its look may be remarked."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.forms.findings import Severity
from generator.forms.models import from_json
from generator.forms.profiles import load_profile
from generator.forms.review import review
from generator.workbook.layout import load_layout
from generator.workbook.recalculate import facts_of
from tests.real_forms import SHIPPED, data_of
from tests.review.measure import MADE

_FULL_WIDTH = {ord(one): ord(one) + 0xFEE0 for one in "0123456789%()=<>."}
_LOOK = ("VAL-11",)

Writing = Callable[[str], str]


def _full_width(text: str) -> str:
    return text.translate(_FULL_WIDTH)


def _blank_before_units(text: str) -> str:
    return re.sub(r"(?<=[0-9])(?=[(（%％])", " ", text)


def _percent_without_brackets(text: str) -> str:
    return re.sub(r"\(\s*%\s*\)", "%", text)


def _no_needless_zeros(text: str) -> str:
    return re.sub(r"(?<=[0-9])\.0+(?![0-9])", "", text)


def _signs_of_two_letters(text: str) -> str:
    return text.replace("≥", ">=").replace("≤", "<=")


def _lines_around(text: str) -> str:
    return f" {text}\n"


WRITINGS = (
    _full_width,
    _blank_before_units,
    _percent_without_brackets,
    _no_needless_zeros,
    _signs_of_two_letters,
    _lines_around,
)


@pytest.mark.parametrize("path", [*SHIPPED, *MADE], ids=lambda path: path.stem)
@pytest.mark.parametrize("writing", WRITINGS, ids=lambda writing: writing.__name__.strip("_"))
def test_another_way_to_write_changes_no_error_and_no_doubt(path: Path, writing: Writing) -> None:
    data = data_of(path)
    written = {**data, "indicators": [_rewritten(row, writing) for row in data["indicators"]]}
    assert _grave(written) == _grave(data)


def _rewritten(row: dict[str, Any], writing: Writing) -> dict[str, Any]:
    cells = ("target", "actual")
    return {key: writing(text) if key in cells and text else text for key, text in row.items()}


def _grave(data: dict[str, Any]) -> set[tuple[str, str, Severity]]:
    form = from_json(data)
    layout = load_layout(form.layout)
    findings = review(form, load_profile(layout.profile), facts_of(layout))
    return {
        (finding.rule, finding.field, finding.severity)
        for finding in findings
        if finding.severity is not Severity.INFO and finding.rule not in _LOOK
    }
