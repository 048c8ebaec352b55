"""The same actions in LibreOffice: same findings and figures, and nothing left behind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlwings as xw

from generator.batch.examine import examine
from generator.workbook.reader import read_workbook_form
from generator.workbook.recalculate import recalculate
from tests.addin_actions.conftest import RETURNED, sixty_rows
from tests.libreoffice.office import needs_libreoffice
from xladdin.actions import checking, filling, help, reasons, scoring
from xladdin.asking import ScriptedAsker
from xladdin.book.current import current

pytestmark = [pytest.mark.libreoffice, needs_libreoffice]

ALL = sorted(RETURNED.glob("*.xlsx"))
EVALUATIONS = [path for path in ALL if path.name.startswith(("sh2023", "sz", "shxx"))]
ASKER = ScriptedAsker(yes=True)
ERROR_FILL, ERROR_INK, LINK_INK = (255, 199, 206), (156, 0, 6), (31, 78, 158)
Opened = Callable[[Path | bytes], xw.Book]


@pytest.fixture(scope="module")
def app() -> Iterator[xw.App]:
    from xladdin.libreoffice import register

    register()
    with xw.App(add_book=False) as app:
        yield app


@pytest.fixture
def opened(app: xw.App, tmp_path: Path) -> Iterator[Opened]:
    books: list[xw.Book] = []

    def open_(source: Path | bytes) -> xw.Book:
        xw.engines["libreoffice"].activate()
        path = tmp_path / (source.name if isinstance(source, Path) else "form.xlsx")
        path.write_bytes(source.read_bytes() if isinstance(source, Path) else source)
        books.append(app.books.open(str(path)))
        return books[-1]

    yield open_
    for book in books:
        book.close()


def contents(book: xw.Book) -> list[list[object]]:
    """Return every value and formula of the form's sheet."""
    area = current(book).sheet.used_range
    return [area.options(ndim=2).value, [list(row) for row in area.formula]]


def noted(book: xw.Book) -> dict[str, str]:
    return {note.location.address: note.text for note in current(book).sheet.notes}


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_findings_and_figures_are_those_of_the_file(path: Path, opened: Opened) -> None:
    found = current(opened(path)).outcome.to_json()
    assert found == examine(path, path.name).outcome.to_json()


@pytest.mark.parametrize("path", EVALUATIONS, ids=lambda path: path.stem)
def test_scores_are_those_the_command_line_computes(path: Path, opened: Opened) -> None:
    book = opened(path)
    scoring.score(book, ASKER)
    form, done = current(book), recalculate(read_workbook_form(path))
    for field in form.layout.computed:
        place = form.place(field)
        if place is not None:
            shown, expected = form.sheet.range(place).value, done.evaluation.result(field)
            same = expected if isinstance(expected, str | None) else float(expected)
            assert shown == pytest.approx(same) if isinstance(same, float) else shown == same


def test_marks_come_and_go_without_a_trace(opened: Opened) -> None:
    book = opened(ALL[9])
    sheet = current(book).sheet
    cells = list(checking.at_cells(current(book)))
    before = contents(book), [sheet.range(at).color for at in cells], noted(book)
    checking.check(book, ASKER)
    assert len(noted(book)) == len(cells)
    assert [sheet.range(at).color for at in cells] != before[1]
    assert "校验结果" in book.sheet_names
    checking.clear_marks(book, ASKER)
    assert (contents(book), [sheet.range(at).color for at in cells], noted(book)) == before
    assert "校验结果" not in book.sheet_names
    assert current(book).program.is_protected(sheet)


def test_the_list_of_findings_has_boxes_colours_and_links(opened: Opened) -> None:
    book = opened(RETURNED / "sh2023-01.xlsx")
    checking.check(book, ASKER)
    sheet = book.sheets["校验结果"]
    assert sheet.range("B4").value == "错误"
    assert (sheet.range("B4").color, sheet.range("B4").font.color) == (ERROR_FILL, ERROR_INK)
    assert sheet.range("C4").font.color == LINK_INK
    assert sheet.range("D4:I4").vertical_alignment == "top"
    assert sheet.range("D4:I4").wrap_text
    assert sheet.range("A3:I3").borders["edge_bottom"].line_style == "continuous"
    assert not sheet.range("A1").wrap_text
    assert sheet.range("A1").row_height < 30


def test_every_change_can_be_taken_back(opened: Opened) -> None:
    book = opened(RETURNED / "sh2023-04.xlsx")
    form = current(book)
    form.sheet.activate()
    form.sheet.range((form.places.rows[2], form.places.columns["name"])).select()
    before = contents(book)
    changing = (scoring.score, scoring.score_by_rule, filling.clear_row, reasons.write_prompts)
    for action in changing:
        if action(book, ASKER).changed:
            assert contents(book) != before
            help.undo(book, ASKER)
        assert contents(book) == before, action.__name__
    assert current(book).program.is_protected(form.sheet)


def test_formulas_are_whole_in_a_form_as_issued(opened: Opened) -> None:
    book = opened(sixty_rows())
    scoring.score(book, ASKER)
    scoring.restore_formulas(book, ASKER)
    assert scoring.restore_formulas(book, ASKER).changed is False


def test_a_saved_check_is_still_a_form(opened: Opened, tmp_path: Path) -> None:
    path = RETURNED / "sh2023-04.xlsx"
    book = opened(path)
    checking.check(book, ASKER)
    checking.clear_marks(book, ASKER)
    book.save(str(tmp_path / "saved.xlsx"))
    saved = examine(tmp_path / "saved.xlsx", path.name).outcome.to_json()
    rules = [(each["rule"], each["field"]) for each in saved["findings"]]
    expected = examine(path, path.name).outcome.to_json()["findings"]
    assert [each for each in rules if not each[0].startswith("ISS")] == [
        (each["rule"], each["field"]) for each in expected if not each["rule"].startswith("ISS")
    ]
