"""A recalculated copy differs in the form's sheet part (and the chain of formulas) alone."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from generator.resources import samples
from generator.workbook.reader import read_workbook_form
from generator.workbook.recalculate import recalculate

from .enriched import enriched

RETURNS = sorted(samples("returned").glob("*.xlsx"))
SHEET, CHAIN = "xl/worksheets/sheet1.xml", "xl/calcChain.xml"
_HEADER = 30


def raw_members(workbook: bytes) -> dict[str, tuple[object, ...]]:
    """Return everything the archive holds of each member: record, header, compressed bytes."""
    found: dict[str, tuple[object, ...]] = {}
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        for each in archive.infolist():
            start = each.header_offset
            names = sum(
                int.from_bytes(workbook[at : at + 2], "little") for at in (start + 26, start + 28)
            )
            end = start + _HEADER + names + each.compress_size
            found[each.filename] = (
                *(each.date_time, each.external_attr, each.internal_attr, each.create_system),
                *(each.comment, each.extra, each.compress_type, each.CRC, each.flag_bits),
                workbook[start:end],
            )
    return found


def recalculated(workbook: bytes) -> bytes:
    return recalculate(read_workbook_form(workbook)).to_bytes()


@pytest.mark.parametrize("path", RETURNS, ids=lambda path: path.stem)
def test_only_the_sheet_changes(path: Path) -> None:
    workbook = enriched(path.read_bytes())
    copy = recalculated(workbook)
    before, after = raw_members(workbook), raw_members(copy)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} <= {SHEET}
    if copy != workbook:
        kept = slice(0, 7)  # dates, attributes, comment, extra and method of the changed one too
        assert before[SHEET][kept] == after[SHEET][kept]
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        assert archive.testzip() is None
        assert archive.comment == "由 OA 系统导出".encode()


@pytest.mark.parametrize("path", RETURNS, ids=lambda path: path.stem)
def test_in_the_sheet_only_computed_cells_change(path: Path) -> None:
    """Entered cells, styles, rows and all that stands around them keep their bytes."""
    workbook = enriched(path.read_bytes())
    reading = read_workbook_form(workbook)
    places = reading.places
    computed = {
        place.a1 for field, place in places.scalars.items() if field in reading.layout.computed
    }
    computed |= (
        {place.a1 for _, place in places.indicator_places("score")}
        if ("score" in places.columns)
        else set()
    )
    helpers = set(places.helpers.values())
    before, after = _pieces(workbook), _pieces(recalculated(workbook))
    assert list(before) == list(after)
    for address in (name for name in before if before[name] != after[name]):
        assert address in computed or _column(address) in helpers, address


def test_a_second_recalculation_changes_nothing() -> None:
    for path in RETURNS:
        once = recalculated(enriched(path.read_bytes()))
        assert recalculated(once) == once


def test_the_chain_of_formulas_loses_what_is_no_formula_any_more() -> None:
    """Where nothing loses its formula the chain stays as it is, wherever it came from."""
    path = next(path for path in RETURNS if path.stem == "sz2021-05")
    workbook = _with_chain(path.read_bytes())
    copy = recalculated(workbook)
    before, after = raw_members(workbook), raw_members(copy)
    assert {name for name in before if before[name] != after.get(name)} <= {SHEET, CHAIN}
    assert before[CHAIN] == after[CHAIN]


def _with_chain(workbook: bytes) -> bytes:
    xml = _read(workbook, SHEET)
    cells = re.findall(rb'<c r="([A-Z0-9]+)"[^>]*><f>', xml)
    chain = b"".join(b'<c r="%b" i="1"/>' % each for each in cells)
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/_rels/workbook.xml.rels":
                data = data.replace(
                    b"</Relationships>",
                    b'<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/'
                    b'officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>'
                    b"</Relationships>",
                )
            archive.writestr(name, data)
        archive.writestr(CHAIN, b'<calcChain xmlns="%b">%b</calcChain>' % (main, chain))
    return target.getvalue()


def _read(workbook: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return archive.read(name)


def _pieces(workbook: bytes) -> dict[str, bytes]:
    """Return the sheet's cells by address, and what stands between them, numbered."""
    found: dict[str, bytes] = {}
    cell = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*?(?:/>|>.*?</c>))', re.DOTALL)
    for number, piece in enumerate(cell.split(_read(workbook, SHEET))):
        match = cell.fullmatch(piece)
        if match is not None:
            found[match[2].decode()] = piece
        elif not re.fullmatch(rb"[A-Z]+[0-9]+", piece):
            found[f"between {number}"] = piece
    return found


def _column(address: str) -> int:
    number = 0
    for letter in address.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
