"""Makes the manual's picture of every button: the real action on a real form, photographed.

Run ``python -m tests.docs.make_button_pictures [BUTTON...]``; it needs LibreOffice, Xvfb,
xdotool, scrot, chromium and a Chinese font.  The finished extension is installed in a throw-away
LibreOffice on a screen of its own; its buttons are dispatched, and the sheet is photographed
before and after.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import xlwings as xw

from generator.forms.models import SelfEvaluationForm
from generator.workbook.writer import write_form
from tests.addin_extension.office import ExtendedOffice
from tests.addin_extension.screen import place_of, screen, until
from tests.docs.picture_page import Page, draw
from tests.docs.studio import AFTER, BEFORE, Studio, twice
from tests.samples.make_samples import SAMPLES
from xladdin.libreoffice import protect, unprotect
from xladdin.ribbon import button_table

IMAGES = Path(__file__).parents[2] / "docs" / "images" / "buttons"
RETURN, WITH_ERRORS, WITHOUT_REASONS, TARGETS = "sh2023-04", "sh2023-01", "sz2021-04", "mh2024-04"
_SCREEN = "1700x1300"


Shot = Callable[[Studio], None]
SHOTS: dict[str, Shot] = {}


def shows(button: str) -> Callable[[Shot], Shot]:
    """Make a function the way to a button's picture."""

    def keep(shot: Shot) -> Shot:
        SHOTS[button] = shot
        return shot

    return keep


def targets(studio: Studio) -> xw.Book:
    """Open a target form, the cursor in an indicator, without the tip that would cover it."""
    book = studio.returned(TARGETS)
    sheet = book.sheets[0]
    unprotect(sheet)
    names = sheet.range((13, 4), (76, 4)).impl.xl._raw
    tip = names.Validation
    tip.ShowInputMessage = False
    names.Validation = tip
    protect(sheet)
    select(book, 53, 4)
    return book


def select(book: xw.Book, row: int, column: int) -> None:
    """Put the cursor into a cell."""
    book.sheets[0].range((row, column)).select()


def with_blank_scores(studio: Studio) -> xw.Book:
    """Open a return two of whose scores were forgotten."""
    book = studio.returned(RETURN)
    for row in (13, 14):
        book.sheets[0].range((row, 7)).value = None
    return book


@shows("carry-in")
def _(studio: Studio) -> None:
    path = studio.folder / "空白自评表.xlsx"
    path.write_bytes(write_form(SelfEvaluationForm(layout="sh-eval-2023", fiscal_year=2024)))
    target = SAMPLES / "returned" / f"{TARGETS}.xlsx"
    twice(studio, studio.opened(path), "carry-in", (9, 20), (1, 7), file=target)


@shows("show-rows")
def _(studio: Studio) -> None:
    book = studio.returned(RETURN)
    select(book, 13, 3)
    twice(studio, book, "show-rows", (12, 20), (2, 8))


@shows("hide-rows")
def _(studio: Studio) -> None:
    book = studio.returned(RETURN)
    select(book, 13, 3)
    studio.press(book, "show-rows")
    twice(studio, book, "hide-rows", (12, 20), (2, 8))


@shows("move-up")
def _(studio: Studio) -> None:
    book = targets(studio)
    twice(studio, book, "move-up", (52, 54), (3, 6))


@shows("move-down")
def _(studio: Studio) -> None:
    book = targets(studio)
    twice(studio, book, "move-down", (52, 54), (3, 6))


@shows("clear-row")
def _(studio: Studio) -> None:
    book = targets(studio)
    twice(studio, book, "clear-row", (52, 54), (3, 6))


@shows("fit-heights")
def _(studio: Studio) -> None:
    book = studio.returned(RETURN)
    for row in (12, 21):
        book.sheets[0].range((row, 1)).row_height = 18
    select(book, 2, 2)
    twice(studio, book, "fit-heights", (11, 21), (3, 8))


@shows("check")
def _(studio: Studio) -> None:
    book = studio.returned(WITH_ERRORS)
    studio.press(book, "check")
    studio.photograph(book, (4, 14), (2, 8), "表上的标记")
    book.sheets["校验结果"].activate()
    studio.photograph(book, (1, 7), (1, 9), "“校验结果”工作表")


@shows("next-finding")
def _(studio: Studio) -> None:
    book = studio.returned(RETURN)
    studio.press(book, "check")
    select(book, 11, 3)
    studio.press(book, "next-finding")
    studio.photograph(book, (11, 14), (2, 8), AFTER)


@shows("clear-marks")
def _(studio: Studio) -> None:
    book = studio.returned(RETURN)
    studio.press(book, "check")
    twice(studio, book, "clear-marks", (11, 14), (2, 8))


@shows("score")
def _(studio: Studio) -> None:
    twice(studio, with_blank_scores(studio), "score", (11, 14), (3, 8))


