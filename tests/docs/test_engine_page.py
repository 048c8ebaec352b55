"""``docs/libreoffice-engine.md`` tells of all the engine offers beside xlwings' interface."""

import re
from pathlib import Path

from xladdin import libreoffice

PAGE = (Path(__file__).parents[2] / "docs" / "libreoffice-engine.md").read_text(encoding="utf-8")
OF_THE_TYPES = {"Calls", "Count", "Engine"}
"""Types of what ``register()`` returns; nobody makes one."""


def test_every_public_name_is_told_of() -> None:
    words = set(re.findall(r"\w+", PAGE))
    assert set(libreoffice.__all__) - OF_THE_TYPES <= words
