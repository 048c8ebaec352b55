"""A batch of everything: each file is in the report exactly once, in order."""

import os
from pathlib import Path

import pytest

from generator.batch.inputs import gather
from generator.batch.outputs import copy_names
from generator.batch.recalc import RETURNS, RecalcRun, tasks_for
from generator.workbook.reader import read_workbook_form
from tests.intake.test_archives import FORM, RETURNED
from tests.intake.test_child import FAR, GOOD
from tests.intake.test_foreign import FILES, as_xlsb
from tests.intake.zips import gbk, zip_of, zipped

SH = RETURNED / "sh2023-01.xlsx"

FILES_OF_BATCH = {
    "a.xlsx": FORM,
    "b/老表.xls": (FILES / "structure-only.xls").read_bytes(),
    "b/老表.xlsx": FORM,
    "b/远处.xlsb": FAR,
    "b/不是表.xlsb": GOOD,
    "c.xlsb": as_xlsb(SH),
    "d.xlsx": b"%PDF-1.7 ",
    "e.rar": b"Rar!\x1a\x07\x01\0",
    "f.zip": zipped(gbk("局/自评.xlsx", SH.read_bytes()), gbk("局/旧.zip", zip_of({"g.et": FORM}))),
    "g.xls": b"",
    "~$a.xlsx": b"",
    "说明.pdf": b"%PDF-1.7",
}
EXPECTED = {
    "a.xlsx": None,
    "b/不是表.xlsb": "FORM-NONE",
    "b/老表.xls": None,
    "b/老表.xlsx": None,
    "b/远处.xlsb": "FOREIGN-TOO-BIG",
    "c.xlsb": None,
    "d.xlsx": "PKG-PDF",
    "e.rar": "ARCHIVE-RAR",
    "f.zip!/局/旧.zip!/g.et": None,
    "f.zip!/局/自评.xlsx": None,
    "g.xls": "PKG-EMPTY",
}


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    for name, data in FILES_OF_BATCH.items():
        path = tmp_path / "退回" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "退回"


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_file_is_answered_once(batch: Path, tmp_path: Path, jobs: int) -> None:
    found = gather([batch])
    assert (found.passed_over, found.others) == (1, ("说明.pdf",))
    before = {path: path.stat().st_mtime_ns for path in batch.rglob("*")}
    outcomes = list(RecalcRun(tmp_path / "out", jobs).outcomes(tasks_for(found.inputs)))
    answers = [(o.file, o.rejection.code if o.rejection else None) for o in outcomes]
    assert sorted(answers) == sorted(EXPECTED.items())
    assert [file for file, _ in answers] == [each.file for each in found.inputs]
    assert {path: path.stat().st_mtime_ns for path in batch.rglob("*")} == before


def test_copies_go_where_they_belong(batch: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    list(RecalcRun(out, 1).outcomes(tasks_for(gather([batch]).inputs)))
    copies = {p.relative_to(out).as_posix() for p in out.rglob("*.xlsx") if RETURNS not in p.parts}
    assert copies == {
        "a.xlsx",
        "b/老表 (2).xlsx",
        "b/老表.xlsx",
        "c.xlsx",
        "f.zip_/局/旧.zip_/g.xlsx",
        "f.zip_/局/自评.xlsx",
    }
    assert read_workbook_form(out / "c.xlsx").foreign is None


def test_findings_move_with_the_form(batch: Path, tmp_path: Path) -> None:
    """A copy to send back is written anew too, and its findings point into it."""
    (outcome,) = RecalcRun(tmp_path, 1).outcomes(tasks_for(gather([batch / "c.xlsb"]).inputs))
    assert "REA-4" in {each.finding.rule for each in outcome.findings}
    sent_back = tmp_path / RETURNS / "c.xlsx"
    if sent_back.exists():
        assert read_workbook_form(sent_back).foreign is None


def test_a_file_named_is_never_merely_mentioned(batch: Path) -> None:
    found = gather([batch / "说明.pdf", batch / "~$a.xlsx", batch / "fehlt.xlsx"])
    assert [each.file for each in found.inputs] == ["说明.pdf"]
    assert (found.passed_over, found.missing) == (1, (batch / "fehlt.xlsx",))


def test_a_pipe_is_read_once_and_only_when_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.xlsx")
    assert (list(gather([tmp_path]).inputs), gather([tmp_path]).others) == ([], ("a.xlsx",))
    assert len(gather([tmp_path / "a.xlsx"]).inputs) == 1


def test_names_of_copies() -> None:
    files = ["a.xls", "a.xlsx", "B.ET", "c.zip", "d", "e.rar", "f.xlsm"]
    assert copy_names(files) == [
        *("a (2).xlsx", "a.xlsx", "B.xlsx", "c.xlsx", "d.xlsx", "e.rar", "f.xlsm"),
    ]