@shows("score-by-rule")
def _(studio: Studio) -> None:
    twice(studio, studio.returned(RETURN), "score-by-rule", (20, 22), (3, 8), yes=True)


@shows("restore-formulas")
def _(studio: Studio) -> None:
    book = studio.returned(RETURN)
    sheet = book.sheets[0]
    unprotect(sheet)
    sheet.range((62, 7)).value = 100
    protect(sheet)
    select(book, 62, 7)
    twice(studio, book, "restore-formulas", (56, 63), (1, 8))


@shows("reason-prompts")
def _(studio: Studio) -> None:
    book = studio.returned(WITHOUT_REASONS)
    select(book, 1, 1)
    studio.photograph(book, (30, 30), (4, 9), BEFORE)
    studio.press(book, "reason-prompts")
    said = studio.said
    studio.press(book, "fit-heights")
    studio.photograph(book, (30, 30), (4, 9), f"{AFTER}（又按了“行高适应文字”）")
    studio.said = said


@shows("next-reason")
def _(studio: Studio) -> None:
    book = studio.returned(WITHOUT_REASONS)
    select(book, 1, 1)
    studio.press(book, "next-reason")
    studio.photograph(book, (24, 30), (4, 9), AFTER)


@shows("blank-forms")
def _(studio: Studio) -> None:
    folder = studio.folder / "空白表"
    folder.mkdir()
    book = studio.returned(RETURN)
    studio.press(book, "blank-forms", file=SAMPLES / "项目清单.xlsx", folder=folder)
    made = next(path for path in sorted(folder.iterdir()) if "征地养老人员费用_2023" in path.name)
    studio.photograph(studio.opened(made), (1, 13), (1, 8), f"其中一份：{made.name}")


@shows("review-returns")
def _(studio: Studio) -> None:
    folder = returns(studio)
    studio.press(studio.returned(RETURN), "review-returns", folder=folder)
    report = folder.with_name(f"{folder.name}_复核结果") / "复核报告.xlsx"
    studio.opened(report)
    studio.photograph_window((0, 136, 1237, 407), report.name)


@shows("summary")
def _(studio: Studio) -> None:
    folder = returns(studio)
    studio.press(studio.returned(RETURN), "summary", folder=folder)
    path = folder.with_name(f"{folder.name}_汇总.xlsx")
    studio.opened(path)
    studio.photograph_window((0, 136, 1358, 480), path.name)


@shows("undo")
def _(studio: Studio) -> None:
    book = targets(studio)
    studio.press(book, "clear-row")
    twice(studio, book, "undo", (52, 54), (3, 6))


@shows("rules")
@shows("doctor")
@shows("about")
def _(studio: Studio) -> None:
    """These only say something."""


def returns(studio: Studio) -> Path:
    """Fill a folder with real returns."""
    folder = studio.folder / "退回表"
    folder.mkdir()
    for path in sorted((SAMPLES / "returned").glob("s*202[13]-*.xlsx")):
        shutil.copy(path, folder)
    return folder


def overview(studio: Studio) -> None:
    """Photograph the window with toolbar, menu and a checked form."""
    book = studio.returned(RETURN)
    studio.press(book, "check")
    controller = book.impl.xl._raw.CurrentController
    controller.setFirstVisibleRow(0)
    studio.at.click(until(lambda: place_of(controller.Frame.ContainerWindow, "绩效表")))
    studio.at.press("Down")
    studio.at.press("Right")
    studio.taken, studio.said = [], ""
    studio.photograph_window((0, 0, 1400, 600), "")
    title = "LibreOffice 中的“绩效表”菜单和按钮"
    draw(Page(title, None, studio.taken, ""), IMAGES / "overview.png")


def button_picture(studio: Studio, button_id: str) -> None:
    """Make the picture of one button."""
    button = button_table().find(button_id)
    assert button is not None, button_id
    studio.taken, studio.said = [], ""
    SHOTS[button_id](studio)
    if not studio.taken:
        studio.press(studio.returned(RETURN), button_id)
    draw(Page(button.label, button_id, studio.taken, studio.said), IMAGES / f"{button_id}.png")


def wanted() -> Iterator[str]:
    """Yield the buttons named on the command line, all without any."""
    for button in button_table().buttons:
        if button.id in sys.argv[1:] or len(sys.argv) == 1:
            yield button.id


def main() -> None:
    """Make the pictures, each in a folder of its own."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, screen(_SCREEN) as at:
        top = Path(name)
        with ExtendedOffice(top, display=at.display, attended=False) as office:
            for number, button_id in enumerate(wanted()):
                folder = top / str(number)
                folder.mkdir()
                button_picture(Studio(office, at, folder), button_id)
            if len(sys.argv) == 1:
                overview(Studio(office, at, top))


if __name__ == "__main__":
    main()
