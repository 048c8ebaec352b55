"""Random sheets and random edits: openpyxl sees the edits and nothing else, both routes agree."""

import io
from decimal import Decimal

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.workbook.package import Limits, Package
from generator.workbook.sheet import (
    KEEP,
    Clear,
    Edit,
    Position,
    SetNumber,
    SetText,
    apply,
    patch,
    read_workbook,
    scan,
)
from generator.workbook.sheet.scan import scan_by_handlers

from .notations import rewritten
from .sheets import NONE, told

Positions = st.tuples(st.integers(1, 12), st.integers(1, 30))
Texts = st.text(st.characters(codec="utf-8"), max_size=12)
Numbers = st.decimals(-(10**12), 10**12, places=4)
Formulas = st.sampled_from([KEEP, None, "A1+1", 'IF(A1<"甲",1,2)&""'])
Edits: st.SearchStrategy[dict[Position, Edit]] = st.dictionaries(
    Positions,
    st.one_of(
        st.builds(SetNumber, Numbers, Formulas),
        st.builds(SetText, Texts, Formulas),
        st.builds(Clear, Formulas),
    ),
    max_size=20,
)
PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=9)
Values = st.one_of(
    PLAIN, st.integers(-(10**9), 10**9), st.booleans(), st.sampled_from(["=A1", "=B2*3"])
)
Grids = st.dictionaries(Positions, Values, max_size=40)
relaxed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def workbook(grid: dict[Position, object]) -> bytes:
    book = openpyxl.Workbook()
    for (row, column), value in grid.items():
        book.active.cell(row, column, value)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def seen(data: bytes, *, values: bool) -> dict[Position, object]:
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=values).active
    return {
        (cell.row, cell.column): cell.value
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def has_formula(edit: Edit, before: object) -> bool:
    kept = isinstance(before, str) and before.startswith("=")
    return kept if edit.formula is KEEP else edit.formula is not None


@relaxed
@given(Grids, st.dictionaries(Positions, st.one_of(
    st.builds(SetNumber, Numbers, Formulas),
    st.builds(SetText, PLAIN.filter(lambda text: "_x" not in text), Formulas),
    st.builds(Clear, Formulas)), max_size=15))  # fmt: skip
def test_openpyxl_sees_the_edits_and_nothing_else(
    grid: dict[Position, object], edits: dict[Position, Edit]
) -> None:
    source = workbook(grid)
    package = Package.open(source)
    parts = read_workbook(package)
    reference = parts.sheets[0]
    apply(package, reference, scan(package.read(reference.part), parts.shared_strings), edits)
    result = package.to_bytes()
    formulas, values = seen(source, values=False), seen(source, values=True)
    for where, edit in edits.items():
        value = None if isinstance(edit, Clear) else edit.value
        calculated = has_formula(edit, formulas.get(where))
        values[where] = float(value) if isinstance(value, Decimal) else value
        old = formulas.get(where)
        new = (old if edit.formula is KEEP else f"={edit.formula}") if calculated else values[where]
        formulas[where] = new
    assert seen(result, values=True) == {w: v for w, v in values.items() if v not in (None, "")}
    assert seen(result, values=False) == {w: v for w, v in formulas.items() if v not in (None, "")}


@relaxed
@given(Grids, Edits, st.randoms(use_true_random=False))
def test_every_notation_takes_every_edit(
    grid: dict[Position, object], edits: dict[Position, Edit], chance: object
) -> None:
    package = Package.open(workbook(grid))
    plain = package.read("xl/worksheets/sheet1.xml")
    strings = read_workbook(package).shared_strings
    xml = rewritten(plain, chance)
    before, usual = scan(xml, strings), scan(plain, strings)
    assert told(scan_by_handlers(plain, strings, Limits(), "")) == told(usual)
    held = {where: (cell.kind, cell.raw, cell.formula) for where, cell in before.cells.items()}
    assert held == {where: (c.kind, c.raw, c.formula) for where, c in usual.cells.items()}
    assert patch(xml, before, {}) is xml
    changed = patch(xml, before, edits)
    after = scan(changed, strings)
    assert told(scan_by_handlers(changed, strings, Limits(), "")) == told(after)
    for where, edit in edits.items():
        held[where] = expected(edit, held.get(where, ("blank", "", None))[2])
    assert held == {where: (c.kind, c.raw, c.formula) for where, c in after.cells.items()}


def expected(edit: Edit, before: str | None) -> tuple[str, str, str | None]:
    formula = before if edit.formula is KEEP else edit.formula
    if isinstance(edit, Clear):
        return "blank", "", formula
    if isinstance(edit, SetNumber):
        return "number", format(edit.value.normalize(), "f"), formula
    return "text", edit.value, formula


@given(Texts)
def test_any_text_comes_back(text: str) -> None:
    xml = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
    changed = patch(xml, scan(xml, NONE), {(1, 1): SetText(text), (1, 2): SetText(text, "A1")})
    assert [cell.raw for cell in scan(changed, NONE).cells.values()] == [text, text]
