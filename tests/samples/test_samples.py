"""Everything in ``sample_workbooks/`` is what the command makes, no more and no less."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.samples.make_samples import SAMPLES, made


def members(data: bytes) -> dict[str, bytes]:
    """Return a package's parts; how they are deflated may differ between zlib versions."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def fresh() -> dict[str, bytes]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "0")  # made() sets its own; this restores it afterwards
        return dict(made())


def test_the_samples_are_what_the_command_makes(fresh: dict[str, bytes]) -> None:
    for name, data in fresh.items():
        kept = members((SAMPLES / name).read_bytes())
        assert kept == members(data), f"{name}: run python -m tests.samples.make_samples"


def test_nothing_else_lies_there(fresh: dict[str, bytes]) -> None:
    there = {path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*.xlsx")}
    assert there == set(fresh)


def test_long_texts_are_our_own() -> None:
    corpus = SAMPLES.parents[1] / "shared" / "corpus"
    if not corpus.is_dir():
        pytest.skip("the corpus is not here to compare with")
    copied = [path.name for path in sorted(Path(SAMPLES / "forms").glob("*.json"))
              if _long_texts(path) & _long_texts(corpus / path.name)]  # fmt: skip
    assert copied == []


def _long_texts(path: Path) -> set[str]:
    import json

    form = json.loads(path.read_text(encoding="utf-8"))
    texts = [form.get(k) for k in ("annual_goal", "expected_goal", "actual_result")]
    texts += [row.get("deviation_analysis") for row in form["indicators"]]
    return {text for text in texts if text and len(text) > 12}
