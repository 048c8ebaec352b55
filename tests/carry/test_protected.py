"""Target forms with a password to open them are carried over by who has it."""

import io
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from generator.workbook.reader import read_workbook_form
from tests.cli.command import run
from tests.forms.forms import target
from tests.issued.tampering import issued

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def protected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A target form that asks for the password 开门 before it opens."""
    monkeypatch.setenv("JIXIAO_KEYS", str(tmp_path / "keys" / "keys.json"))
    path = tmp_path / "申报表.xlsx"
    with path.open("wb") as file:
        OOXMLFile(io.BytesIO(issued(target()))).encrypt("开门", file)
    return path


def test_with_the_password(capsys: Capture, protected: Path, tmp_path: Path) -> None:
    out = tmp_path / "o"
    options = ("-o", out, "--layout", "sh-eval-2023", "--open-password", "开门")
    assert run(capsys, "carry", protected, *options).status == 0
    (made,) = out.glob("*.xlsx")
    assert read_workbook_form(made).form.project_name == target().project_name


@pytest.mark.parametrize(
    ("given", "why"), [((), "打开密码"), (("--open-password", "芝麻"), "密码不正确")]
)
def test_without_it(
    capsys: Capture, protected: Path, tmp_path: Path, given: tuple[str, ...], why: str
) -> None:
    shown = run(
        capsys, "carry", protected, "-o", tmp_path / "o", "--layout", "sh-eval-2023", *given
    )
    assert shown.status == 3 and why in shown.err
    assert not list((tmp_path / "o").glob("*.xlsx"))
