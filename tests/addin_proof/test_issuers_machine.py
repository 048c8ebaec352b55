"""On the machine of the office that issued the forms: seals and withdrawn issues are tested too."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.addin_proof.desk import Desk
from tests.addin_proof.proofs import checking
from tests.addin_proof.registry import RETURNED
from tests.real_forms import ROOT
from tests.samples.make_samples import SEAL

pytestmark = pytest.mark.libreoffice
NAME = "sh2023-01"


def the_key_that_sealed(desk: Desk, keys: Path) -> None:
    entry = {"key": SEAL.key.hex(), "made": "2025-01-01"}
    keys.write_text(json.dumps({"keys": [entry]}), encoding="utf-8")


def another_key(desk: Desk, keys: Path) -> None:
    assert desk.jixiao.run("key", "rotate").status == 0


def a_later_issue(desk: Desk, keys: Path) -> None:
    """The form was issued anew, as the ledger knows."""
    another_key(desk, keys)
    target = desk.jixiao.folder()
    source = ROOT / "sample_workbooks" / "项目清单.xlsx"
    assert desk.jixiao.run("blank", source, "-o", target, "--reissue").status == 0


def a_broken_key_file(desk: Desk, keys: Path) -> None:
    keys.write_text("{", encoding="utf-8")


@pytest.mark.parametrize(
    ("machine", "rule"),
    [
        (the_key_that_sealed, None),
        (another_key, "ISS-14"),
        (a_later_issue, "ISS-16"),
        (a_broken_key_file, None),
    ],
)
def test_the_button_finds_what_the_command_finds(
    machine: Callable[[Desk, Path], None], rule: str | None, desk: Desk, tmp_path: Path
) -> None:
    keys = tmp_path / "密钥" / "keys.json"
    keys.parent.mkdir()
    desk.patch.setenv("JIXIAO_KEYS", str(keys))
    machine(desk, keys)
    source = RETURNED / f"{NAME}.xlsx"
    found = {each["rule"] for each in desk.jixiao.check(source)["findings"]}
    assert found & {"ISS-14", "ISS-16"} >= ({rule} if rule else set())
    checking.saves_what_the_command_finds(desk.open(source))
