"""Edits land in their cells and nowhere else, in the notation the sheet is written in."""

from decimal import Decimal

import pytest

from generator.workbook.rejection import Rejected
from generator.workbook.sheet import KEEP, Clear, Edit, Position, SetNumber, SetText, patch, scan

from .sheets import NONE, worksheet

ROWS = '<row r="2"><c r="B2" s="4" cm="1"><f>A1</f><v>1</v></c><c r="D2" t="s"><v>0</v></c></row>'


def patched(rows: str, edits: dict[Position, Edit]) -> str:
    """Return what becomes of the rows; everything around them stays."""
    xml = worksheet(rows)
    before, after = xml.split(rows.encode())
    result = patch(xml, scan(xml.replace(b't="s"', b't="n"'), NONE), edits)
    assert result.startswith(before)
    assert result.endswith(after)
    return result[len(before) : len(result) - len(after)].decode()


B2 = '<c r="B2" s="4" cm="1"'


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (SetNumber(Decimal("2.50")), f"{B2}><f>A1</f><v>2.5</v></c>"),
        (SetNumber(Decimal("2.50"), None), f"{B2}><v>2.5</v></c>"),
        (SetNumber(Decimal(3), 'C1&"<"'), f'{B2}><f>C1&amp;"&lt;"</f><v>3</v></c>'),
        (SetNumber(Decimal("1E+300"), None), f"{B2}><v>1E+300</v></c>"),
        (SetText("甲"), f'{B2} t="str"><f>A1</f><v>甲</v></c>'),
        (SetText("=1+1", None), f'{B2} t="inlineStr"><is><t>=1+1</t></is></c>'),
        (SetText(" a", None),
         f'{B2} t="inlineStr"><is><t xml:space="preserve"> a</t></is></c>'),
        (SetText("\x01\r_x0041_", None),
         f'{B2} t="inlineStr"><is><t>_x0001__x000D__x005F_x0041_</t></is></c>'),
        (Clear(), f"{B2}><f>A1</f></c>"),
        (Clear(None), f"{B2}/>"),
    ],
)  # fmt: skip
def test_a_cell_keeps_its_attributes(edit: Edit, expected: str) -> None:
    result = patched(ROWS, {(2, 2): edit})
    assert result == ROWS.replace('<c r="B2" s="4" cm="1"><f>A1</f><v>1</v></c>', expected)


def test_new_cells_and_rows_stand_in_order() -> None:
    one = Decimal(1)
    edits: dict[Position, Edit] = {
        (3, 2): SetText("x"), (2, 5): SetNumber(one), (1, 1): SetNumber(one),
        (2, 3): SetNumber(one), (2, 1): Clear(), (3, 1): SetNumber(one, "A1"), (2, 6): Clear(),
    }  # fmt: skip
    assert patched(ROWS, edits) == (
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"/>'
        '<c r="B2" s="4" cm="1"><f>A1</f><v>1</v></c><c r="C2"><v>1</v></c>'
        '<c r="D2" t="s"><v>0</v></c><c r="E2"><v>1</v></c><c r="F2"/></row>'
        '<row r="3"><c r="A3"><f>A1</f><v>1</v></c>'
        '<c r="B3" t="inlineStr"><is><t>x</t></is></c></row>'
    )


def test_a_self_closing_row_is_opened() -> None:
    result = patched('<row r="2" ht="20" />', {(2, 3): Clear(), (2, 1): Clear()})
    assert result == '<row r="2" ht="20" ><c r="A2"/><c r="C2"/></row>'


def test_a_self_closing_sheet_is_opened_in_its_own_prefix() -> None:
    xml = worksheet("").replace(b"<sheetData></sheetData>", b"<x:sheetData/>")
    xml = xml.replace(b"<w", b"<x:w").replace(b"</w", b"</x:w").replace(b"xmlns=", b"xmlns:x=")
    xml = xml.replace(b"<dim", b"<x:dim")
    result = patch(xml, scan(xml, NONE), {(1, 2): SetText("a")})
    inner = '<x:row r="1"><x:c r="B1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>'
    opened = f"<x:sheetData>{inner}</x:sheetData>".encode()
    assert result == xml.replace(b"<x:sheetData/>", opened)


