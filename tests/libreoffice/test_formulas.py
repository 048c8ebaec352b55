"""Thousands of rows recalculated by LibreOffice against the engine, cell by cell."""

from decimal import Decimal
from pathlib import Path

import pytest

from generator.forms.models import EvaluatedIndicator, SelfEvaluationForm, from_json
from generator.forms.profiles import load_profile
from generator.forms.scoring import score_indicator
from generator.forms.values import parse
from generator.workbook.formulas.helpers import Helper
from generator.workbook.layout import load_layout
from generator.workbook.package import Package
from generator.workbook.reader import read_workbook_form
from generator.workbook.sheet.address import address
from generator.workbook.sheet.cell import Cell
from generator.workbook.sheet.scan import scan
from generator.workbook.sheet.sheet import Sheet
from generator.workbook.sheet.workbook import read_workbook
from generator.workbook.writer import write_form
from tests.formulas.cases import Case, common_cases, odd_cases
from tests.libreoffice.office import Office, needs_libreoffice
from tests.real_forms import SHIPPED, data_of

pytestmark = [pytest.mark.libreoffice, needs_libreoffice]

CASES = [*common_cases(2_400, seed=11), *odd_cases(1_200, seed=12)]
LAYOUT = "cn-eval-2020"


def sheets(path: Path) -> dict[str, Sheet]:
    package = Package.open(path)
    book = read_workbook(package)
    return {
        ref.name: scan(package.read(ref.part), book.shared_strings, name=ref.name)
        for ref in book.sheets
    }


def shown(cell: Cell | None) -> Decimal | str:
    """Return what a cell shows; LibreOffice may leave an empty text result without a value."""
    if cell is None or cell.kind == "blank":
        return ""
    return cell.number if cell.kind == "number" else cell.raw


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


def _form(cases: list[Case]) -> SelfEvaluationForm:
    rows = [
        EvaluatedIndicator(
            level1="产出指标",
            level2="数量指标",
            name="指标",
            target=case.target or None,
            actual=case.actual or None,
            weight=case.weight,
        )
        for case in cases
    ]
    return SelfEvaluationForm(layout=LAYOUT, title="表", money_unit="元", indicators=rows)


@pytest.fixture(scope="module")
def recalculated(office: Office, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """All cases in one workbook: as written, and as LibreOffice recalculates it."""
    folder = tmp_path_factory.mktemp("cases")
    written = folder / "cases.xlsx"
    written.write_bytes(write_form(_form(CASES)))
    return written, office.convert([written], "xlsx", folder / "out")[0]


def test_scores_equal_the_engines_or_are_empty_outside_the_grammar(
    recalculated: tuple[Path, Path],
) -> None:
    written, again = recalculated
    places = read_workbook_form(written).places
    sheet = sheets(again)[places.sheet]
    profile = load_profile(load_layout(LAYOUT).profile)
    wrong = []
    for row, case in enumerate(CASES, places.first_row):
        score = shown(sheet.cells.get((row, places.helpers[Helper.RULE_SCORE])))
        engine = score_indicator(parse(case.target), parse(case.actual), case.weight, profile).score
        right = score == engine if case.common else score in ("", engine)
        if not right:
            wrong.append((case, score, engine))
    assert wrong == []


def test_every_cached_value_is_what_the_formula_gives(recalculated: tuple[Path, Path]) -> None:
    assert different_cells(*recalculated) == []


def different_cells(written: Path, again: Path) -> list[str]:
    """Return the formula cells whose cached value LibreOffice does not confirm."""
    after = sheets(again)
    return [
        f"{name}!{address(*position)}: {shown(cell)!r}, {shown(after[name].cells.get(position))!r}"
        for name, sheet in sheets(written).items()
        for position, cell in sheet.cells.items()
        if cell.formula is not None and shown(cell) != shown(after[name].cells.get(position))
    ]


def test_every_shipped_form_opens_with_the_figures_it_would_compute(
    office: Office, tmp_path: Path
) -> None:
    files = []
    for path in SHIPPED:
        file = tmp_path / f"{path.stem}.xlsx"
        file.write_bytes(write_form(from_json(data_of(path))))
        files.append(file)
    again = office.convert(files, "xlsx", tmp_path / "out")
    wrong = [cell for pair in zip(files, again, strict=True) for cell in different_cells(*pair)]
    assert wrong == []
