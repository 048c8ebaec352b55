"""The actions through xlwings' own Windows code, with the add-in's VBA, over a model of Excel."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwings as xw

from generator.batch.report.wording import wording
from tests.addin_actions import excel, memory
from tests.addin_actions.conftest import RETURNED, rows_of_findings
from tests.addin_actions.sequences import clicks
from xladdin.actions import checking, filling, help, scoring
from xladdin.asking import ScriptedAsker
from xladdin.book.current import current
from xladdin.book.grid import Entry
from xladdin.book.native import Look, program_of
from xladdin.caller import Caller
from xladdin.dispatch import respond

MOST = 40
ASKER = ScriptedAsker(yes=True)
TURN = (
    *("check", "check", "next-finding", "undo", "undo", "clear-marks", "score", "undo"),
    *("score-by-rule", "undo", "restore-formulas", "reason-prompts", "next-reason", "carry-in"),
    *("show-rows", "hide-rows", "move-up", "move-down", "clear-row", "undo", "fit-heights"),
    *("rules", "about"),
)
"""Every button that works on the form, in an order in which each has something to do."""

Opened = Callable[..., xw.Book]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    def open_(content: bytes, *, addin: bool = True) -> xw.Book:
        path = tmp_path / "自评表.xlsx"
        path.write_bytes(content)
        return excel.open_book(path, tmp_path / "jixiao.xlam" if addin else None)

    return open_


@pytest.fixture
def returned(opened: Opened) -> xw.Book:
    return opened((RETURNED / "sh2023-04.xlsx").read_bytes())


def test_the_turn_has_every_button_that_works_on_the_form() -> None:
    assert {*TURN, *clicks.BATCH, "doctor"} == set(clicks.ALL)


@pytest.mark.parametrize("rows", [60, 150])
def test_a_click_asks_excel_forty_times_at_most(opened: Opened, rows: int) -> None:
    book = opened(rows_of_findings(rows))
    form = current(book)
    form.program.go_to(form.sheet, (form.places.rows[rows // 2], form.places.columns["actual"]))
    caller = Caller(book.app, book)
    costs: dict[str, int] = {}
    for button in TURN:
        excel.TRIPS.clear()
        asked = clicks.asker()
        respond(button, caller, asked)
        assert not any("内部出错" in said for said in asked.messages)
        costs[button] = max(excel.TRIPS.total(), costs.get(button, 0))
    assert {button: cost for button, cost in costs.items() if cost > MOST} == {}


def seen(book: xw.Book) -> dict[Any, Any]:
    """Return what every cell of the form holds and how it looks, protection and rows."""
    form = current(book)
    cells = [at for at in form.grid if at in form.cells.cells]
    return {
        "entries": {at: form.grid.at(at) for at in form.grid},
        "looks": form.program.looks(form.sheet, cells),
        "protected": form.program.is_protected(form.sheet),
    }


@pytest.mark.parametrize("addin", [True, False], ids=["with the add-in", "without it"])
def test_marks_are_made_and_taken_off(opened: Opened, addin: bool) -> None:
    book = opened((RETURNED / "sh2023-04.xlsx").read_bytes(), addin=addin)
    form = current(book)
    found = checking.at_cells(form)
    before = seen(book)
    checking.check(book, ASKER)
    looks = form.program.looks(form.sheet, found)
    assert all(looks[at].colour in checking.COLOURS.values() for at in found)
    for at, findings in found.items():
        assert all(each.finding.message[:30] in (looks[at].note or "") for each in findings)
    assert form.program.sheet("校验结果") is not None
    checking.clear_marks(book, ASKER)
    assert seen(book) == before
    assert form.program.sheet("校验结果") is None


@pytest.mark.parametrize("addin", [True, False], ids=["with the add-in", "without it"])
def test_the_list_of_findings_looks_like_what_goes_back(opened: Opened, addin: bool) -> None:
    """Once its cells were plain, and every text stood at the bottom of its row."""
    book = opened((RETURNED / "sh2023-01.xlsx").read_bytes(), addin=addin)
    columns = wording().return_copy.columns
    for _ in range(2):  # a sheet that is there is laid out anew
        checking.check(book, ASKER)
        sheet = book.sheets["校验结果"]
        assert sheet.range("A3:I3").value == [column.title for column in columns]
        widths = [sheet.range((3, number)).column_width for number in range(1, 10)]
        assert widths == [column.width for column in columns]
        assert sheet.range("A1").font.size == 16
        assert sheet.range("A3").font.bold and sheet.range("I3").color == (228, 234, 242)
        line = sheet.range("A4:I4")
        assert (line.wrap_text, line.vertical_alignment) == (True, "top")
        assert line.borders["inside_vertical"].line_style == "continuous"
        assert [sheet.range(at).horizontal_alignment for at in ("C4", "D4")] == [
            "center",
            "general",
        ]
        severities = sheet.range("B4:B29").value
        fills = {severities[row - 4]: sheet.range((row, 2)).color for row in range(4, 30)}
        assert fills == {"错误": (255, 199, 206), "疑点": (255, 235, 156), "提示": None}
        assert sheet.range("B4").font.color == (156, 0, 6)
        # Excel has a blue of its own for a link that is entered.
        assert sheet.range("C4").font.color in {(31, 78, 158), (0, 0, 255)}
        assert sheet.range("AD1").column_width == 0 and not sheet.range("AD1").wrap_text


@pytest.mark.parametrize("addin", [True, False], ids=["with the add-in", "without it"])
@pytest.mark.parametrize("action", [scoring.score, scoring.score_by_rule, filling.clear_row])
def test_changes_are_taken_back(opened: Opened, addin: bool, action: Any) -> None:
    book = opened((RETURNED / "sh2023-04.xlsx").read_bytes(), addin=addin)
    form = current(book)
    form.program.go_to(form.sheet, (form.places.rows[2], form.places.columns["actual"]))
    before = seen(book)
    assert action(book, ASKER).changed
    assert seen(book) != before
    help.undo(book, ASKER)
    assert seen(book) == before


def test_rows_are_hidden_and_made_higher(returned: xw.Book) -> None:
    form = current(returned)
    program, sheet, rows = form.program, form.sheet, range(3, 30)
    hidden, heights = program.hidden_rows(sheet, rows), program.heights(sheet, rows)
    program.open(sheet, "")
    program.hide(sheet, [5, 6, 9], hidden=True)
    program.set_heights(sheet, {7: 30.0, 8: 41.25})
    assert program.hidden_rows(sheet, rows) == hidden | {5, 6, 9}
    assert [program.heights(sheet, rows)[row] for row in (7, 8)] == [30.0, 41.25]
    program.hide(sheet, [5, 6, 9], hidden=False)
    program.set_heights(sheet, {row: heights[row] for row in (7, 8)})
    assert program.hidden_rows(sheet, rows) == hidden
    assert program.heights(sheet, rows) == heights


def test_it_reads_what_the_program_in_memory_reads(returned: xw.Book) -> None:
    here = current(returned)
    there = current(memory.open_book(Path(returned.fullname)))
    assert here.outcome.to_json() == there.outcome.to_json()


def test_the_options_of_a_protected_sheet_come_back(returned: xw.Book) -> None:
    form = current(returned)
    before = form.program.open(form.sheet, "")
    form.program.close(form.sheet, "密码", before)
    assert form.program.open(form.sheet, "") is None
    assert form.program.open(form.sheet, "错") is None
    assert form.program.open(form.sheet, "密码") == before
    assert not form.program.is_protected(form.sheet)


TYPED = ["=1+1", "'quoted", "98%", "3月1日", "-5", "≥95%", "达成", "+86", "a\nb", 12.5, -3.0, 1e-7]


@pytest.fixture
def plain(opened: Opened) -> xw.Book:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in range(1, 20):
        book.active.cell(row, 2).number_format = "@"
    book.save("plain.xlsx")
    return opened(Path("plain.xlsx").read_bytes())


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("APPDATA", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.mark.parametrize("column", [1, 2], ids=["general", "text"])
def test_what_is_written_stays_what_it_is(plain: xw.Book, column: int) -> None:
    program, sheet = program_of(plain), plain.sheets[0]
    entries = {(row, column): Entry(typed) for row, typed in enumerate(TYPED, 1)}
    assert program.write(sheet, entries, locked_too=True) == []
    grid = program.grid(sheet, len(TYPED), 3)
    found = [grid.at((row, column)) for row in range(1, len(TYPED) + 1)]
    assert [each.formula for each in found] == [None] * len(TYPED)
    assert [str(each.value) if column == 2 else each.value for each in found] == [
        str(typed) if column == 2 else typed for typed in TYPED
    ]


def test_cells_a_closed_sheet_refuses_are_named(returned: xw.Book) -> None:
    form = current(returned)
    name, actual = form.places.columns["name"], form.places.columns["actual"]
    row = form.places.rows[0]
    entries = {(row, name): Entry("改名"), (row, actual): Entry("100%")}
    assert form.program.write(form.sheet, entries, locked_too=False) == [(row, name)]
    assert current(returned).form.indicators[0].actual == "100%"  # type: ignore[union-attr]


def test_a_note_that_is_there_keeps_its_author(plain: xw.Book) -> None:
    program, sheet = program_of(plain), plain.sheets[0]
    note = sheet.range("A1").add_note("请核实")
    author = note.author
    program.dress(sheet, {(1, 1): Look((255, 0, 0), "请核实\n【错误】"), (2, 1): Look(None, None)})
    assert program.looks(sheet, [(1, 1)])[1, 1] == Look((255, 0, 0), "请核实\n【错误】")
    assert sheet.range("A1").note.author == author
    program.dress(sheet, {(1, 1): Look()})
    assert program.looks(sheet, [(1, 1)])[1, 1] == Look()


def test_errors_in_cells_are_read_as_they_show(plain: xw.Book) -> None:
    plain.sheets[0].range("D1").formula = "=1/0"
    assert program_of(plain).grid(plain.sheets[0], 2, 4).at((1, 4)).value == "#DIV/0!"
