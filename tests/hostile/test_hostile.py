"""Broken and hostile files: each is answered, in time, in one Chinese sentence."""

import random
import re
import time
from pathlib import Path

import pytest

from generator.batch.examine import examine
from generator.batch.inputs import gather
from generator.batch.outcome import Outcome
from generator.batch.recalc import RecalcRun, tasks_for
from generator.resources import samples
from generator.workbook.package import Limits
from generator.workbook.reader import read_workbook_form
from generator.workbook.rejection import Rejected
from generator.workbook.sheet import Sheet, scan
from generator.workbook.sheet.scan import scan_by_handlers
from tests.sheet.sheets import NONE, told

from .broken import broken_files
from .mutations import damaged_xml, mutated, parts_of

SECONDS = 10
RETURNS = [path.read_bytes() for path in sorted(samples("returned").glob("*.xlsx"))]
BROKEN = {name: (data, code) for name, data, code in broken_files(RETURNS[8])}
_SENTENCE = re.compile(r"[^\n\r\t\x00-\x1f]*[一-鿿][^\n\r\x00-\x1f]*。")


def answer(workbook: bytes, file: str) -> Outcome:
    """Examine, patch and read again; nothing but an answer may come of it, and in time."""
    started = time.monotonic()
    examined = examine(workbook, file)
    if examined.recalculation is not None:
        try:
            copy = examined.recalculation.to_bytes()
        except Rejected as refused:
            return Outcome(file, refused.rejection)
        read_workbook_form(copy)
    assert time.monotonic() - started < SECONDS, file
    rejection = examined.outcome.rejection
    if rejection is not None:
        assert _SENTENCE.fullmatch(rejection.message), rejection
        assert rejection.code != "FILE-CRASHED"
    return examined.outcome


@pytest.mark.parametrize("name", BROKEN)
def test_broken_in_a_known_way(name: str) -> None:
    data, code = BROKEN[name]
    outcome = answer(data, name)
    if code is not None:
        assert outcome.rejection is not None
        assert outcome.rejection.code == code


@pytest.mark.parametrize("seed", range(20))
def test_mutated_returns(seed: int) -> None:
    """A thousand real returns, each damaged in one to three ways."""
    for number in range(50):
        chance = random.Random(f"{seed} {number}")
        answer(mutated(chance.choice(RETURNS), chance), f"{seed}-{number}.xlsx")


@pytest.mark.parametrize("seed", range(10))
def test_both_routes_through_a_sheet_agree(seed: int) -> None:
    """The quick route takes and refuses what the parser's handlers take and refuse."""
    for number in range(30):
        chance = random.Random(f"sheet {seed} {number}")
        name = f"xl/worksheets/sheet{chance.choice('13')}.xml"
        parts = parts_of(chance.choice(RETURNS))
        xml = damaged_xml(parts.get(name) or parts["xl/worksheets/sheet1.xml"], chance)
        assert _scanned(xml, quick=True) == _scanned(xml, quick=False)


def _scanned(xml: bytes, *, quick: bool) -> Sheet | None:
    try:
        sheet = scan(xml, NONE) if quick else scan_by_handlers(xml, NONE, Limits(), "")
        for where in sheet.cells:
            assert sheet.cells[where]
    except (Rejected, ValueError):
        return None
    return told(sheet)


def test_none_is_lost_from_the_report(tmp_path: Path) -> None:
    folder = tmp_path / "退回"
    folder.mkdir()
    for name, (data, _) in BROKEN.items():
        (folder / name).write_bytes(data)
    for number in range(60):
        chance = random.Random(f"folder {number}")
        (folder / f"{number}.xlsx").write_bytes(mutated(chance.choice(RETURNS), chance))
    tasks = tasks_for(gather([folder]).inputs)
    outcomes = list(RecalcRun(tmp_path / "o", jobs=2).outcomes(tasks))
    assert [each.file for each in outcomes] == sorted(path.name for path in folder.iterdir())
    assert not any(each.rejection.code == "FILE-CRASHED" for each in outcomes if each.rejection)