def test_no_edits_give_the_same_object() -> None:
    xml = worksheet(ROWS.replace('t="s"', ""))
    assert patch(xml, scan(xml, NONE), {}) is xml


def test_another_scan_is_refused() -> None:
    xml = worksheet("")
    with pytest.raises(ValueError, match="other bytes"):
        patch(xml + b" ", scan(xml, NONE), {})


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (SetText("长" * 32_768), "SHEET-TEXT-LENGTH"),
        (SetNumber(Decimal("NaN")), "SHEET-NUMBER"),
        (SetNumber(Decimal("Infinity")), "SHEET-NUMBER"),
    ],
)
def test_what_no_cell_can_hold(edit: Edit, code: str) -> None:
    with pytest.raises(Rejected) as caught:
        patched(ROWS, {(2, 2): edit})
    assert caught.value.rejection.code == code


def test_comments_and_cdata_around_a_formula() -> None:
    rows = (
        "<row r='1'><c r='A1' t='str' s='2'><!-- </c> <f> --><f aca='false'><![CDATA[B1&\"</f>\"]]>"
        "</f><v>x</v></c><!-- <c r='B1'/> --><c r='B1'><v>2</v></c></row>"
    )
    result = patched(rows, {(1, 1): SetNumber(Decimal(5))})
    assert result == (
        "<row r='1'><c r='A1' s='2'><f aca='false'><![CDATA[B1&\"</f>\"]]></f><v>5</v></c>"
        "<!-- <c r='B1'/> --><c r='B1'><v>2</v></c></row>"
    )


SHARED = (
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A4" si="0">B1*$C$1</f><v>1</v></c></row>'
    '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>'
    '<row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>'
    '<row r="4"><c r="A4"><f t="shared" si="0"></f><v>4</v></c></row>'
)


def test_the_first_cell_of_a_shared_formula_may_lose_it() -> None:
    edits: dict[Position, Edit] = {
        (1, 1): SetNumber(Decimal(9), None),
        (3, 1): SetNumber(Decimal(8), KEEP),
        (4, 1): SetNumber(Decimal(7), None),
    }
    assert patched(SHARED, edits) == (
        '<row r="1"><c r="A1"><v>9</v></c></row>'
        '<row r="2"><c r="A2"><f>B2*$C$1</f><v>2</v></c></row>'
        '<row r="3"><c r="A3"><f>B3*$C$1</f><v>8</v></c></row>'
        '<row r="4"><c r="A4"><v>7</v></c></row>'
    )


def test_a_shared_formula_that_is_kept_stays_shared() -> None:
    edits: dict[Position, Edit] = {
        (1, 1): SetNumber(Decimal(9)),
        (2, 1): SetNumber(Decimal(8), None),
    }
    changed = SHARED.replace("<v>1</v>", "<v>9</v>")
    changed = changed.replace('<f t="shared" si="0"/><v>2</v>', "<v>8</v>")
    assert patched(SHARED, edits) == changed


def test_a_part_that_says_it_is_ascii_stays_so() -> None:
    xml = worksheet(ROWS.replace(' t="s"', "")).replace(b"UTF-8", b"US-ASCII")
    edits: dict[Position, Edit] = {(2, 2): SetText("甲", '"≥"&A1'), (3, 1): SetText("😀", None)}
    changed = patch(xml, scan(xml, NONE), edits)
    assert changed.isascii()
    found = scan(changed, NONE).cells
    assert (found[2, 2].raw, found[2, 2].formula, found[3, 1].raw) == ("甲", '"≥"&A1', "😀")
