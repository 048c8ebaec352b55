"""批量: folders as ``jixiao blank``, ``recalc`` and ``summary`` fill them, byte for byte."""

import shutil
import zipfile
from pathlib import Path

import openpyxl

from tests.addin_proof.desk import OpenForm
from tests.addin_proof.pictures import picture
from tests.addin_proof.registry import ANY, RETURNED, proof
from tests.real_forms import ROOT

LIST = ROOT / "sample_workbooks" / "项目清单.xlsx"
_MADE = "docProps/core.xml"
_TWICE, _BROKEN = "补报", "打不开.xlsx"


@proof("blank-forms", on=ANY)
def issues_the_files_the_command_issues(form: OpenForm) -> None:
    """The same bytes, sealed with the same key, and the same lines in the ledger of issues."""
    untouched = form.desk.saved_untouched(form.source)
    by_command, by_button = (form.desk.folder / each for each in ("命令所发", "按钮所发"))
    command_keys, button_keys = _two_of_one_issuer(form)
    form.desk.patch.setenv("JIXIAO_KEYS", str(command_keys))
    assert form.jixiao.run("blank", LIST, "-o", by_command).status == 0
    form.desk.patch.setenv("JIXIAO_KEYS", str(button_keys))
    by_button.mkdir()
    told = form.click("blank-forms", file=LIST, folder=by_button)
    assert "已生成 27 份空白表" in told
    assert _tree(by_button) == _tree(by_command)
    assert _tree(button_keys.parent) == _tree(command_keys.parent)
    assert picture(form.saved()) == picture(untouched)


@proof("blank-forms", on=ANY)
def says_which_forms_it_issued_otherwise_before(form: OpenForm) -> None:
    """As the command does, which says it beside its result."""
    assert form.jixiao.run("blank", LIST, "-o", form.desk.folder / "去年").status == 0
    changed = form.desk.folder / "改过的清单.xlsx"
    book = openpyxl.load_workbook(LIST)
    target = next(cell for cell in book["指标"]["E"] if cell.value == "提升")
    target.value = "明显提升"
    book.save(changed)
    warned = form.jixiao.run("blank", changed, "-o", form.desk.folder / "今年").err
    assert "有 1 份表以前下发过" in warned
    (form.desk.folder / "再发").mkdir()
    told = form.click("blank-forms", file=LIST, folder=form.desk.folder / "再发")
    assert "其中 1 份以前下发过，这次内容不同：" in told
    assert told.partition("内容不同：")[2][:3] in warned


@proof("blank-forms", on=ANY)
def notes_what_it_issued_before_it_was_stopped(form: OpenForm) -> None:
    _, keys = _two_of_one_issuer(form)
    form.desk.patch.setenv("JIXIAO_KEYS", str(keys))
    folder = form.desk.folder / "停下"
    folder.mkdir()
    told = form.click("blank-forms", file=LIST, folder=folder, stops_after=4)
    issued = len(_tree(folder))
    assert 0 < issued < 27 and f"完成 {issued} 份" in told
    assert len(keys.with_name("keys.issues.jsonl").read_bytes().splitlines()) == issued


@proof("review-returns", on=ANY)
def reviews_a_folder_as_the_command_does(form: OpenForm) -> None:
    """Returns of an issuer with a key, one of them twice, one in a folder, one broken."""
    untouched = form.desk.saved_untouched(form.source)
    _two_of_one_issuer(form)
    folder = _returns(form)
    before = _tree(folder)
    by_command = form.desk.folder / "复算结果"
    shown = form.jixiao.run("recalc", folder, "-o", by_command)
    assert shown.status == 3, "one of them cannot be read"
    told = form.click("review-returns", folder=folder)
    by_button = folder.with_name("退回表_复核结果")
    assert f"已复核 {len(before)} 份" in told and "未能读取 1 份" in told
    assert _tree(by_button) == _tree(by_command)
    assert _tree(folder) == before
    assert picture(form.saved()) == picture(untouched)


@proof("summary", on=ANY)
def sums_a_folder_up_as_the_command_does(form: OpenForm) -> None:
    untouched = form.desk.saved_untouched(form.source)
    folder = _returns(form)
    by_command = form.desk.folder / "汇总.xlsx"
    form.jixiao.run("summary", folder, "-o", by_command)
    told = form.click("summary", folder=folder)
    by_button = folder.with_name("退回表_汇总.xlsx")
    assert f"保存在 {by_button}" in told and "未能读取 1 份" in told
    assert _parts(by_button) == _parts(by_command)
    assert picture(form.saved()) == picture(untouched)


@proof("blank-forms", "review-returns", "summary", on=ANY)
def does_nothing_when_no_folder_is_chosen(form: OpenForm) -> None:
    untouched = form.desk.saved_untouched(form.source)
    before = _tree(form.desk.folder).keys() | {"jixiao.xlam"}
    for button_id in ("blank-forms", "review-returns", "summary"):
        assert form.click(button_id) == ""
        assert form.questions
    assert _tree(form.desk.folder).keys() == before
    assert picture(form.saved()) == picture(untouched)


def _two_of_one_issuer(form: OpenForm) -> tuple[Path, Path]:
    """Return two key files with one key, neither of which has a ledger yet."""
    first, second = (form.desk.folder / each / "keys.json" for each in ("甲处", "乙处"))
    form.desk.patch.setenv("JIXIAO_KEYS", str(first))
    assert form.jixiao.run("key", "rotate").status == 0
    second.parent.mkdir()
    shutil.copy(first, second)
    return first, second


def _returns(form: OpenForm) -> Path:
    folder = form.desk.folder / "退回表"
    (folder / _TWICE).mkdir(parents=True)
    for name in ("sh2023-01", "sh2023-04", "sz2021-01", "sh2026-01"):
        shutil.copy(RETURNED / f"{name}.xlsx", folder)
    shutil.copy(RETURNED / "sz2021-01.xlsx", folder / _TWICE)
    (folder / _BROKEN).write_bytes(b"PK\x03\x04 cut off")
    return folder


def _parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a workbook but the one that says when it was made."""
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist() if name != _MADE}


def _tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
