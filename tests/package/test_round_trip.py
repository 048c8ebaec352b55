"""Untouched members come back byte for byte; changed ones keep name, date and attributes."""

import io
import random
import zipfile

import pytest

from generator.workbook.package import Package
from generator.workbook.rejection import Rejected

from .workbooks import CONTENT_TYPES, plain_workbook, streamed, zip_of

SHEET = "xl/worksheets/sheet1.xml"


def raw_members(data: bytes) -> dict[str, bytes]:
    """Return the compressed bytes with the local header of each member, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        starts = sorted(info.header_offset for info in infos)
        ends = dict(zip(starts, [*starts[1:], archive.start_dir], strict=True))
        return {
            info.filename: data[info.header_offset : ends[info.header_offset]] for info in infos
        }


@pytest.mark.parametrize("data", [plain_workbook(), streamed(plain_workbook())])
def test_no_change_gives_the_same_bytes(data: bytes) -> None:
    assert Package.open(data).to_bytes() == data


@pytest.mark.parametrize("data", [plain_workbook(), streamed(plain_workbook())])
def test_a_replaced_member_leaves_the_others_raw(data: bytes) -> None:
    package = Package.open(data)
    package.replace(SHEET, b"<new/>" * 100)
    result = package.to_bytes()
    before, after = raw_members(data), raw_members(result)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {SHEET}
    with zipfile.ZipFile(io.BytesIO(result)) as new, zipfile.ZipFile(io.BytesIO(data)) as old:
        assert new.testzip() is None
        assert new.read(SHEET) == b"<new/>" * 100
        assert new.comment == old.comment
        for name in ("date_time", "external_attr", "create_system", "extra", "comment"):
            assert getattr(new.getinfo(SHEET), name) == getattr(old.getinfo(SHEET), name)


def test_members_in_another_order_than_the_directory_stay_in_both_orders() -> None:
    data = plain_workbook()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.start_dir
        names = archive.namelist()
    directory = Package.open(data)._directory
    records = [member.record for member in directory.members]
    random.Random(4).shuffle(records)
    shuffled = data[:start] + b"".join(records) + data[directory.end :]
    package = Package.open(shuffled)
    assert sorted(package.names) == sorted(names)
    package.replace(SHEET, b"<x/>")
    result = package.to_bytes()
    assert Package.open(result).names == package.names
    assert list(raw_members(result)) == list(raw_members(shuffled))


def test_added_members_come_last_and_removed_ones_are_gone() -> None:
    data = plain_workbook()
    package = Package.open(data)
    package.add("xl/新增.xml", b"<added/>")
    package.remove("docProps/app.xml")
    again = Package.open(package.to_bytes())
    assert again.names == package.names
    assert again.names[-1] == "xl/新增.xml"
    assert again.read("xl/新增.xml") == b"<added/>"
    assert again.find("docProps/app.xml") is None
    with zipfile.ZipFile(io.BytesIO(package.to_bytes())) as archive:
        assert archive.testzip() is None


def test_names_are_found_whatever_their_case() -> None:
    package = Package.open(plain_workbook())
    assert package.find("XL/Workbook.XML") == "xl/workbook.xml"
    assert package.find("xl/nothing.xml") is None
    with pytest.raises(Rejected) as caught:
        package.add("XL/WORKBOOK.xml", b"")
    assert caught.value.rejection.code == "PKG-DUPLICATE"


@pytest.mark.parametrize("act", ["read", "remove", "replace"])
def test_a_missing_member_is_an_answer(act: str) -> None:
    package = Package.open(plain_workbook())
    arguments = (b"",) if act == "replace" else ()
    with pytest.raises(Rejected) as caught:
        getattr(package, act)("xl/nothing.xml", *arguments)
    assert caught.value.rejection.code == "PKG-PART-MISSING"


def test_folders_in_the_zip_are_kept_and_not_listed() -> None:
    data = zip_of({"xl/": b"", CONTENT_TYPES: b"<Types/>", "xl/workbook.xml": b"<workbook/>"})
    package = Package.open(data)
    assert package.names == (CONTENT_TYPES, "xl/workbook.xml")
    package.replace("xl/workbook.xml", b"<other/>")
    assert list(raw_members(package.to_bytes())) == ["xl/", CONTENT_TYPES, "xl/workbook.xml"]


def test_a_zip64_block_is_dropped_only_where_sizes_are_new() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in (CONTENT_TYPES, "xl/workbook.xml"):
            with archive.open(name, "w", force_zip64=True) as file:
                file.write(b"<x/>")
    package = Package.open(buffer.getvalue())
    package.replace("xl/workbook.xml", b"<y/>")
    result = package.to_bytes()
    with zipfile.ZipFile(io.BytesIO(result)) as archive:
        assert archive.read("xl/workbook.xml") == b"<y/>"
    before, after = raw_members(buffer.getvalue()), raw_members(result)
    assert before[CONTENT_TYPES] == after[CONTENT_TYPES]
