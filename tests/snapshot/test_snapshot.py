"""What is kept from run to run: never older than its files, whole or not at all, only our own."""

import os
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import snapshot
from generator.snapshot import kept, snapshot_folder

reads: list[Path] = []


def read(path: Path) -> dict[str, str]:
    """Stand for the reading of a data file; every reading is noted."""
    reads.append(path)
    return {"text": path.read_text(encoding="utf-8")}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder for snapshots, and forget earlier readings."""
    made = tmp_path / "kept"
    monkeypatch.setenv(snapshot.VARIABLE, str(made))
    snapshot_folder.cache_clear()
    reads.clear()
    return made


@pytest.fixture(autouse=True)
def _afterwards() -> Iterator[None]:
    yield
    snapshot_folder.cache_clear()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "words.yaml"
    path.write_text("甲", encoding="utf-8")
    return path


def test_a_file_is_read_once(folder: Path, file: Path) -> None:
    assert [kept("words", [file], read, file) for _ in range(3)] == [{"text": "甲"}] * 3
    assert reads == [file]


def test_a_changed_file_is_read_again(folder: Path, file: Path) -> None:
    kept("words", [file], read, file)
    before = file.stat()
    file.write_text("乙", encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert kept("words", [file], read, file) == {"text": "乙"}


def test_a_file_added_to_a_folder_is_noticed(folder: Path, file: Path) -> None:
    kept("words", [file.parent], read, file)
    (file.parent / "more.yaml").write_text("丙", encoding="utf-8")
    kept("words", [file.parent], read, file)
    assert len(reads) == 2


def test_another_version_reads_again(
    folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept("words", [file], read, file)
    monkeypatch.setattr(snapshot, "__version__", "99")
    kept("words", [file], read, file)
    assert len(reads) == 2


@pytest.mark.parametrize(
    "damage", [lambda d: d[:-3], lambda d: d[:40] + b"?" + d[41:], lambda d: b""]
)
def test_a_damaged_snapshot_is_passed_over_and_made_anew(
    folder: Path, file: Path, damage: Callable[[bytes], bytes]
) -> None:
    kept("words", [file], read, file)
    (path,) = folder.rglob("words.snapshot")
    path.write_bytes(damage(path.read_bytes()))
    assert kept("words", [file], read, file) == {"text": "甲"}
    assert kept("words", [file], read, file) == {"text": "甲"}
    assert len(reads) == 2


def test_errors_of_the_reader_are_its_own(folder: Path, tmp_path: Path, file: Path) -> None:
    with pytest.raises(FileNotFoundError):
        kept("words", [file], read, tmp_path / "none")


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such permissions")
@pytest.mark.parametrize("writable", [lambda folder, _: folder, lambda _, path: path.parent])
def test_a_folder_others_can_write_to_is_not_trusted(
    folder: Path, file: Path, writable: Callable[[Path, Path], Path]
) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(folder / "trapped"),)

    kept("words", [file], read, file)
    (path,) = folder.rglob("words.snapshot")
    digest = snapshot._digest([file, *snapshot._code(read, file)])
    snapshot._save(path, digest, pickle.dumps(Trap()))
    writable(folder, path).chmod(0o777)
    snapshot_folder.cache_clear()
    reads.clear()
    assert kept("words", [file], read, file) == {"text": "甲"}
    assert not (folder / "trapped").exists()
    assert kept("words", [file], read, file) == {"text": "甲"}
    assert len(reads) == 2, "and nothing is kept there"


def test_installations_do_not_undo_each_other_s_work(
    folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in ("1", "2", "1", "2"):
        monkeypatch.setattr(snapshot, "__version__", version)
        snapshot_folder.cache_clear()
        kept("words", [file], read, file)
    assert len(reads) == 2


def test_nothing_is_kept_where_nobody_wants_it(
    file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(snapshot.VARIABLE, "")
    snapshot_folder.cache_clear()
    assert [kept("words", [file], read, file) for _ in range(2)] == [{"text": "甲"}] * 2
    assert len(reads) == 2


def test_a_folder_that_cannot_be_made_is_no_fault(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv(snapshot.VARIABLE, str(tmp_path / "file" / "below"))
    snapshot_folder.cache_clear()
    assert kept("words", [file], read, file) == {"text": "甲"}
