"""The real forms tests run on: those shipped with the project, and the corpus where it exists."""

import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SHIPPED = sorted((ROOT / "sample_workbooks" / "forms").glob("*.json"))
CORPUS_FOLDER = ROOT.parent / "shared" / "corpus"
CORPUS = sorted(CORPUS_FOLDER.glob("*.json"))

every_real_form = pytest.mark.parametrize(
    "path", [*SHIPPED, *CORPUS], ids=lambda path: f"{path.parent.name}/{path.stem}"
)


def data_of(path: Path) -> dict[str, Any]:
    """Return the JSON of a form."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data
