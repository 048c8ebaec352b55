"""Recalculating returns: computed cells computed, entries as typed, nothing else touched."""

import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.forms.models import SelfEvaluationForm, from_json
from generator.workbook.reader import read_workbook_form
from generator.workbook.recalculate import recalculate
from generator.workbook.writer import FormOptions, write_form
from tests.reader.copies import saved
from tests.real_forms import SHIPPED, data_of, every_real_form

SHANGHAI = next(path for path in SHIPPED if path.stem == "sh2023-01")


def returned(path: Path, *, as_printed: bool = True) -> bytes:
    return write_form(from_json(data_of(path)), FormOptions(as_printed=as_printed))


def parts(workbook: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@every_real_form
def test_only_the_form_sheet_changes(path: Path) -> None:
    before = returned(path)
    after = recalculate(read_workbook_form(before)).to_bytes()
    changed = {name for name, data in parts(after).items() if parts(before)[name] != data}
    assert changed <= {"xl/worksheets/sheet1.xml"}


@every_real_form
def test_recalculating_again_changes_nothing(path: Path) -> None:
    once = recalculate(read_workbook_form(returned(path))).to_bytes()
    assert recalculate(read_workbook_form(once)).to_bytes() == once


@every_real_form
def test_a_live_form_needs_nothing(path: Path) -> None:
    live = returned(path, as_printed=False)
    assert recalculate(read_workbook_form(live)).to_bytes() == live


def test_known_truths_of_sh2023_01() -> None:
    done = recalculate(read_workbook_form(returned(SHANGHAI)))
    assert done.scores is not None
    assert done.scores.execution_rate == Decimal("72.47")
    assert done.scores.total_score == Decimal("95.84")
    assert done.scores.indicators[2].score == Decimal("2.10")
    form = read_workbook_form(done.to_bytes()).form
    assert isinstance(form, SelfEvaluationForm)
    assert form.indicators[2].score == Decimal("2.70"), "a person's score stays"
    assert form.total_score == Decimal("95.84")


def _typed(cells: dict[str, object]) -> SelfEvaluationForm:
    """Return the recalculated form after somebody typed into a live one."""
    book = load_workbook(io.BytesIO(returned(SHANGHAI, as_printed=False)))
    for address, value in cells.items():
        book.worksheets[0][address].value = value
    form = read_workbook_form(recalculate(read_workbook_form(saved(book))).to_bytes()).form
    assert isinstance(form, SelfEvaluationForm)
    return form


def test_a_blank_score_gets_the_rules(tmp_path: Path) -> None:
    assert _typed({"G14": None}).indicators[2].score == Decimal("2.10")


@pytest.mark.parametrize("target", ["不少于六百万人次", "600万(人次)以上"])
def test_a_score_no_formula_reads_is_written_as_a_number(target: str) -> None:
    form = _typed({"G14": None, "D14": target, "E14": "300万人次"})
    assert form.indicators[2].score == Decimal("1.50")


def test_a_formula_typed_into_a_score_is_a_persons_score() -> None:
    book = load_workbook(io.BytesIO(returned(SHANGHAI, as_printed=False)))
    book.worksheets[0]["G14"].value = "=2+0.5"
    reading = read_workbook_form(saved(book))
    assert "indicators[2].score" not in reading.formulas
    assert "indicators[2].score" not in {n.field for n in reading.notes}


def test_an_overtyped_total_is_restored_from_its_parts() -> None:
    form = _typed({"D5": 9999})
    assert form.funds.annual_total.adjusted_budget == Decimal("2653.26")
    assert form.funds.annual_total.execution_rate == Decimal("72.47")


def test_a_result_no_form_can_hold_is_blank() -> None:
    """A rate of 9 and 24 zeros, of entries that each are within their limits."""
    data = {
        "layout": "sh-eval-2023",
        "funds": {
            "annual_total": {
                "adjusted_budget": "0.0000000001",
                "actual_expenditure": "9000000000000",
            }
        },
        "indicators": [{"name": "甲", "target": "≥1个", "actual": "1个", "weight": "90"}],
    }
    done = recalculate(read_workbook_form(write_form(from_json(data))))
    assert done.scores is not None and done.scores.execution_rate == Decimal("9E24")
    assert isinstance(done.form, SelfEvaluationForm)
    assert done.form.funds.annual_total.execution_rate is None
    assert done.form.funds.annual_total.score == done.scores.execution_score
