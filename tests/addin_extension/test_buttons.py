"""Every button of the installed extension, dispatched by its URL: what it did to the document.

The component, the dispatch and the actions are the real ones, inside a real LibreOffice; the
document is a real return.  What is expected comes from the engine's own reading of the file.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from generator import __version__
from generator.batch.examine import examine
from generator.forms.models import SelfEvaluationForm
from generator.forms.prompts import prompts_for
from generator.workbook.carry import carry
from generator.workbook.layout import load_layout
from generator.workbook.reader import read_workbook_form
from generator.workbook.recalculate import facts_of
from generator.workbook.sheet.address import position
from tests.addin_extension.conftest import SAMPLES, Desk
from tests.addin_extension.looking import (
    at,
    computed_cells_hold,
    everything,
    hidden,
    indicators,
    looks,
    moved,
    original,
    recalculated,
    recalculated_alike,
    selected,
    shown,
)
from tests.addin_extension.office import ExtendedOffice, needs_extension
from xladdin.libreoffice import is_protected, protect, row_heights, unprotect
from xladdin.ribbon import button_table

pytestmark = [pytest.mark.libreoffice, needs_extension]

RETURN = "sh2023-04"
"""A self-evaluation with findings, scores below the rule's, and reasons missing."""

Proof = Callable[[Desk], None]
PROOFS: dict[str, Proof] = {}


def proves(button: str) -> Callable[[Proof], Proof]:
    """Make a function the proof of a button."""

    def keep(proof: Proof) -> Proof:
        PROOFS[button] = proof
        return proof

    return keep


@pytest.mark.parametrize("button", [button.id for button in button_table().buttons])
def test_a_button_does_its_work_on_the_document(button: str, desk: Desk) -> None:
    PROOFS[button](desk)


def test_the_list_of_findings_has_lines_of_a_readable_height(desk: Desk) -> None:
    """What is kept out of sight beside the lines once made the first rows a page high."""
    book = desk.returned("sh2023-01")
    desk.press(book, "check")
    sheet = book.sheets["校验结果"]
    heights = row_heights(sheet, 1, sheet.used_range.last_cell.row)
    assert max(heights[row] for row in (1, 2, 3)) < 50
    assert max(heights.values()) < 200


def test_menu_and_toolbar_arrive_in_the_office(office: ExtendedOffice) -> None:
    assert office.titles("OfficeMenuBar/cn.jixiao.addin.menu/Submenu") == [
        group.label for group in button_table().groups
    ]
    titles = [title for title in office.titles("OfficeToolBar/cn.jixiao.addin.bar") if title]
    assert [title.removesuffix("…") for title in titles] == [
        button.label for button in button_table().buttons
    ]


@pytest.mark.parametrize("button", [b.id for b in button_table().buttons if not b.asks])
def test_a_workbook_of_another_kind_is_left_as_it_is(button: str, desk: Desk) -> None:
    path = desk.folder / "another.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active.append(["支出", 1200.5])
    workbook.save(path)
    book = desk.opened(path)
    assert desk.press(book, button)
    assert book.sheet_names == ["Sheet"]
    assert everything(book.sheets[0]) == [["支出", 1200.5]]
    assert not book.sheets[0].notes


@proves("carry-in")
def _(desk: Desk) -> None:
    """What was typed before stays; everything else comes, as ``jixiao carry`` brings it."""
    declared = SAMPLES / "returned" / "mh2024-01.xlsx"
    book = desk.blank("sh-eval-2023")
    place = read_workbook_form(Path(book.fullname)).places.find("department")
    assert place is not None
    book.sheets[0].range((place.row, place.column)).value = "已经填好的部门"
    said = desk.press(book, "carry-in", file=declared)
    expected = carry(read_workbook_form(declared).form, load_layout("sh-eval-2023"))
    found = desk.saved(book)
    assert isinstance(found, SelfEvaluationForm)
    assert found.department == "已经填好的部门"
    assert "有 1 处已填写且与申报表不同，保留原有内容" in said
    assert found.project_name == expected.project_name
    assert found.expected_goal == expected.expected_goal
    assert indicators(found) == indicators(expected)


@proves("show-rows")
def _(desk: Desk) -> None:
    book, reading = desk.returned(RETURN), original(RETURN)
    at(book, reading, reading.places.rows[0])
    before = hidden(book, reading)
    desk.press(book, "show-rows")
    shown = before - hidden(book, reading)
    assert len(shown) == 3
    assert min(shown) == min(before)


