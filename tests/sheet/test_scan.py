"""Every notation of a cell, and what stands around the rows."""

from decimal import Decimal

import pytest

from generator.workbook.package import Limits
from generator.workbook.rejection import Rejected
from generator.workbook.sheet import Sheet, scan
from generator.workbook.sheet.scan import scan_by_handlers, scan_canonical

from .sheets import NONE, STRICT, Strings, worksheet

STRINGS = Strings("零", "一", "回车\rx")


def cell(markup: str) -> tuple[str, str, str | None]:
    """Return kind, raw content and formula of the only cell, the same by both routes."""
    xml = worksheet(f'<row r="1">{markup}</row>')
    found = scan(xml, STRINGS).cells[1, 1]
    assert scan_by_handlers(xml, STRINGS, Limits(), "").cells[1, 1] == found
    return found.kind, found.raw, found.formula


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<c r="A1" s="3"/>', ("blank", "", None)),
        ('<c r="A1" s="3"></c>', ("blank", "", None)),
        ('<c r="A1"><v>1.50</v></c>', ("number", "1.50", None)),
        ('<c r="A1" t="n"><v> 7 </v></c>', ("number", "7", None)),
        ('<c r="A1"><v/></c>', ("blank", "", None)),
        ('<c r="A1" t="s"><v>1</v></c>', ("text", "一", None)),
        ('<c r="A1" t="s"/>', ("blank", "", None)),
        ('<c r="A1" t="str"><f>A2&amp;"x"</f><v>a&lt;&#x4E00;_x000D_</v></c>',
         ("text", "a<一\r", 'A2&"x"')),
        ('<c r="A1" t="str"><f>A2</f><v></v></c>', ("text", "", "A2")),
        ('<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>',
         ("text", " a ", None)),
        ('<c r="A1" t="inlineStr"><is><r><t>甲</t></r><rPh sb="0" eb="1"><t>jia</t></rPh>'
         "<r><rPr><b/></rPr><t>乙</t></r></is></c>", ("text", "甲乙", None)),
        ('<c r="A1" t="inlineStr"><is><t/></is></c>', ("text", "", None)),
        ('<c r="A1" t="b"><v>1</v></c>', ("boolean", "1", None)),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', ("error", "#DIV/0!", "1/0")),
        ('<c r="A1" t="d"><v>2024-01-31</v></c>', ("text", "2024-01-31", None)),
        ('<c r="A1" t="d"><v>2024-01-31T00:00:00</v></c>', ("text", "2024-01-31", None)),
        ('<c r="A1" t="d"><v>2024-01-31T08:30:00</v></c>', ("text", "2024-01-31T08:30:00", None)),
        ('<c r="A1"><f t="shared" si="0"/><v>2</v></c>', ("number", "2", "")),
        ('<c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>2</v></c>', ("number", "2", "B1:B2")),
        ("<c r='A1' t='str'><!-- x --><v>a<![CDATA[<b>]]></v></c>", ("text", "a<b>", None)),
        ('<c t="n" s="1" r="A1" ><v >5</v ></c >', ("number", "5", None)),
        ("<c><v>5</v></c>", ("number", "5", None)),
    ],
)  # fmt: skip
def test_kinds(markup: str, expected: tuple[str, str, str | None]) -> None:
    assert cell(markup) == expected


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("0.1", "0.1"),
        ("0.30000000000000004", "0.3"),
        ("1E3", "1000"),
        ("-0", "0"),
        ("123456789012345678", "123456789012346000"),
        ("1.5e300", "1.5E+300"),
    ],
)
def test_numbers_have_15_digits(raw: str, value: str) -> None:
    xml = worksheet(f'<row r="1"><c r="A1"><v>{raw}</v></c></row>')
    assert scan(xml, NONE).cells[1, 1].number == Decimal(value)


@pytest.mark.parametrize("raw", ["x", "1e999", "nan", "1_0", "１", "0x1", "--1"])
def test_a_number_that_is_none(raw: str) -> None:
    xml = worksheet(f'<row r="1"><c r="A1"><v>{raw}</v></c></row>')
    with pytest.raises(Rejected) as caught:
        _ = scan(xml, NONE).cells[1, 1].number
    assert caught.value.rejection.code == "SHEET-NUMBER"


def test_positions_are_counted_where_none_are_written() -> None:
    rows = '<row><c/><c/><c r="E1"/><c/></row><row r="7"><c r="B7"/><c/></row><row><c/></row>'
    found = scan(worksheet(rows), NONE)
    assert list(found.cells) == [(1, 1), (1, 2), (1, 5), (1, 6), (7, 2), (7, 3), (8, 1)]
    assert list(found.rows) == [1, 7, 8]


def around(space: str = "") -> Sheet:
    after = (
        '<sheetProtection sheet="1"/><mergeCells count="2"><mergeCell ref="A1:B2"/>'
        '<mergeCell ref="C3:C4"/></mergeCells>'
        '<extLst><ext><x14:sheetProtection xmlns:x14="x" sheet="0"/></ext></extLst>'
    )
    rows = '<row r="2" hidden="1"/><row r="3" hidden="true"></row><row r="4" hidden="0"/>'
    return scan(worksheet(rows, after, *([space] if space else [])), NONE)


