"""What a recalculated copy shows is what LibreOffice makes of it, whatever was typed how.

A formula passes over a number typed as text and sees 0.95 where the cell shows 95%: left in the
copy, it would show another total as soon as somebody opens it.
"""

import random
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.examine import examine
from generator.workbook.reader import read_workbook_form
from generator.workbook.sheet.cell import Cell
from generator.workbook.sheet.sheet import Sheet
from tests.forms.forms import evaluation
from tests.issued.tampering import edited, issued, place
from tests.libreoffice.office import Office, needs_libreoffice

ISSUED = issued(evaluation())
ENTRY = {
    "budget": "funds.current_appropriation.adjusted_budget",
    "spent": "funds.current_appropriation.actual_expenditure",
    "weight": "indicators[0].weight",
    "score": "indicators[1].score",
    "rate": "indicators[4].actual",
    "text": "indicators[2].actual",
    "execution_weight": "funds.annual_total.weight",
}
CELL = {name: place(ISSUED, field) for name, field in ENTRY.items()}


def _typed(**cells: object) -> Callable[[Workbook, Worksheet], None]:
    def edit(_: Workbook, sheet: Worksheet) -> None:
        for name, value in cells.items():
            cell = sheet[CELL[name]]
            cell.value = value  # type: ignore[union-attr]
            if isinstance(value, float):
                cell.number_format = "0.0%"  # type: ignore[union-attr]

    return edit


RETURNS = {
    "money-as-text": _typed(budget="100.00", spent="９５．００"),
    "spent-alone-as-text": _typed(spent=" 95 万元"),
    "weight-as-text": _typed(weight="15分"),
    "score-as-text": _typed(score="9分"),
    "execution-weight-as-text": _typed(execution_weight="10"),
    "percentage": _typed(rate=0.925),
    "date": _typed(text="28(天)"),
    "error-in-money": _typed(spent="#DIV/0!"),
    "too-much-money": _typed(spent=10**20),
    "score-an-error": _typed(score="#N/A"),
}

TYPED: tuple[object, ...] = (
    *("100.00", " 95 万元", "９５％", "92 %", "9分", "—", "不适用", "约5次", "1,000.5", "(5)", ""),
    *(0.925, 0.0, 7, 95, 1250.5, -3, 10**20, "#N/A", "#DIV/0!", None, "达成年度指标"),
)
"""What people type anywhere.  No truth values: LibreOffice takes TRUE for 1, Excel does not."""


def _at_random(seed: int) -> dict[str, Callable[[Workbook, Worksheet], None]]:
    chance = random.Random(seed)
    return {
        f"random-{number}": _typed(
            **{
                name: chance.choice(TYPED)
                for name in chance.sample(sorted(CELL), chance.randint(1, 4))
            }
        )
        for number in range(40)
    }


@pytest.mark.libreoffice
@needs_libreoffice
def test_libreoffice_shows_what_the_copy_shows(tmp_path: Path) -> None:
    copies: list[Path] = []
    for name, edit in {**RETURNS, **_at_random(seed=5)}.items():
        done = examine(edited(ISSUED, edit), f"{name}.xlsx").recalculation
        assert done is not None
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(done.to_bytes())
        copies.append(path)
    calculated = Office(tmp_path / "office").convert(copies, "xlsx", tmp_path / "calculated")
    for before, after in zip(copies, calculated, strict=True):
        assert _figures(before) == _figures(after), before.name


def _figures(path: Path) -> dict[str, Decimal | str]:
    """Return what the computed cells and the scores of a form show."""
    reading = read_workbook_form(path)
    sheet, places = reading.content.sheets[reading.places.sheet], reading.places
    wanted = [places.scalars[field] for field in reading.layout.computed]
    wanted += [place for _, place in places.indicator_places("score")]
    return {place.a1: _shown(sheet, (place.row, place.column)) for place in wanted}


def _shown(sheet: Sheet, at: tuple[int, int]) -> Decimal | str:
    cell: Cell | None = sheet.cells.get(at)
    if cell is None or cell.kind == "blank":
        return ""
    return round(cell.number, 6) if cell.kind == "number" else cell.raw


def test_only_the_formulas_that_cannot_see_give_way() -> None:
    """The sums of other columns, the rates and the total go on calculating."""
    done = examine(edited(ISSUED, RETURNS["money-as-text"]), "退回.xlsx").recalculation
    assert done is not None
    again = read_workbook_form(done.to_bytes())
    sums = {f"funds.annual_total.{column}" for column in ("adjusted_budget", "actual_expenditure")}
    gone = {*sums, "funds.current_appropriation.execution_rate"}
    assert gone.isdisjoint(again.formulas)
    assert set(read_workbook_form(ISSUED).formulas) - gone == again.formulas