@proves("hide-rows")
def _(desk: Desk) -> None:
    book, reading = desk.returned(RETURN), original(RETURN)
    at(book, reading, reading.places.rows[0])
    before = hidden(book, reading)
    desk.press(book, "show-rows")
    desk.press(book, "hide-rows")
    assert hidden(book, reading) == before


@proves("move-up")
def _(desk: Desk) -> None:
    moved(desk, "move-up", 5, 4)


@proves("move-down")
def _(desk: Desk) -> None:
    moved(desk, "move-down", 4, 5)


@proves("clear-row")
def _(desk: Desk) -> None:
    book, reading = desk.returned("mh2024-04"), original("mh2024-04")
    at(book, reading, reading.places.rows[1])
    desk.press(book, "clear-row")
    names = [row.name for row in reading.form.indicators]
    assert [row.name for row in desk.saved(book).indicators] == names[:1] + names[2:]


@proves("fit-heights")
def _(desk: Desk) -> None:
    book, reading = desk.returned(RETURN), original(RETURN)
    row = book.sheets[0].range((reading.places.rows[0], 1))
    before = row.row_height
    row.row_height = 9
    desk.press(book, "fit-heights")
    assert row.row_height == pytest.approx(before, abs=1)


@proves("check")
def _(desk: Desk) -> None:
    book = desk.returned(RETURN)
    sheet = book.sheets[0]
    found = examine(SAMPLES / "returned" / f"{RETURN}.xlsx", RETURN).outcome.findings
    cells = {position(each.cell) for each in found if each.cell and each.sheet == sheet.name}
    colours = {cell: sheet.range(cell).color for cell in cells}
    desk.press(book, "check")
    notes = {(note.location.row, note.location.column): note.text for note in sheet.notes}
    assert notes.keys() == cells
    assert all(each.finding.message in notes[position(each.cell)] for each in found if each.cell)
    assert all(sheet.range(cell).color not in (None, colours[cell]) for cell in cells)
    listed = everything(book.sheets["校验结果"])[3:]
    assert sorted(line[3] for line in listed) == sorted(each.finding.message for each in found)
    assert is_protected(sheet)


@proves("next-finding")
def _(desk: Desk) -> None:
    book, reading = desk.returned(RETURN), original(RETURN)
    found = examine(SAMPLES / "returned" / f"{RETURN}.xlsx", RETURN).outcome.findings
    cells = sorted({position(each.cell) for each in found if each.cell})
    at(book, reading, 1)
    for cell in cells[:3]:
        said = desk.press(book, "next-finding")
        assert selected(book) == cell
        first = next(each for each in found if each.cell and position(each.cell) == cell)
        assert first.finding.message in said


@proves("clear-marks")
def _(desk: Desk) -> None:
    book = desk.returned(RETURN)
    before = looks(book.sheets[0])
    desk.press(book, "check")
    assert looks(book.sheets[0]) != before
    desk.press(book, "clear-marks")
    assert looks(book.sheets[0]) == before
    assert "校验结果" not in book.sheet_names
    assert is_protected(book.sheets[0])


@proves("score")
def _(desk: Desk) -> None:
    book, reading = desk.returned(RETURN), original(RETURN)
    rows, column = reading.places.rows[2:4], reading.places.columns["score"]
    for row in rows:
        book.sheets[0].range((row, column)).value = None
    desk.press(book, "score")
    scores = recalculated(RETURN).evaluation.rule_scores
    shown = [book.sheets[0].range((row, column)).value for row in rows]
    assert shown == [float(score or 0) for score in scores[2:4]]
    computed_cells_hold(book, recalculated(RETURN))


@proves("score-by-rule")
def _(desk: Desk) -> None:
    book, reading = desk.returned(RETURN), original(RETURN)
    rows, column = reading.places.rows, reading.places.columns["score"]
    before = everything(book.sheets[0])
    desk.press(book, "score-by-rule", yes=False)
    assert everything(book.sheets[0]) == before
    desk.press(book, "score-by-rule", yes=True)
    scores = recalculated(RETURN).scores
    assert scores is not None
    for row, outcome in zip(rows, scores.indicators, strict=True):
        assert outcome.score is not None
        assert book.sheets[0].range((row, column)).value == pytest.approx(float(outcome.score))