@pytest.mark.parametrize("space", ["", STRICT])
def test_what_stands_around_the_rows(space: str) -> None:
    sheet = around(space)
    assert sheet.merges == [(1, 1, 2, 2), (3, 3, 4, 3)]
    assert sheet.protected
    assert sheet.hidden_rows == {2, 3}
    assert sheet.dimension == (1, 1, 3, 3)


def refused(xml: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(Rejected) as caught:
        scan(xml, STRINGS, limits or Limits(), "自评表")
    return caught.value.rejection.code


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (b"", "XML-BROKEN"),
        (b"<worksheet", "XML-BROKEN"),
        (b"<other/>", "SHEET-NOT-WORKSHEET"),
        (b"<worksheet/>", "SHEET-NOT-WORKSHEET"),
        (worksheet("").replace(b"sheetData", b"data"), "SHEET-BROKEN"),
        (worksheet("", "<sheetData/>"), "SHEET-BROKEN"),
        (worksheet("").replace(b"UTF-8", b"GBK"), "XML-ENCODING"),
        (worksheet("").replace(b"UTF-8", b"ISO-8859-1"), "XML-ENCODING"),
        (worksheet("").decode().replace("UTF-8", "UTF-16").encode("utf-16"), "XML-ENCODING"),
        (b'<!DOCTYPE x [<!ENTITY e "e">]>' + worksheet("")[57:], "XML-DOCTYPE"),
        (worksheet("<row><row/></row>"), "SHEET-BROKEN"),
        (worksheet('<row r="1"><row r="2"></row></row>'), "SHEET-BROKEN"),
        (worksheet("<c/>"), "SHEET-BROKEN"),
        (worksheet('<row r="1"></row><c r="A1"/>'), "SHEET-BROKEN"),
        (worksheet('<row r="1"/><c r="A1"/><row r="2"></row>'), "SHEET-BROKEN"),
        (worksheet('<c r="XFE1"/>'), "SHEET-BROKEN"),
        (worksheet('<row r="1"><c><c/></c></row>'), "SHEET-BROKEN"),
        (worksheet('<row r="1"><c r="A2"/></row>'), "SHEET-ADDRESS"),
        (worksheet('<row r="1"><c r="XFE1"/></row>'), "SHEET-ADDRESS"),
        (worksheet('<row r="1048577"/>'), "SHEET-ADDRESS"),
        (worksheet('<row r="x"/>'), "SHEET-ADDRESS"),
        (worksheet('<row r="1"><c r="A1" s="x"/></row>'), "SHEET-ADDRESS"),
        (worksheet('<row r="1"><c r="A1" t="q"><v>1</v></c></row>'), "SHEET-ADDRESS"),
        (worksheet('<row r="1"><c r="A1"/><c r="A1"/></row>'), "SHEET-DUPLICATE-CELL"),
        (worksheet('<row r="1"><c r="A1" t="s"><v>3</v></c></row>'), "BOOK-STRING"),
        (worksheet('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'), "BOOK-STRING"),
        (worksheet('<row r="1"><c r="A1" t="s"><v>x</v></c></row>'), "BOOK-STRING"),
        (worksheet("", '<mergeCells><mergeCell ref="A:B"/></mergeCells>'), "SHEET-ADDRESS"),
        (worksheet("<a>" * 70 + "</a>" * 70), "XML-DEPTH"),
        (worksheet("", "<a>" * 70 + "</a>" * 70), "XML-DEPTH"),
    ],
)
def test_refused(xml: bytes, code: str) -> None:
    assert refused(xml) == code


def test_limits() -> None:
    three = "".join(f'<row r="{n}"><c r="A{n}"/></row>' for n in (1, 2, 3))
    merges = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/></mergeCells>'
    for rows in (three, f" {three}"):
        assert refused(worksheet(rows), Limits(rows=2)) == "SHEET-ROWS"
        assert refused(worksheet(rows), Limits(cells=2)) == "SHEET-CELLS"
        assert refused(worksheet(rows, merges), Limits(merges=1)) == "SHEET-MERGES"


def test_the_quick_route_takes_what_programs_write_and_nothing_odd() -> None:
    usual = worksheet('<row r="1" spans="1:2" x="&quot;"/><row r="2"><c r="A2"/></row>')
    assert scan_canonical(usual.replace(b"&quot;", b""), NONE, Limits(), "") is not None
    for odd in ("<row/>", ' <row r="1"/>', '<row r="1"/><row r="1"/>', "<!-- <row/> -->"):
        assert scan_canonical(worksheet(odd), NONE, Limits(), "") is None
    hidden = b"<!-- <sheetData></sheetData> -->" + worksheet('<row r="1"/>')[57:]
    assert scan_canonical(hidden, NONE, Limits(), "") is None
    assert list(scan(hidden, NONE).rows) == [1]
