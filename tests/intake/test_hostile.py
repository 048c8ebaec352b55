"""Archives made to harm: refused with a sentence, in bounded time and memory."""

from pathlib import Path

import pytest

from generator.batch.inputs import gather
from generator.batch.intake import ArchiveLimits, Input, Listing
from generator.workbook.package import Limits
from generator.workbook.rejection import Rejected
from tests.intake.test_archives import FORM, codes, content, gathered
from tests.intake.zips import Packed, zip_of, zipped

_SMALL = ArchiveLimits(members=5, inflated=1_000_000, nested=300_000)


def refusals(folder: Path, data: bytes, limits: ArchiveLimits = _SMALL) -> list[str]:
    path = folder / "a.zip"
    path.write_bytes(data)
    listing = Listing(limits)
    listing.add(Input(str(path), "a.zip"))
    return [each.refusal.code for each in listing.inputs if each.refusal]


def test_too_many_members(tmp_path: Path) -> None:
    many = zip_of({f"{number}.xlsx": b"" for number in range(6)})
    assert refusals(tmp_path, many) == ["ARCHIVE-MEMBERS"]


def test_members_are_counted_through_all_depths(tmp_path: Path) -> None:
    inner = zip_of({f"{number}.xlsx": b"" for number in range(3)})
    assert refusals(tmp_path, zip_of({"a.zip": inner, "b.zip": inner})) == ["ARCHIVE-MEMBERS"]


def test_more_than_may_be_inflated(tmp_path: Path) -> None:
    assert refusals(tmp_path, zip_of({"a.xlsx": bytes(1_000_001)})) == ["ARCHIVE-INFLATED"]


def test_an_archive_inside_that_is_too_large(tmp_path: Path) -> None:
    large = zipped(Packed(b"a.xlsx", bytes(400_000), method=0))
    assert refusals(tmp_path, zip_of({"b.zip": large})) == ["ARCHIVE-NESTED"]


def test_members_that_share_their_bytes(tmp_path: Path) -> None:
    data = zipped(Packed(b"a.xlsx", FORM), Packed(b"b.xlsx", FORM, at=0))
    assert refusals(tmp_path, data) == ["ARCHIVE-OVERLAP"]


@pytest.mark.parametrize(
    ("packed", "code"),
    [
        (Packed(b"a.xlsx", bytes(50_000_000), size=1000), "ARCHIVE-BOMB"),
        (Packed(b"a.xlsx", FORM, size=len(FORM) + 1), "ARCHIVE-DAMAGED"),
        (Packed(b"a.xlsx", bytes(20 * 1024 * 1024 + 1)), "PKG-TOO-BIG"),
        (Packed(b"a.xlsx", FORM, method=9), "ARCHIVE-COMPRESSION"),
    ],
)
def test_a_member_that_lies_is_answered_alone(tmp_path: Path, packed: Packed, code: str) -> None:
    found = gathered(tmp_path, {"a.zip": zipped(packed, Packed(b"b.xlsx", FORM))})
    bad, good = found.inputs
    with pytest.raises(Rejected) as refused:
        bad.load(Limits())
    assert refused.value.rejection.code == code
    assert content(good) == FORM


def test_an_archive_that_contains_itself_ends(tmp_path: Path) -> None:
    data = zip_of({"a.xlsx": FORM})
    for _ in range(10):
        data = zip_of({"r.zip": data})
    assert list(codes(gathered(tmp_path, {"r.zip": data})).values()) == ["ARCHIVE-DEPTH"]


def test_an_archive_replaced_in_between(tmp_path: Path) -> None:
    (found,) = gathered(tmp_path, {"a.zip": zip_of({"a.xlsx": FORM})}).inputs
    found.path.write_bytes(zip_of({"a.xlsx": b"something else"}))
    with pytest.raises(Rejected) as refused:
        found.load(Limits())
    assert refused.value.rejection.code == "ARCHIVE-CHANGED"
    found.path.unlink()
    with pytest.raises(Rejected) as refused:
        found.load(Limits())
    assert refused.value.rejection.code == "FILE-UNREADABLE"


@pytest.mark.parametrize("cut", range(0, 400, 7))
def test_damage_anywhere_is_an_answer(tmp_path: Path, cut: int) -> None:
    data = bytearray(zip_of({"a.xlsx": b"1" * 50, "b.zip": zip_of({"c.xlsx": b"2"})}))
    data[cut % len(data)] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(data)
    found = gather([tmp_path])
    assert found.inputs or found.others or found.passed_over
    for each in found.inputs:
        try:
            each.load(Limits())
        except Rejected as refused:
            assert refused.rejection.message
