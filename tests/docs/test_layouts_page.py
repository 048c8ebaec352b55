"""What ``docs/layouts.md`` shows can be copied out and works, and it leaves no key out."""

import os
import re
from pathlib import Path

import pytest

from generator.forms.fields import indicator_columns
from generator.forms.models import SelfEvaluationForm
from generator.workbook.layout.schema import CellSpec, Formula, GroupSpec, Layout, Style
from tests.layout.test_new_city import City

PAGE = (Path(__file__).parents[2] / "docs" / "layouts.md").read_text(encoding="utf-8")
SHORT, CELLS, PROFILE = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_the_short_layout_and_the_profile_work(tmp_path: Path) -> None:
    city = City(tmp_path)
    layout = SHORT.replace("profile: national-2020", "profile: xx-2025")
    assert layout != SHORT
    (tmp_path / "templates/layouts/xx-eval-2025.yaml").write_text(layout, encoding="utf-8")
    (tmp_path / "templates/profiles/xx-2025.yaml").write_text(PROFILE, encoding="utf-8")
    listed = city("layouts")
    assert "xx-eval-2025" in listed and "某市（2025年）" in listed


def test_every_key_and_every_word_is_told_of() -> None:
    words = set(re.findall(r"\w+", PAGE))
    for model in (Layout, CellSpec, GroupSpec):
        assert set(model.model_fields) <= words, model.__name__
    assert {*Formula, *Style, *indicator_columns(SelfEvaluationForm)} <= words


def test_every_kind_of_cell_is_one() -> None:
    for line in CELLS.splitlines():
        assert line.startswith("- {at: "), line
