"""Saved by another program, nothing was changed: formulas spelt anew are the same formulas."""

from pathlib import Path

import pytest

from generator.forms.models import Form
from tests.forms.forms import evaluation, target
from tests.issued.tampering import found, issued
from tests.libreoffice.office import Office, needs_libreoffice


@pytest.mark.libreoffice
@needs_libreoffice
def test_saving_in_libreoffice_changes_nothing(tmp_path: Path) -> None:
    forms: dict[str, Form] = {"自评表": evaluation(), "申报表": target()}
    for name, form in forms.items():
        (tmp_path / f"{name}.xlsx").write_bytes(issued(form))
    files = [tmp_path / f"{name}.xlsx" for name in forms]
    for path in Office(tmp_path / "office").convert(files, "xlsx", tmp_path / "saved"):
        assert found(path.read_bytes()) == [], path.name
