"""The real toolbar, clicked with a mouse on a screen: real component, real action, real dialogs.

The pictures are left in ``.cache`` for a person to look at.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlwings as xw

from generator.batch.examine import examine
from generator.forms.findings import Severity
from generator.forms.models import SelfEvaluationForm
from generator.workbook.reader import read_workbook_form
from generator.workbook.recalculate import recalculate
from generator.workbook.sheet.address import position
from generator.workbook.writer import write_form
from tests.addin_extension.conftest import SAMPLES
from tests.addin_extension.office import ExtendedOffice, needs_extension
from tests.addin_extension.screen import Dialogs, Screen, in_toolbar, needs_screen, screen, until
from tests.real_forms import ROOT
from xladdin.libreoffice import is_protected, protect, unprotect

pytestmark = [pytest.mark.libreoffice, needs_extension, needs_screen]

RETURN = SAMPLES / "returned" / "sh2023-04.xlsx"
PICTURES = ROOT / ".cache" / "screen"
PASSWORD = "secret"


class Person:
    """Somebody at the screen with a workbook open: sees, clicks and types."""

    def __init__(self, office: ExtendedOffice, at: Screen, path: Path) -> None:
        self.screen, self.dialogs = at, Dialogs(office, at)
        self.book = office.open(path)
        self.frame = self.book.impl.xl._raw.CurrentController.Frame

    @property
    def sheet(self) -> xw.Sheet:
        return self.book.sheets[0]

    def clicks(self, title: str) -> str:
        """Click a button of the toolbar and return what the dialog says that it opens."""
        return self.dialogs.opens(lambda: self.screen.click(in_toolbar(self.frame, title)))

    def answers(self, name: str) -> str:
        """Click a button of the dialog in front and return what the dialog said."""
        return self.dialogs.closes(name)

    def is_told(self, *, after: str) -> str:
        """Click a button of the toolbar, and return the message that appears, closed again."""
        self.clicks(after)
        return self.answers("OK")

    def types(self, text: str, place: tuple[int, int]) -> None:
        """Click into a line and type, in place of what stands there."""
        self.screen.click(place)
        self.screen.press("ctrl+a")
        self.screen.type(text)

    def photographs(self, name: str) -> None:
        """Keep a picture of the screen."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.screen.photograph(PICTURES / f"{name}.png")


@pytest.fixture(scope="module")
def at() -> Iterator[Screen]:
    with screen() as at:
        yield at


@pytest.fixture(scope="module")
def office(at: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ExtendedOffice]:
    with ExtendedOffice(tmp_path_factory.mktemp("screen"), display=at.display) as office:
        yield office


@pytest.fixture
def person(office: ExtendedOffice, at: Screen, tmp_path: Path) -> Iterator[Person]:
    person = Person(office, at, Path(shutil.copy(RETURN, tmp_path)))
    yield person
    person.book.close()


def test_a_click_on_check_marks_the_form_and_tells_the_counts(person: Person) -> None:
    found = examine(RETURN, RETURN.name).outcome.findings
    cells = {position(each.cell) for each in found if each.cell}
    person.clicks("校验本表")
    person.photographs("校验本表")
    said = person.answers("OK")
    for severity in Severity:
        count = sum(each.finding.severity is severity for each in found)
        assert f"{severity.chinese} {count} 处" in said
    notes = {(note.location.row, note.location.column) for note in person.sheet.notes}
    assert notes == cells
    assert len(person.book.sheets["校验结果"].used_range.value) == 3 + len(found)
    assert is_protected(person.sheet)


def test_a_click_on_score_fills_the_scores(person: Person) -> None:
    reading = read_workbook_form(RETURN)
    cells = [(row, reading.places.columns["score"]) for row in reading.places.rows[2:4]]
    for cell in cells:
        person.sheet.range(cell).value = None
    assert "补上空白得分 2 项" in person.is_told(after="计算得分与等级")
    person.photographs("计算得分与等级")
    scores = recalculate(reading).evaluation.rule_scores[2:4]
    assert [person.sheet.range(cell).value for cell in cells] == [float(s or 0) for s in scores]


def test_a_question_answered_no_changes_nothing_and_yes_does(person: Person) -> None:
    before = person.sheet.used_range.value
    assert "是否继续" in person.clicks("全部按规则重算…")
    person.answers("No")
    assert person.sheet.used_range.value == before
    person.clicks("全部按规则重算…")
    person.answers("Yes")
    assert "已按规则重算" in person.answers("OK")
    assert person.sheet.used_range.value != before


def test_a_file_is_chosen_in_the_file_dialog(
    office: ExtendedOffice, at: Screen, tmp_path: Path
) -> None:
    path = tmp_path / "blank.xlsx"
    path.write_bytes(write_form(SelfEvaluationForm(layout="sh-eval-2023", fiscal_year=2026)))
    declared = SAMPLES / "returned" / "mh2024-01.xlsx"
    person = Person(office, at, path)
    person.clicks("从申报表带入…")
    x, y = person.dialogs.place("File name:")
    person.types(str(declared), (x + 120, y))
    person.answers("Open")
    assert "指标 9 项" in person.answers("OK")
    place = read_workbook_form(path).places.find("project_name")
    assert place is not None
    named = person.sheet.range((place.row, place.column)).value
    assert named == read_workbook_form(declared).form.project_name
    person.book.close()


def test_a_password_is_asked_for_once(person: Person) -> None:
    unprotect(person.sheet)
    protect(person.sheet, PASSWORD)
    assert "密码" in person.clicks("校验本表")
    x, y = person.dialogs.place("OK")
    person.types(PASSWORD, (x - 60, y - 34))  # the line above the button
    person.answers("OK")
    assert "已在单元格标出" in person.answers("OK")
    assert "已清除" in person.is_told(after="清除标记")
    assert is_protected(person.sheet)


def test_a_folder_is_reviewed_until_somebody_stops_it(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "returns"
    folder.mkdir()
    for turn in range(8):
        for path in (SAMPLES / "returned").iterdir():
            shutil.copy(path, folder / f"{path.stem}-{turn}.xlsx")
    person.clicks("复核退回表…")
    x, y = person.dialogs.place("Path:")
    person.types(str(folder), (x + 120, y))
    person.answers("Select")
    person.photographs("停止")
    person.screen.click(person.dialogs.place("停止"))
    said = until(lambda: re.search(r"共 216 份，完成 (\d+) 份", person.dialogs.text))
    person.answers("OK")
    copies = list((tmp_path / "returns_复核结果").glob("*.xlsx"))
    assert 0 < int(said[1]) <= len(copies) < 216
    assert all(read_workbook_form(copy).form for copy in copies)


def test_where_the_product_is_gone_a_click_says_so(at: Screen, tmp_path: Path) -> None:
    with ExtendedOffice(tmp_path, display=at.display, paths=[tmp_path / "gone"]) as office:
        person = Person(office, at, Path(shutil.copy(RETURN, tmp_path)))
        said = person.is_told(after="关于")
        assert "无法载入 jixiao 程序" in said
        assert "extension.json" in said
        person.book.close()
