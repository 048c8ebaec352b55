"""Archives become their members; nothing in them is lost without a word."""

import pickle
from pathlib import Path

import pytest

from generator.batch.inputs import Gathered, gather
from generator.batch.intake import Input
from generator.workbook.package import Limits
from tests.intake.zips import FLAG_ENCRYPTED, Packed, gbk, zip_of, zipped
from tests.real_forms import ROOT

RETURNED = ROOT / "sample_workbooks" / "returned"
FORM = (RETURNED / "mh2024-01.xlsx").read_bytes()


def gathered(folder: Path, files: dict[str, bytes]) -> Gathered:
    """Return what is found in a folder of some files."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return gather([folder])


def codes(found: Gathered) -> dict[str, str | None]:
    return {each.file: each.refusal.code if each.refusal else None for each in found.inputs}


def content(each: Input) -> bytes:
    loaded = each.load(Limits())
    return loaded if isinstance(loaded, bytes) else loaded.read_bytes()


def test_members_carry_the_names_people_gave_them(tmp_path: Path) -> None:
    archive = zipped(gbk("社保中心/"), gbk("社保中心/自评表.xlsx", FORM), gbk("目标表.xlsx", FORM))
    found = gathered(tmp_path, {"退回/六月.zip": archive})
    files = [each.file for each in found.inputs]
    assert files == ["退回/六月.zip!/目标表.xlsx", "退回/六月.zip!/社保中心/自评表.xlsx"]
    assert all(content(each) == FORM for each in found.inputs)


def test_archives_inside_archives(tmp_path: Path) -> None:
    inner = zip_of({"c.xlsx": FORM})
    found = gathered(tmp_path, {"a.zip": zip_of({"b.zip": inner, "d.xlsx": FORM})})
    assert codes(found) == {"a.zip!/b.zip!/c.xlsx": None, "a.zip!/d.xlsx": None}
    assert all(content(pickle.loads(pickle.dumps(each))) == FORM for each in found.inputs)


def test_deeper_than_the_limit(tmp_path: Path) -> None:
    data = FORM
    for name in ("x.xlsx", "3.zip", "2.zip", "1.zip"):
        data = zip_of({name: data})
    found = gathered(tmp_path, {"0.zip": data})
    assert codes(found) == {"0.zip!/1.zip!/2.zip!/3.zip": "ARCHIVE-DEPTH"}


def test_content_tells_workbook_from_archive(tmp_path: Path) -> None:
    files = {
        "a.zip": FORM,
        "b.xlsx": zip_of({"c.xlsx": FORM}),
        "d": FORM,
        "e": zip_of({"f.xls": b""}),
    }
    found = gathered(tmp_path, files)
    assert list(codes(found)) == ["a.zip", "b.xlsx!/c.xlsx", "d", "e!/f.xls"]


def test_noise_is_counted_and_other_files_are_named(tmp_path: Path) -> None:
    noise = {"~$表.xlsx": b"", "__MACOSX/._表.xlsx": b"", "Thumbs.db": b"", ".DS_Store": b""}
    others = {"说明.docx": b"PK", "照片/1.jpg": b"\xff\xd8\xff"}
    inside = {**noise, **others, "表.xlsx": FORM}
    found = gathered(tmp_path, {**inside, ".~lock.表.ods#": b"", "a.zip": zip_of(inside)})
    assert list(codes(found)) == ["a.zip!/表.xlsx", "表.xlsx"]
    assert found.passed_over == 2 * len(noise) + 1
    assert sorted(found.others) == sorted([*others, *(f"a.zip!/{name}" for name in others)])


def test_equal_names_are_told_apart(tmp_path: Path) -> None:
    archive = zipped(Packed(b"a.xlsx", FORM), Packed(b"../A.xlsx", FORM), Packed(b"/a.xlsx", b"x"))
    found = gathered(tmp_path, {"z.zip": archive})
    assert list(codes(found)) == ["z.zip!/A (2).xlsx", "z.zip!/a (3).xlsx", "z.zip!/a.xlsx"]
    assert content(found.inputs[1]) == b"x"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zip_of({}), "ARCHIVE-EMPTY"),
        (zip_of({"说明.docx": b"", "~$表.xlsx": b""}), "ARCHIVE-EMPTY"),
        (zip_of({"表.xlsx": FORM})[:-40], "ARCHIVE-DAMAGED"),
        (b"no zip at all", "ARCHIVE-DAMAGED"),
    ],
)
def test_an_archive_without_forms_is_one_answer(tmp_path: Path, data: bytes, code: str) -> None:
    assert codes(gathered(tmp_path, {"a.zip": data})) == {"a.zip": code}


def test_members_with_a_password(tmp_path: Path) -> None:
    archive = zipped(Packed(b"a.xlsx", FORM, FLAG_ENCRYPTED), Packed(b"b.xlsx", FORM))
    found = gathered(tmp_path, {"a.zip": archive})
    assert codes(found) == {"a.zip!/a.xlsx": "ARCHIVE-ENCRYPTED", "a.zip!/b.xlsx": None}


def test_what_stands_before_an_archive_does_no_harm(tmp_path: Path) -> None:
    found = gathered(tmp_path, {"a.zip": b"sfx" * 100 + zip_of({"表.xlsx": FORM})})
    assert [content(each) for each in found.inputs] == [FORM]


def test_a_folder_that_cannot_be_read_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b.xlsx").write_bytes(FORM)
    scandir = __import__("os").scandir

    def refusing(path: Path) -> object:
        if str(path).endswith("a"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr("os.scandir", refusing)
    assert codes(gather([tmp_path])) == {"b.xlsx": None, "a": "FILE-UNREADABLE"}