@proves("restore-formulas")
def _(desk: Desk) -> None:
    book, reading = desk.returned(RETURN), original(RETURN)
    place = reading.places.find("total_score")
    assert place is not None
    sheet = book.sheets[0]
    cell = sheet.range((place.row, place.column))
    desk.press(book, "restore-formulas")
    formula = cell.formula
    assert formula.startswith("=")
    unprotect(sheet)
    cell.value = 100
    protect(sheet)
    desk.press(book, "restore-formulas")
    assert cell.formula == formula
    assert is_protected(sheet)


@proves("reason-prompts")
def _(desk: Desk) -> None:
    book, reading = desk.returned("sz2021-04"), original("sz2021-04")
    done = recalculated("sz2021-04")
    due = prompts_for(done.form, done.profile, facts_of(reading.layout))
    assert due
    desk.press(book, "reason-prompts")
    for prompt in due:
        assert str(shown(book, reading, prompt.field)).startswith("【请填写】")


@proves("next-reason")
def _(desk: Desk) -> None:
    book, reading = desk.returned("sz2021-04"), original("sz2021-04")
    done = recalculated("sz2021-04")
    due = prompts_for(done.form, done.profile, facts_of(reading.layout))
    places = sorted(
        (p.row, p.column) for p in map(reading.places.find, (d.field for d in due)) if p
    )
    at(book, reading, 1)
    desk.press(book, "next-reason")
    assert selected(book) == places[0]


@proves("blank-forms")
def _(desk: Desk) -> None:
    folder = desk.folder / "空白表"
    folder.mkdir()
    book = desk.returned(RETURN)
    desk.press(book, "blank-forms", file=SAMPLES / "项目清单.xlsx", folder=folder)
    expected = {path.name for path in (SAMPLES / "blank").iterdir()}
    assert {path.name for path in folder.iterdir()} == expected
    for path in folder.iterdir():
        assert (
            read_workbook_form(path).form == read_workbook_form(SAMPLES / "blank" / path.name).form
        )


@proves("review-returns")
def _(desk: Desk) -> None:
    """Two returns and an old .xls, which is read in a child process with libraries of ours."""
    folder = desk.folder / "退回表"
    folder.mkdir()
    names = ("sh2023-01.xlsx", "sz2021-04.xlsx")
    for name in names:
        shutil.copy(SAMPLES / "returned" / name, folder)
    book = desk.returned(RETURN)
    book.save(str(folder / "旧格式.xls"))
    said = desk.press(book, "review-returns", folder=folder)
    assert "已复核 3 份：有错误 2 份，未能读取 0 份" in said
    results = desk.folder / "退回表_复核结果"
    assert (results / "旧格式.xlsx").exists()
    assert (results / "复核报告.html").exists()
    for name in names:
        assert recalculated_alike(results / name, SAMPLES / "recalculated" / name)


@proves("summary")
def _(desk: Desk) -> None:
    folder = desk.folder / "退回表"
    folder.mkdir()
    for name in ("sh2023-01.xlsx", "sh2023-04.xlsx", "sz2021-04.xlsx"):
        shutil.copy(SAMPLES / "returned" / name, folder)
    desk.press(desk.returned("mh2024-04"), "summary", folder=folder)
    summary = openpyxl.load_workbook(desk.folder / "退回表_汇总.xlsx", data_only=True)
    cells = {str(cell.value) for sheet in summary for row in sheet.iter_rows() for cell in row}
    assert {original(path.stem).form.project_name for path in folder.iterdir()} <= cells


@proves("rules")
def _(desk: Desk) -> None:
    said = desk.press(desk.returned(RETURN), "rules")
    profile = recalculated(RETURN).profile
    assert original(RETURN).layout.name in said
    assert all(f"“{band.name}”" in said for band in profile.grades)
    assert all(band.at_least.reference in said for band in profile.grades)


@proves("undo")
def _(desk: Desk) -> None:
    book, reading = desk.returned("mh2024-04"), original("mh2024-04")
    before = everything(book.sheets[0])
    at(book, reading, reading.places.rows[1])
    desk.press(book, "clear-row")
    assert everything(book.sheets[0]) != before
    desk.press(book, "undo")
    assert everything(book.sheets[0]) == before


@proves("doctor")
def _(desk: Desk) -> None:
    assert "没有可以检查的 Excel" in desk.press(desk.returned(RETURN), "doctor")


@proves("about")
def _(desk: Desk) -> None:
    assert __version__ in desk.press(desk.returned(RETURN), "about")
