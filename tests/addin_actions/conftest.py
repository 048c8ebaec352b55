"""Forms open in memory: real ones as returned, blank ones, one of sixty rows."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import xlwings as xw

from generator.forms.models import SelfEvaluationForm, from_json
from generator.workbook.writer import FormOptions, write_form
from tests.addin_actions import memory
from tests.real_forms import ROOT, data_of

RETURNED = ROOT / "sample_workbooks" / "returned"
Open = Callable[[str], xw.Book]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records for undo go to a folder of the test."""
    monkeypatch.delenv("APPDATA", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def returned(tmp_path: Path) -> Open:
    """Open a returned form by its name."""

    def opened(name: str) -> xw.Book:
        path = tmp_path / f"{name}.xlsx"
        shutil.copy(RETURNED / path.name, path)
        return memory.open_book(path)

    return opened


def sixty_rows() -> bytes:
    """Return the workbook of a form with sixty indicators."""
    return rows_of_findings(60)


def rows_of_findings(count: int) -> bytes:
    """Return the workbook of a form with some indicators, with findings in many of them."""
    data = data_of(ROOT / "sample_workbooks" / "forms" / "sh2023-04.json")
    data["indicators"] = [
        {**row, "name": f"{row['name']}{turn}", "score": str(turn)}
        for row in data["indicators"]
        for turn in range(count // len(data["indicators"]) + 1)
    ][:count]
    form = from_json(data)
    assert isinstance(form, SelfEvaluationForm)
    return write_form(form, FormOptions(as_printed=True))


@pytest.fixture
def sixty(tmp_path: Path) -> xw.Book:
    path = tmp_path / "sixty.xlsx"
    path.write_bytes(sixty_rows())
    return memory.open_book(path)


@pytest.fixture
def blank(tmp_path: Path) -> xw.Book:
    """A blank self-evaluation of an unknown project."""
    path = tmp_path / "blank.xlsx"
    path.write_bytes(write_form(SelfEvaluationForm(layout="sh-eval-2023", fiscal_year=2024)))
    return memory.open_book(path)
