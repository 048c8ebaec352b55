"""A file is written whole or not at all."""

import os
from pathlib import Path

import pytest

from generator.workbook.package import save_atomically


def test_it_replaces_and_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "表.xlsx"
    save_atomically(b"first", target)
    save_atomically(b"second", target)
    assert target.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_mode_is_that_of_a_plain_file_or_of_the_file_replaced(tmp_path: Path) -> None:
    plain, ours = tmp_path / "plain", tmp_path / "ours"
    plain.write_bytes(b"")
    save_atomically(b"", ours)
    assert ours.stat().st_mode == plain.stat().st_mode
    ours.chmod(0o600)
    save_atomically(b"again", ours)
    assert ours.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "表.xlsx"
    target.write_bytes(b"old")
    monkeypatch.setattr(*((os, "fsync", fail) if step == "fsync" else (Path, "replace", fail)))
    with pytest.raises(OSError, match="No space"):
        save_atomically(b"new", target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
