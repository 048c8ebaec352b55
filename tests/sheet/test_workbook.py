"""The workbook part is found by relationships, in Transitional and Strict files."""

import pytest

from generator.workbook.package import Limits, Package
from generator.workbook.rejection import Rejected
from generator.workbook.sheet import read_workbook, scan
from generator.workbook.sheet.strings import read_by_handlers, read_strings

from .packages import book, relationships, zip_of
from .sheets import MAIN, STRICT

STRICT_TYPES = "http://purl.oclc.org/ooxml/officeDocument/relationships"
ROW = '<row r="1"><c r="A1"><v>5</v></c></row>'


@pytest.mark.parametrize(
    "members",
    [book(ROW), book(ROW, main=STRICT, types=STRICT_TYPES)],
    ids=["transitional", "strict"],
)
def test_sheets_and_names(members: dict[str, str | bytes]) -> None:
    package = Package.open(zip_of(members))
    parts = read_workbook(package)
    (sheet,) = parts.sheets
    assert (sheet.name, sheet.state, sheet.kind, sheet.sheet_id) == (
        "表", "visible", "worksheet", "7",
    )  # fmt: skip
    assert parts.defined_names == {"a": "表!$A$1"}
    assert not parts.date1904
    assert scan(package.read(sheet.part), parts.shared_strings).cells[1, 1].raw == "5"


def test_targets_of_every_kind() -> None:
    members = book(ROW)
    members["book/数据.xml"] = members.pop("xl/workbook.xml")
    del members["xl/_rels/workbook.xml.rels"]
    members["book/_rels/数据.xml.rels"] = relationships(
        ("rId1", "worksheet", "../XL/worksheets/./Sheet1.xml")
    )
    members["_rels/.rels"] = relationships(("a", "officeDocument", "/book/%E6%95%B0%E6%8D%AE.xml"))
    assert read_workbook(Package.open(zip_of(members))).sheets[0].part == "xl/worksheets/sheet1.xml"


def test_states_and_the_date_system() -> None:
    sheets = "".join(
        f'<sheet name="{state}" sheetId="{n}" state="{state}" r:id="rId1"/>'
        for n, state in enumerate(("visible", "hidden", "veryHidden"))
    )
    members = book(ROW, sheets=sheets)
    text = str(members["xl/workbook.xml"])
    members["xl/workbook.xml"] = text.replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    parts = read_workbook(Package.open(zip_of(members)))
    assert [sheet.state for sheet in parts.sheets] == ["visible", "hidden", "veryHidden"]
    assert parts.date1904


def refused(members: dict[str, str | bytes], limits: Limits | None = None) -> str:
    with pytest.raises(Rejected) as caught:
        read_workbook(Package.open(zip_of(members), limits or Limits())).shared_strings.at("0")
    return caught.value.rejection.code


@pytest.mark.parametrize(
    ("part", "data", "code"),
    [
        ("_rels/.rels", relationships(), "PKG-NO-WORKBOOK"),
        ("_rels/.rels", relationships(("a", "officeDocument", "no.xml")), "PKG-PART-MISSING"),
        ("_rels/.rels", "<", "XML-BROKEN"),
        ("_rels/.rels", "<a>" * 65 + "</a>" * 65, "XML-DEPTH"),
        ("xl/workbook.xml", "<document/>", "PKG-NO-WORKBOOK"),
        ("xl/workbook.xml", "<!DOCTYPE a><a/>", "XML-DOCTYPE"),
        ("xl/_rels/workbook.xml.rels", relationships(), "BOOK-BROKEN"),
        ("xl/_rels/workbook.xml.rels", relationships(("rId1", "worksheet", "../../x")),
         "PKG-PART-MISSING"),
        ("xl/styles.xml", "", "BOOK-STRING"),
    ],
)  # fmt: skip
def test_broken_parts(part: str, data: str, code: str) -> None:
    assert refused({**book(ROW), part: data}) == code


def test_limits() -> None:
    assert refused(book(ROW), Limits(defined_names=1)) == "BOOK-NAMES"
    sheets = '<sheet name="a" r:id="rId1"/>' * 7
    assert refused(book(ROW, sheets=sheets), Limits(members=6)) == "BOOK-SHEETS"


ITEMS = (
    "<si><t>甲&amp;_x000D_</t></si><si><r><t xml:space='preserve'>乙 </t></r><r><rPr><b/></rPr>"
    "<t>丙</t></r><rPh sb='0' eb='1'><t>yi</t></rPh><phoneticPr fontId='1'/></si><si><t/></si>"
)
TEXTS = ["甲&\r", "乙 丙", ""]


@pytest.mark.parametrize(
    "xml",
    [
        f"<sst xmlns='{MAIN}'>{ITEMS}</sst>",
        f'<sst xmlns="{MAIN}"><si><t>甲&amp;_x000D_</t></si><si><r><rPr><rFont val="a"/></rPr>'
        '<t xml:space="preserve">乙 </t></r><r><t>丙</t></r></si><si><t></t></si></sst>',
        f'<?xml version="1.0"?>\r\n<sst xmlns="{STRICT}" count="3">{ITEMS}</sst>',
        f'\ufeff<sst xmlns="{MAIN}"><!-- <si><t>x</t></si> -->\n{ITEMS}<extLst/></sst>',
        f'<x:sst xmlns:x="{MAIN}">'
        + ITEMS.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
        + "</x:sst>",
    ],
)
def test_shared_strings(xml: str) -> None:
    data = xml.encode()
    assert read_strings(data, "s", 3) == TEXTS
    assert read_by_handlers(data, "s", 3) == TEXTS
    with pytest.raises(Rejected) as caught:
        read_strings(data, "s", 2)
    assert caught.value.rejection.code == "BOOK-STRINGS"


@pytest.mark.parametrize(
    "item",
    ["<t a='>'>x</t>", "<t>a<b/>c</t>", "<r><t>a<rPh><t>b</t></rPh></t></r>", "<rPh/><t>a</t>"],
)
def test_odd_items_are_left_to_the_handlers(item: str) -> None:
    xml = f'<sst xmlns="{MAIN}"><si>{item}</si></sst>'.encode()
    assert read_strings(xml, "s", 9) == read_by_handlers(xml, "s", 9)
