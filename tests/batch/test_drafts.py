"""Results are made good together, each whole or not at all."""

import os
import sys
from pathlib import Path

import pytest

from generator.batch.drafts import FOLDER, Draft, draft_of, make_good, remove_drafts, write_draft


def test_nothing_is_in_its_place_before_it_is_made_good(tmp_path: Path) -> None:
    drafts = [write_draft(b"%d" % n, tmp_path, tmp_path / "甲" / f"{n}") for n in range(40)]
    assert [path.name for path in tmp_path.iterdir()] == [FOLDER]
    assert make_good([drafts[:2], [], drafts[2:]]) == [None, None, None]
    made = {path.name: path.read_bytes() for path in (tmp_path / "甲").iterdir()}
    assert made == {f"{n}": b"%d" % n for n in range(40)}
    assert not list((tmp_path / FOLDER).iterdir())
    remove_drafts(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["甲"]


def test_what_is_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    assert make_good([[write_draft(b"new", tmp_path, tmp_path / "a")]]) == [None]
    assert (tmp_path / "a").read_bytes() == b"new"


def test_one_that_fails_takes_no_other_along(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "full").touch()
    results = [[write_draft(b"x", tmp_path, tmp_path / name)] for name in "abc"]
    gone = Draft(str(tmp_path / FOLDER / "gone"), str(tmp_path / "d"))
    failed = make_good([*results, [write_draft(b"x", tmp_path, tmp_path / "e"), gone]])
    assert [type(each).__name__ for each in failed] == [
        "NoneType",
        "IsADirectoryError",
        "NoneType",
        "FileNotFoundError",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == [FOLDER, "a", "b", "c"]


def test_what_cannot_be_written_leaves_no_draft(tmp_path: Path) -> None:
    def fail(_file: object) -> None:
        raise OSError(28, "full")

    with pytest.raises(OSError, match="full"):
        draft_of(fail, tmp_path, tmp_path / "a")
    assert not list((tmp_path / FOLDER).iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_result_has_the_mode_of_a_plain_file(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    make_good([[write_draft(b"", tmp_path, tmp_path / "a")]])
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.skipif(sys.platform != "linux", reason="looks up handles where Linux has them")
def test_every_file_and_folder_is_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file before it is renamed, the folders once, after."""
    done: list[str] = []
    sync, rename = os.fsync, os.replace

    def synced(handle: int) -> None:
        place = Path(f"/proc/self/fd/{handle}").readlink()
        done.append(f"sync {place.suffix or place.name}")
        sync(handle)

    def renamed(old: str, new: str) -> None:
        rename(old, new)
        done.append("rename")

    drafts = [[write_draft(b"x", tmp_path, tmp_path / "甲" / f"{n}.xlsx")] for n in range(3)]
    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", renamed)
    assert make_good(drafts) == [None] * 3
    assert done[:6] == ["sync .tmp"] * 3 + ["rename"] * 3
    assert sorted(done[6:]) == sorted([f"sync {tmp_path.name}", "sync 甲"])
