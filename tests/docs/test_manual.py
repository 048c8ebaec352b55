"""The manual shows every button with its picture, and the pictures stay small."""

import re
from pathlib import Path

from tests.docs.make_button_pictures import IMAGES, SHOTS
from xladdin.ribbon import button_table

DOCS = Path(__file__).parents[2] / "docs"
MANUAL = (DOCS / "使用手册.md").read_text(encoding="utf-8")
MOST_BYTES = 2_000_000


def test_every_button_stands_under_its_label_with_its_picture() -> None:
    for button in button_table().buttons:
        before, picture, _ = MANUAL.partition(f"![{button.label}](images/buttons/{button.id}.png)")
        assert picture, f"no picture of {button.label}"
        heading = before[before.rindex("\n#### ") :].splitlines()[1]
        assert button.label in heading
        assert ("…" in heading) == button.asks


def test_every_picture_is_there_and_every_one_is_shown() -> None:
    shown = {DOCS / path for path in re.findall(r"\]\((images/[^)]+)\)", MANUAL)}
    assert all(path.is_file() for path in shown)
    assert set(IMAGES.glob("*")) <= shown


def test_every_button_has_a_way_to_its_picture() -> None:
    assert set(SHOTS) == {button.id for button in button_table().buttons}


def test_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in (DOCS / "images").rglob("*.*")) < MOST_BYTES
