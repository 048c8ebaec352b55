"""The printed page shows the cells of the official form in the official order."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.forms.models import from_json
from generator.workbook.layout import CellSpec, Layout, load_layout
from generator.workbook.writer import FormOptions, write_form
from tests.libreoffice.office import Office, needs_libreoffice
from tests.libreoffice.printed import PDFTOTEXT, Printed, Spot, bare, printed
from tests.real_forms import CORPUS, SHIPPED, data_of

pytestmark = [
    pytest.mark.libreoffice,
    needs_libreoffice,
    pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed (poppler-utils)"),
]
FORMS = [*SHIPPED, *CORPUS]
every_form = pytest.mark.parametrize("path", FORMS, ids=lambda p: f"{p.parent.name}/{p.stem}")
_SAME_ROW = 4.0
"""Points by which the middles of texts in one row may differ."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Printed]:
    """Every real form, printed."""
    folder = tmp_path_factory.mktemp("printed")
    files = {}
    for path in FORMS:
        files[path] = folder / f"{path.parent.name}-{path.stem}.xlsx"
        files[path].write_bytes(write_form(from_json(data_of(path)), FormOptions(as_printed=True)))
    made = Office(folder).convert(list(files.values()), "pdf", folder / "pdf")
    return {path: printed(pdf) for path, pdf in zip(files, made, strict=True)}


def _words(cell: CellSpec, data: dict[str, Any]) -> str:
    """Return what a cell of the head prints, "" for what the test does not follow."""
    if cell.down > 1:
        return ""
    if cell.label and len(cell.label) > 1:
        return cell.label.replace("{money_unit}", data["money_unit"])
    named = cell.field in ("title", "project_name", "department", "unit", "project_nature")
    return (data[cell.field] or "") if named and cell.field else ""


def _rows(layout: Layout, data: dict[str, Any]) -> Iterator[list[str]]:
    """Yield the words of each row of the official form, down to the indicator's headings."""
    for row in layout.head:
        words = [_words(cell, data) for cell in row.cells]
        if any(words):
            yield [word for word in words if word]
    yield [column.label for column in layout.indicators.columns.values()]


def _row_below(words: list[str], page: Printed, above: Spot) -> Spot | None:
    """Return the highest place below ``above`` where all words stand in one row, left to right."""
    for first in sorted(page.spots(words[0])):
        if (first.page, first.y) <= (above.page, above.y):
            continue
        left = first.x
        for word in words[1:]:
            right = [
                spot.x
                for spot in page.spots(word)
                if spot.page == first.page and abs(spot.y - first.y) < _SAME_ROW and spot.x > left
            ]
            if not right:
                break
            left = min(right)
        else:
            return first
    return None


@every_form
def test_cells_stand_in_the_official_order(path: Path, pages: dict[Path, Printed]) -> None:
    data = data_of(path)
    spot = Spot(0, 0.0, 0.0)
    for words in _rows(load_layout(data["layout"]), data):
        below = _row_below(words, pages[path], spot)
        assert below is not None, f"{words} does not stand below {spot}"
        spot = below


@every_form
def test_indicators_stand_in_the_order_of_the_form(path: Path, pages: dict[Path, Printed]) -> None:
    spot = Spot(0, 0.0, 0.0)
    for row in data_of(path)["indicators"]:
        below = [s for s in sorted(pages[path].spots(row["name"])) if s[:2] > spot[:2]]
        assert below, f"{row['name']} does not stand below {spot}"
        spot = below[0]


@every_form
def test_every_text_is_wholly_visible(path: Path, pages: dict[Path, Printed]) -> None:
    data = data_of(path)
    texts = [data.get(key) for key in ("annual_goal", "expected_goal", "actual_result")]
    for row in data["indicators"]:
        texts += [row["target"], row.get("actual"), row.get("deviation_analysis")]
    assert [text for text in texts if text and bare(text) not in pages[path].text] == []


def test_the_year_stands_in_its_official_line(pages: dict[Path, Printed]) -> None:
    lines = {data_of(path)["layout"]: pages[path].text for path in SHIPPED}
    assert "（2024年度）" in lines["sh-decl-2024"]
    assert "（2026年度）" in lines["sh-decl-2026"]
    assert "（2021年度）" in lines["sh-eval-2021"]
