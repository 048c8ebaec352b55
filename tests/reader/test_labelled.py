"""Forms without our hidden sheet are read by their labels."""

import io
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from generator.forms.models import EvaluationFunds, from_json, to_json
from generator.workbook.reader import Origin, read_workbook_form
from generator.workbook.rejection import Rejected
from generator.workbook.writer import FormOptions, write_form
from tests.reader.copies import copied, saved
from tests.real_forms import SHIPPED, data_of, every_real_form
from tests.same_form import differences

_UNSEEN = (".fiscal_year:", ".rating:", ".total_funds:")
"""What a copy of some forms does not show: it lives in the hidden sheet or beside the form."""


def _printed(path: Path) -> bytes:
    return write_form(from_json(data_of(path)), FormOptions(as_printed=True))


@every_real_form
@pytest.mark.parametrize(("down", "right", "merged"), [(0, 0, True), (3, 2, True), (2, 1, False)])
def test_a_copied_form_is_read_by_its_labels(
    path: Path, down: int, right: int, merged: bool
) -> None:
    copy = copied(_printed(path), down=down, right=right, merged=merged)
    reading = read_workbook_form(copy)
    assert reading.origin is Origin.LABELLED
    assert "REA-3" in {note.rule for note in reading.notes}
    data = data_of(path)
    unseen = [field for field in _UNSEEN if field[1:-1] not in reading.layout.printed]
    changed = differences(data, to_json(reading.form))
    assert [each for each in changed if not each.startswith(tuple(unseen))] == []


def test_the_year_is_taken_from_the_file_name_last(tmp_path: Path) -> None:
    path = next(each for each in SHIPPED if each.stem.startswith("sh2023"))
    file = tmp_path / "单位_项目_2023年_绩效自评表.xlsx"
    file.write_bytes(copied(_printed(path)))
    assert read_workbook_form(file).form.fiscal_year == 2023


def test_the_form_is_found_on_whatever_sheet_it_stands() -> None:
    path = next(each for each in SHIPPED if each.stem.startswith("sz2021"))
    book = load_workbook(io.BytesIO(copied(_printed(path))))
    cover = book.create_sheet("封面", 0)
    cover["A1"] = "填报单位：某单位"
    reading = read_workbook_form(saved(book))
    assert reading.places.sheet == "Sheet"
    assert reading.form.project_name == data_of(path)["project_name"]


def test_a_workbook_of_another_kind_is_refused() -> None:
    book = Workbook()
    assert book.active is not None
    book.active["A1"] = "职工花名册"
    with pytest.raises(Rejected) as refused:
        read_workbook_form(saved(book))
    assert refused.value.rejection.code == "FORM-NONE"


def test_of_two_forms_in_one_workbook_the_other_is_named() -> None:
    """Each workbook is one return: what is not read has to be said, or nobody reviews it."""
    path = next(each for each in SHIPPED if each.stem.startswith("sz2021"))
    book = load_workbook(io.BytesIO(copied(_printed(path))))
    other = book.copy_worksheet(book.worksheets[0])
    other.title = "第二个项目"
    reading = read_workbook_form(saved(book))
    assert reading.places.sheet == "Sheet"
    notes = [(note.rule, note.entered) for note in reading.notes if note.rule == "REA-5"]
    assert notes == [("REA-5", "第二个项目")]
    book.create_sheet("封面")["A1"] = "填报单位：某单位"
    del book["第二个项目"]
    assert "REA-5" not in {note.rule for note in read_workbook_form(saved(book)).notes}


def test_a_blank_entry_does_not_take_the_figure_beside_it() -> None:
    """With 年初预算数 left blank the next figure in the row is 全年预算数, and stays that."""
    path = next(each for each in SHIPPED if each.stem.startswith("sh2023"))
    for merged in (True, False):
        book = load_workbook(io.BytesIO(copied(_printed(path), merged=merged)))
        sheet = book.worksheets[0]
        sheet["C5"].value = sheet["C6"].value = None
        funds = read_workbook_form(saved(book)).form.funds
        assert isinstance(funds, EvaluationFunds)
        printed = data_of(path)["funds"]
        for row in (funds.annual_total, funds.current_appropriation):
            assert row.initial_budget is None
        assert str(funds.annual_total.adjusted_budget) == printed["annual_total"]["adjusted_budget"]
