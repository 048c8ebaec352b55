"""What runs in the child process: reading the cells of a foreign workbook, or decrypting a file.

A script of its own that imports nothing of ours, so that it starts fast; it may die at any
moment.  Frames on standard input and output: a length in eight bytes, then as many bytes.  A
request is three frames (job, texts as a JSON list, data), an answer two (its kind, its data).
"""

import io
import json
import os
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any, BinaryIO

CELLS, DECRYPT = b"cells", b"decrypt"
DONE, BROKEN, PROTECTED, TOO_BIG = b"done", b"broken", b"protected", b"too big"
_MIDNIGHT = "T00:00:00"

Answer = tuple[bytes, bytes]


def receive(stream: BinaryIO, most: int) -> bytes:
    """Return the next frame; raise ``EOFError`` at the end, ``ValueError`` past ``most`` bytes."""
    head = stream.read(8)
    if len(head) < 8:
        raise EOFError
    length = int.from_bytes(head, "big")
    if length > most:
        raise ValueError(length)
    body = stream.read(length)
    if len(body) < length:
        raise EOFError
    return body


def send(stream: BinaryIO, *frames: bytes) -> None:
    """Write frames and flush them."""
    for frame in frames:
        stream.write(len(frame).to_bytes(8, "big"))
        stream.write(frame)
    stream.flush()


def read_cells(data: bytes, most: int) -> Answer:
    """Return every sheet as plain JSON values; at most so many cells that are not blank."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = list(_sheets(book, most))
    except OverflowError:
        return TOO_BIG, b""
    except CalamineError:  # a password looks to it like any other defect
        return (PROTECTED if _is_protected(data) else BROKEN), b""
    return DONE, json.dumps(sheets).encode()


def _is_protected(data: bytes) -> bool:
    import msoffcrypto

    with suppress(Exception):  # whatever a damaged container brings about: it is not protected
        if not data.startswith(b"PK"):
            return bool(msoffcrypto.OfficeFile(io.BytesIO(data)).is_encrypted())
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return b"encryption-data" in package.read("META-INF/manifest.xml")
    return False


def _sheets(book: Any, most: int) -> Iterator[dict[str, Any]]:
    for listed in book.sheets_metadata:
        if not str(listed.typ).endswith("WorkSheet"):
            continue
        sheet = book.get_sheet_by_name(listed.name)
        cells = list(_cells(sheet, most))
        most -= len(cells)
        merges = sheet.merged_cell_ranges or []
        yield {
            "name": listed.name,
            "state": str(listed.visible).rpartition(".")[2],
            "merges": [[*first, *last] for first, last in merges],
            "cells": cells,
        }


def _cells(sheet: Any, most: int) -> Iterator[list[Any]]:
    """Yield [row, column, kind, value] for the cells that are not blank, counted from 0."""
    top, left = sheet.start or (0, 0)
    for row, values in enumerate(sheet.iter_rows(), top):
        for column, value in enumerate(values, left):
            if value != "":
                most -= 1
                if most < 0:
                    raise OverflowError
                yield [row, column, *_plain(value)]


def _plain(value: object) -> tuple[str, str]:
    if isinstance(value, bool):
        return "b", str(int(value))
    if isinstance(value, int | float):
        return "n", format(value, ".15g")
    if isinstance(value, str):
        return "s", value
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return "s", f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if isinstance(value, datetime | date):
        return "s", value.isoformat().removesuffix(_MIDNIGHT)
    return "s", str(value)


def decrypt(data: bytes, passwords: list[str]) -> Answer:
    """Return the file without its encryption, opened by the first of some passwords that fits."""
    for password in passwords:
        with suppress(Exception):  # the library raises whatever a damaged container brings about
            return DONE, _opened(data, password)
    return PROTECTED, b""


def _opened(data: bytes, password: str) -> bytes:
    import msoffcrypto

    office = msoffcrypto.OfficeFile(io.BytesIO(data))
    plain = io.BytesIO()
    # Files of the old formats always verify the password and have no such option.
    verify = {"verify_password": True} if type(office).__name__ == "OOXMLFile" else {}
    office.load_key(password=password, **verify)
    office.decrypt(plain)
    return plain.getvalue()


def answer(job: bytes, texts: list[str], data: bytes, cells: int) -> Answer:
    """Do one job."""
    return decrypt(data, texts) if job == DECRYPT else read_cells(data, cells)


def serve(memory: int, seconds: int, cells: int) -> None:
    """Answer requests until there are no more, within limits the system enforces where it can."""
    source = os.fdopen(os.dup(0), "rb")
    target = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    more_time = _limits(memory, seconds)
    with suppress(EOFError):
        while True:
            job, texts, data = (receive(source, memory) for _ in range(3))
            more_time()
            try:
                done = answer(job, json.loads(texts), data, cells)
            except MemoryError:
                done = TOO_BIG, b""
            send(target, *done)


def _limits(memory: int, seconds: int) -> Callable[[], None]:
    """Limit memory and core files; return what grants the processor time for one more job."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent still watches the clock
        return lambda: None

    def lower(what: int, value: int) -> None:
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (value, resource.getrlimit(what)[1]))

    lower(resource.RLIMIT_AS, memory)
    lower(resource.RLIMIT_CORE, 0)
    return lambda: lower(resource.RLIMIT_CPU, int(time.process_time()) + seconds + 1)


if __name__ == "__main__":
    serve(*map(int, sys.argv[1:]))
