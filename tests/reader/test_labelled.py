"""Forms without our hidden sheet are read by their labels."""

import io
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from generator.forms.models import from_json, to_json
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
