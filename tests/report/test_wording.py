"""The words of the reports fit the values they are filled with."""

import re
from pathlib import Path

from generator.batch.report.shown import (
    Urgency,
    finding_values,
    form_values,
    plain,
    rejected_values,
)
from generator.batch.report.wording import wording
from generator.resources import templates

from .outcomes import ERROR, outcome, rejected


def test_every_column_has_its_value() -> None:
    book, form = wording().book, form_values(outcome("甲"))
    finding = finding_values(ERROR)
    assert {column.key for column in book.forms.columns} <= set(form)
    assert {column.key for column in book.findings.columns} <= set(form) | set(finding)
    assert {column.key for column in book.rejected.columns} <= set(rejected_values(rejected("坏")))
    returned = {column.key for column in wording().return_copy.columns}
    assert returned <= {"number", *finding}


def test_every_urgency_has_its_words() -> None:
    assert set(wording().urgency) == set(Urgency) == set(wording().page.advice)


def test_the_page_uses_every_word_given() -> None:
    source = templates("reports", "review.html.j2").read_text("utf-8")
    used = set(re.findall(r"words\.(\w+)", source))
    assert set(type(wording().page).model_fields) - {"most_forms"} == used


def test_a_long_text_is_cut_and_says_so() -> None:
    shown = plain("长" * 40_000)
    assert shown.startswith("长" * wording().longest + "……")
    assert shown.endswith("（全文共 40,000 字，此处从略）")


def test_templates_escape_by_themselves() -> None:
    for path in Path(templates("reports")).glob("*.j2"):
        assert "|safe" not in path.read_text("utf-8")
