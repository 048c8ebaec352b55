"""The forms a sequence begins with: every layout, filled in and blank, and one of another make."""

import io
from functools import cache
from typing import Any

import openpyxl

from generator.forms.models import SelfEvaluationForm, TargetForm, from_json
from generator.workbook.writer import FormOptions, write_form
from tests.addin_actions.conftest import RETURNED
from tests.real_forms import ROOT, data_of

_FORMS = ROOT / "sample_workbooks" / "forms"
_NATIONAL = {"cn-eval-2020": "sh2023-04", "cn-decl-2021": "sh2026-03"}
_BLANK = {"sh-eval-2023": SelfEvaluationForm, "sh-decl-2024": TargetForm}
_OTHERS = ("sh2023-06", "sh2026-06")
NAMES = (
    *("sh2023-04", "sh2023-01", "sz2021-01", "shxx2021-01", "sh2026-01", "mh2024-01"),
    *_NATIONAL,
    *(f"blank {layout}" for layout in _BLANK),
    *(f"other {name}" for name in _OTHERS),
)
TARGET = RETURNED / "sh2026-01.xlsx"
"""What 从申报表带入 is given."""


@cache
def workbook(name: str) -> bytes:
    """Return the file of a start."""
    kind, _, which = name.partition(" ")
    if kind == "blank":
        return write_form(_BLANK[which](layout=which, fiscal_year=2024))
    if kind == "other":
        return _of_another_make(which)
    if name in _NATIONAL:
        return write_form(from_json(_national(name)), FormOptions(as_printed=True))
    return (RETURNED / f"{name}.xlsx").read_bytes()


def _national(layout: str) -> dict[str, Any]:
    """Return a real form's data as one of a national layout."""
    data = data_of(_FORMS / f"{_NATIONAL[layout]}.json")
    for row in data["indicators"] if layout == "cn-decl-2021" else ():
        row["weight"] = "5"
    return {**data, "layout": layout}


def _of_another_make(name: str) -> bytes:
    """Return a form known by its labels only: no names, no hidden sheet."""
    book = openpyxl.load_workbook(RETURNED / f"{name}.xlsx")
    del book["_jixiao"]
    for defined in list(book.defined_names):
        del book.defined_names[defined]
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
