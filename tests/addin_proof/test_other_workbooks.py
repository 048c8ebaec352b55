"""The buttons on workbooks they are not for, or may not write into: one sentence, nothing else."""

import re
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from tests.addin_proof.desk import Desk
from tests.addin_proof.pictures import Picture, picture
from tests.addin_proof.proofs import checking
from tests.addin_proof.registry import RETURNED
from tests.addin_proof.saved_files import saved_sheet
from tests.real_forms import ROOT
from xladdin.libreoffice import PasswordError, unprotect
from xladdin.ribbon import button_table

pytestmark = pytest.mark.libreoffice

ON_THE_FORM = [
    button.id
    for group in button_table().groups
    for button in group.buttons
    if group.id not in ("batch", "help") or button.id == "rules"
]
CHECKED_BY = re.compile(r"<ns\d:formula1>AND\(.*</ns\d:formula1>")
HASH = re.compile(r' (algorithmName|hashValue|saltValue|spinCount|password)="[^"]*"')
PASSWORD = "秘密123"


def wages(folder: Path) -> Path:
    """A protected workbook of somebody's own, with a formula, a colour and a note."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["姓名", "工资", "合计"])
    sheet.append(["张三", 8000, "=B2*12"])
    sheet["B2"].comment = Comment("已核对", "会计")
    sheet["B2"].fill = openpyxl.styles.PatternFill("solid", "FFFF00")
    sheet.protection.sheet = True
    book.save(folder / "工资表.xlsx")
    return folder / "工资表.xlsx"


def project_list(folder: Path) -> Path:
    """A workbook made by us that is no form."""
    return ROOT / "sample_workbooks" / "项目清单.xlsx"


@pytest.mark.parametrize("made", [wages, project_list])
def test_a_workbook_that_is_no_form_stays_as_it_is(
    made: object, desk: Desk, tmp_path: Path
) -> None:
    assert callable(made)
    source: Path = made(tmp_path)
    untouched = desk.saved_untouched(source)
    book = desk.open(source)
    before = source.read_bytes()
    for button_id in ON_THE_FORM:
        told = book.click(button_id, yes=True, file=RETURNED / "sh2026-01.xlsx")
        assert told.endswith("。") and told.count("。") == 1, (button_id, told)
        assert book.path.read_bytes() == before
    assert book.click("undo") == "没有可以撤销的操作。"
    assert picture(book.saved()) == picture(untouched)


def test_a_form_with_a_row_put_in_since_it_was_saved_stays_as_it_is(desk: Desk) -> None:
    """Its names would point at the wrong cells."""
    sheets = []
    for click in (False, True):
        form = desk.open(RETURNED / "sh2023-04.xlsx")
        unprotect(form.sheet)
        form.sheet.range("8:8").insert("down")
        for button_id in ON_THE_FORM if click else ():
            told = form.click(button_id, yes=True, file=RETURNED / "sh2026-01.xlsx")
            assert "没有改动" in told or "请先保存" in told, (button_id, told)
        form.stand_at((1, 1))
        sheets.append(but_for_formulas_of_entry_checks(picture(form.saved())))
    assert sheets[0] == sheets[1]


def test_without_the_password_only_the_sheet_of_findings_is_written(desk: Desk) -> None:
    source = with_password(desk)
    answer = desk.jixiao.check(source)
    sheet = desk.open(source).reading.places.sheet
    untouched = saved_sheet(desk.saved_untouched(source), sheet)
    form = desk.open(source)
    told = form.click("check")
    assert "没有工作表的密码" in told
    assert form.questions == [form.path.name]
    saved = form.saved()
    found = saved_sheet(saved, sheet)
    assert (found.values, found.colours, found.notes) == (untouched.values, untouched.colours, {})
    assert len(list(saved_sheet(saved, checking.SHEET).lines)) == len(answer["findings"]) + 3
    assert desk.jixiao.check(saved) == answer


def test_with_the_password_marks_come_and_go_and_it_stays(desk: Desk) -> None:
    source = with_password(desk)
    untouched = desk.saved_untouched(source)
    form = desk.open(source)
    assert "已在单元格标出" in form.click("check", password=PASSWORD)
    assert form.sheet.notes
    assert "已清除" in form.click("clear-marks", password=PASSWORD)
    saved = form.saved()
    assert but_for_the_hash(picture(saved)) == but_for_the_hash(picture(untouched))
    again = desk.open(saved)
    with pytest.raises(PasswordError):
        unprotect(again.sheet, "猜的")
    unprotect(again.sheet, PASSWORD)


def test_a_wrong_password_is_no_password(desk: Desk) -> None:
    form = desk.open(with_password(desk))
    assert "没有工作表的密码" in form.click("check", password="猜的")
    assert not form.sheet.notes


def but_for_the_hash(found: Picture) -> Picture:
    """Return a picture without the hash of the password: LibreOffice writes one of its own."""
    return {name: [HASH.sub("", line) for line in lines] for name, lines in found.items()}


def but_for_formulas_of_entry_checks(found: Picture) -> Picture:
    """Return a picture without them: below a row put in, LibreOffice now and then moves one off.

    The same untouched file saved twice had G13 and G12 in the check of G13:G62.
    """
    return {name: [CHECKED_BY.sub("", line) for line in lines] for name, lines in found.items()}


def with_password(desk: Desk) -> Path:
    """Return a returned form filled in again, its protection with a password."""
    data = desk.jixiao.read(RETURNED / "sh2023-01.xlsx")
    return desk.jixiao.fill(data, "加密", "--as-printed", "--password", PASSWORD)
