"""Formats other than .xlsx give the same form as the .xlsx they were saved from."""

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.batch.examine import examine
from generator.forms.models import TargetForm, to_json
from generator.workbook.reader import Reading, read_workbook_form
from generator.workbook.rejection import Rejected
from generator.workbook.writer import write_form
from tests.forms.forms import target
from tests.intake.test_archives import RETURNED
from tests.intake.xlsb import Value, xlsb_of
from tests.libreoffice.office import Office, needs_libreoffice
from tests.same_form import differences

SAMPLES = sorted(RETURNED.glob("*.xlsx"))
FILES = Path(__file__).parent / "files"


@pytest.fixture(scope="module", params=["xls", "ods"])
def converted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    return Office(folder).convert(SAMPLES, request.param, folder / "saved")[0].parent


def as_xlsb(path: Path) -> bytes:
    book = load_workbook(path, data_only=True)
    sheets: dict[str, list[Value]] = {}
    for sheet in book.worksheets:
        cells = (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)
        sheets[sheet.title] = [(c.row - 1, c.column - 1, _value(c.value)) for c in cells]
    return xlsb_of(sheets)


def _value(value: Any) -> str | float:
    return float(value) if isinstance(value, int | float) else str(value).removesuffix(" 00:00:00")


def rules(reading: Reading) -> list[str]:
    return [note.rule for note in reading.notes if note.rule in ("REA-3", "REA-4")]


@pytest.mark.libreoffice
@needs_libreoffice
def test_saved_by_libreoffice(converted: Path) -> None:
    for path in SAMPLES:
        reading = read_workbook_form(next(converted.glob(f"{path.stem}.*")))
        expected = to_json(read_workbook_form(path).form)
        assert list(differences(expected, to_json(reading.form))) == [], path.stem
        assert rules(reading) == ["REA-4"]
        assert reading.issued == read_workbook_form(path).issued


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_saved_as_xlsb(path: Path) -> None:
    reading = read_workbook_form(as_xlsb(path))
    assert list(differences(to_json(read_workbook_form(path).form), to_json(reading.form))) == []
    assert (reading.foreign, rules(reading)) == (".xlsb", ["REA-4"])


def test_a_form_that_is_not_ours_is_said_to_be_so() -> None:
    book = load_workbook(SAMPLES[0], data_only=True)
    del book["_jixiao"]
    buffer = io.BytesIO()
    book.save(buffer)
    cells = [
        (c.row - 1, c.column - 1, _value(c.value))
        for row in book.worksheets[0].iter_rows()
        for c in row
        if c.value is not None
    ]
    assert rules(read_workbook_form(xlsb_of({"表": cells}))) == ["REA-3", "REA-4"]


def test_the_recalculated_copy_is_a_workbook_of_ours() -> None:
    done = examine(as_xlsb(SAMPLES[0]), "表.xlsb").recalculation
    assert done is not None
    copy = read_workbook_form(done.to_bytes())
    assert (copy.foreign, rules(copy)) == (None, [])
    entered = to_json(done.reading.form)["indicators"]
    assert list(differences(entered, to_json(copy.form)["indicators"])) == []


@pytest.mark.parametrize(
    ("name", "password", "code"),
    [
        ("password.xls", None, "PKG-ENCRYPTED"),
        ("password.xls", "falsch", "PKG-WRONG-PASSWORD"),
        ("password.ods", "geheim", "FOREIGN-PROTECTED"),
    ],
)
def test_a_password_is_asked_for(name: str, password: str | None, code: str) -> None:
    with pytest.raises(Rejected) as refused:
        read_workbook_form(FILES / name, password=password)
    assert refused.value.rejection.code == code


@pytest.mark.parametrize("password", [None, "anything"])
def test_protection_of_the_structure_needs_no_password(password: str | None) -> None:
    expected = to_json(read_workbook_form(RETURNED / "mh2024-01.xlsx").form)
    for name, given in (("structure-only.xls", password), ("password.xls", "geheim")):
        form = to_json(read_workbook_form(FILES / name, password=given).form)
        assert list(differences(expected, form)) == []


def test_a_sum_of_nothing_saved_as_zero_is_no_figure() -> None:
    """LibreOffice writes 0 into an .xls where the form's own formula shows nothing."""
    form = target()
    form.funds.total_funds = form.funds.fiscal_funds = form.funds.other_funds = None
    issued = write_form(form)
    at = read_workbook_form(issued).places.scalars["funds.total_funds"]
    book = load_workbook(io.BytesIO(issued), data_only=True)
    book.worksheets[0].cell(at.row, at.column).value = 0
    sheets = {
        sheet.title: [
            (cell.row - 1, cell.column - 1, _value(cell.value))
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        ]
        for sheet in book.worksheets
    }
    reading = read_workbook_form(xlsb_of(sheets))
    assert reading.foreign == ".xlsb"
    assert isinstance(reading.form, TargetForm)
    assert reading.form.funds.total_funds is None
