"""Workbooks the tests of the container work on, made by openpyxl or by hand."""

import io
import zipfile

import openpyxl

CONTENT_TYPES = "[Content_Types].xml"


def plain_workbook() -> bytes:
    """Return a small workbook of two sheets with numbers, texts, formulas and a merge."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "自评表"
    for row in range(1, 13):
        sheet.append([f"指标{row}", row * 1.5, f"=B{row}*2", "≥95%", None, row % 2 == 0])
    sheet.merge_cells("A2:A4")
    sheet.row_dimensions[5].hidden = True
    sheet.protection.sheet = True
    book.create_sheet("隐藏").sheet_state = "veryHidden"
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """Return the file openpyxl writes."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def zip_of(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of ``members``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


class _Pipe(io.RawIOBase):
    """A sink that cannot seek, so that zipfile writes data descriptors."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:
        self.data += data
        return len(data)


def streamed(source: bytes) -> bytes:
    """Return the same members written as a stream: sizes stand behind the data."""
    pipe = _Pipe()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(pipe, "w", 8) as new:
        for info in old.infolist():
            new.writestr(info, old.read(info))
        new.comment = b"made by a stream"
    return bytes(pipe.data)
