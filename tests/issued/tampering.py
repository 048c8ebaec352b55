"""Workbooks really issued, changed as a person would, and what is then found about the issue."""

import io
import zipfile
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.examine import examine
from generator.batch.outcome import Located, Outcome
from generator.batch.returns.issuer import Issuer
from generator.forms.models import Form
from generator.workbook.names import parse_reference
from generator.workbook.package import Package
from generator.workbook.reader import read_workbook_form
from generator.workbook.seal import Seal
from generator.workbook.sheet.address import position
from generator.workbook.sheet.apply import apply
from generator.workbook.sheet.edits import Clear, Edit, SetNumber, SetText
from generator.workbook.sheet.scan import scan
from generator.workbook.sheet.workbook import read_workbook
from generator.workbook.writer import FormOptions, write_form

SEAL = Seal(bytes(range(32)))
HIDDEN = "_jixiao"

Typed = str | Decimal | None


def issued(form: Form, *, seal: Seal | None = SEAL, issue: int = 1) -> bytes:
    """Return a workbook as issued, its formulas live."""
    return write_form(form, FormOptions(seal=seal, issue=issue))


def typed(workbook: bytes, cells: Mapping[str, Typed], sheet: str | None = None) -> bytes:
    """Return the workbook with values typed into cells, whatever was there overwritten."""
    package = Package.open(workbook)
    book = read_workbook(package)
    ref = next(ref for ref in book.sheets if sheet in (None, ref.name))
    scanned = scan(package.read(ref.part), book.shared_strings)
    apply(package, ref, scanned, {position(at): _edit(value) for at, value in cells.items()})
    return package.to_bytes()


def _edit(value: Typed) -> Edit:
    if value is None:
        return Clear(None)
    return SetText(value, None) if isinstance(value, str) else SetNumber(value, None)


def edited(workbook: bytes, edit: Callable[[Workbook, Worksheet], object]) -> bytes:
    """Return the workbook after an edit with openpyxl, which drops what formulas showed."""
    book = load_workbook(io.BytesIO(workbook))
    edit(book, book.worksheets[0])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_part(workbook: bytes, name: str, data: bytes = b"x") -> bytes:
    """Return the workbook with one more member in its zip."""
    buffer = io.BytesIO(workbook)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


def with_sheet_xml(workbook: bytes, old: bytes, new: bytes) -> bytes:
    """Return the workbook with a piece of its form sheet's XML replaced, which must be there."""
    package = Package.open(workbook)
    part = read_workbook(package).sheets[0].part
    xml = package.read(part)
    assert old in xml
    package.replace(part, xml.replace(old, new, 1))
    return package.to_bytes()


def place(workbook: bytes, field: str) -> str:
    """Return the cell of a field, ``G15``."""
    found = read_workbook_form(workbook).places.find(field)
    assert found is not None, field
    return found.a1


def answer(workbook: bytes, issuer: Issuer | None = None) -> Outcome:
    """Return the answer to a workbook that can be read."""
    outcome = examine(workbook, "退回.xlsx", issuer=issuer).outcome
    assert outcome.rejection is None, outcome.rejection
    return outcome


def found(workbook: bytes, issuer: Issuer | None = None) -> list[Located]:
    """Return what is found about the issue."""
    findings = answer(workbook, issuer).findings
    return [each for each in findings if each.finding.rule.startswith("ISS-")]


def rules(workbook: bytes, issuer: Issuer | None = None) -> list[tuple[str, str]]:
    """Return rule and severity of what is found about the issue."""
    return [(f.finding.rule, f.finding.severity.value) for f in found(workbook, issuer)]


def only(workbook: bytes, issuer: Issuer | None = None) -> Located:
    """Return the one thing found about the issue; fails where there are none or several."""
    (one,) = found(workbook, issuer)
    return one


def move_names(book: Any, *, down: int = 0, right: int = 0) -> None:
    """Move our names along with the cells, as Excel does where openpyxl moves cells only.

    Column A stays: columns are put in behind it.
    """
    for name, defined in book.defined_names.items():
        area = parse_reference(defined.attr_text)
        if area is not None and area[0].sheet != HIDDEN and name.startswith("jx_"):
            first, last = (
                e._replace(row=e.row + down, column=e.column + right * (e.column > 1)) for e in area
            )
            defined.attr_text = f"'{first.sheet}'!{first.a1}:{last.a1}"
