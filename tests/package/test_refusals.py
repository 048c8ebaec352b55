"""What is no workbook, or no whole one, is refused with its own code and a Chinese sentence."""

import io
import os
import re
import struct
import zipfile
from pathlib import Path

import pytest

from generator.workbook import rejection
from generator.workbook.package import Limits, Package
from generator.workbook.rejection import Rejected

from .workbooks import CONTENT_TYPES, plain_workbook, zip_of

BOOK = plain_workbook()
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SHEET = "xl/worksheets/sheet1.xml"


def code_of(source: bytes | Path, limits: Limits | None = None) -> str:
    """Return the code ``source`` is refused with, all its members read."""
    with pytest.raises(Rejected) as caught:
        package = Package.open(source, limits or Limits())
        for name in package.names:
            package.read(name)
    message = caught.value.rejection.message
    assert re.search(r"[\u4e00-\u9fff].*。$", message)
    assert "{" not in message
    return caught.value.rejection.code


def stream(name: str) -> bytes:
    return OLE2 + (name + "\0").encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "PKG-EMPTY"),
        (bytes(4096), "PKG-EMPTY"),
        (b"hello", "PKG-NOT-ZIP"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html></html>", "PKG-HTML"),
        (b'<?xml version="1.0"?><html xmlns="x"><table/></html>', "PKG-HTML"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
         "PKG-XML-2003"),
        (stream("Workbook"), "PKG-OLD-XLS"),
        (stream("Book"), "PKG-OLD-XLS"),
        (stream("EncryptedPackage"), "PKG-ENCRYPTED"),
        (stream("WordDocument"), "PKG-WORD"),
        (OLE2, "PKG-OLE2"),
        (zip_of({}), "PKG-NO-WORKBOOK"),
        (zip_of({"a.txt": b"a"}), "PKG-NO-WORKBOOK"),
        (zip_of({CONTENT_TYPES: b"", "word/document.xml": b""}), "PKG-WORD"),
        (zip_of({CONTENT_TYPES: b"", "ppt/presentation.xml": b""}), "PKG-POWERPOINT"),
        (zip_of({CONTENT_TYPES: b"", "xl/workbook.bin": b""}), "PKG-XLSB"),
        (zip_of({"mimetype": b"", "content.xml": b""}), "PKG-OPEN-DOCUMENT"),
        (zip_of({"../a.xml": b""}), "PKG-NAME"),
        (zip_of({"/a.xml": b""}), "PKG-NAME"),
        (zip_of({"xl\\a.xml": b""}), "PKG-NAME"),
        (zip_of({"C:/a.xml": b""}), "PKG-NAME"),
        (zip_of({"a.xml": b"", "A.XML": b""}), "PKG-DUPLICATE"),
        (zip_of({"a.xml": b"a" * 99}, zipfile.ZIP_BZIP2), "PKG-COMPRESSION"),
        (BOOK[:-30], "PKG-TRUNCATED"),
        (BOOK[: len(BOOK) // 2], "PKG-TRUNCATED"),
        (BOOK[:100] + BOOK[200:], "PKG-DAMAGED"),
    ],
)  # fmt: skip
def test_told_by_content(data: bytes, code: str) -> None:
    assert code_of(data) == code


@pytest.mark.parametrize(
    ("limits", "code", "figure"),
    [
        (Limits(file_size=1024 * 1024), "PKG-TOO-BIG", "1 MB"),
        (Limits(members=3), "PKG-MEMBERS", "3 个"),
        (Limits(inflated=1024 * 1024), "PKG-INFLATED", "1 MB"),
    ],
)
def test_limits_are_named(limits: Limits, code: str, figure: str, tmp_path: Path) -> None:
    big = zip_of({**{f"{n}.bin": os.urandom(300_000) for n in range(4)}}, zipfile.ZIP_STORED)
    path = tmp_path / "big.xlsx"
    path.write_bytes(big)
    for source in (big, path):
        with pytest.raises(Rejected) as caught:
            Package.open(source, limits)
        assert caught.value.rejection.code == code
        assert figure in caught.value.rejection.message


def _patched(offset: int, form: str, value: int) -> bytes:
    """Return the workbook with a field of the first central record changed."""
    with zipfile.ZipFile(io.BytesIO(BOOK)) as archive:
        start = archive.start_dir
    data = bytearray(BOOK)
    struct.pack_into(form, data, start + offset, value)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_patched(8, "<H", 1), "PKG-MEMBER-ENCRYPTED"),
        (_patched(10, "<H", 9), "PKG-COMPRESSION"),
        (_patched(16, "<I", 1), "PKG-CRC"),
        (_patched(20, "<I", 0xFFFFFFFF), "PKG-ZIP64"),
        (_patched(20, "<I", 100_000), "PKG-OVERLAP"),
        (_patched(24, "<I", 5), "PKG-BOMB"),
        (_patched(24, "<I", 50_000), "PKG-CRC"),
        (_patched(42, "<I", 7), "PKG-DAMAGED"),
    ],
)
def test_the_directory_is_not_trusted(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_members_that_share_bytes_are_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(BOOK)) as archive:
        second = archive.infolist()[1].header_offset
    assert code_of(_patched(42, "<I", second)) in ("PKG-OVERLAP", "PKG-DAMAGED")


def test_inflation_stops_at_the_declared_size() -> None:
    bomb = zip_of({CONTENT_TYPES: b"", "xl/workbook.xml": bytes(50_000_000)})
    at = bomb.rfind(b"PK\x01\x02") + 24
    lying = bytearray(bomb)
    struct.pack_into("<I", lying, at, 10)
    assert code_of(bytes(lying)) == "PKG-BOMB"


@pytest.mark.parametrize(("name", "code"), [("none.xlsx", "PKG-MISSING"), ("", "PKG-UNREADABLE")])
def test_what_the_disk_refuses(name: str, code: str, tmp_path: Path) -> None:
    assert code_of(tmp_path / name) == code


def test_no_permission(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert code_of(tmp_path / "locked.xlsx") == "PKG-NO-PERMISSION"


def test_foreign_names_are_shortened_and_cannot_steer_a_terminal() -> None:
    shown = rejection.reject("PKG-NAME", name="\x1b[2J" + "长" * 500).rejection.message
    assert "\x1b" not in shown
    assert len(shown) < 200
