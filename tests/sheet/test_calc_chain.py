"""A formula that goes away takes its entry in the calculation chain along, and nothing else."""

from generator.workbook.package import Package
from generator.workbook.sheet import Clear, Edit, Position, apply, read_workbook, scan

from .packages import book, zip_of

ROWS = '<row r="1"><c r="A1"><f>1</f></c><c r="B1"><f>2</f></c><c r="C1"><v>3</v></c></row>'


def after(chain: str, edits: dict[Position, Edit]) -> Package:
    """Return the package with ``edits`` applied to its only sheet, number 7."""
    package = Package.open(zip_of(book(ROWS, chain=chain)))
    parts = read_workbook(package)
    reference = parts.sheets[0]
    sheet = scan(package.read(reference.part), parts.shared_strings)
    apply(package, reference, sheet, edits)
    return Package.open(package.to_bytes())


def chain_of(package: Package) -> str:
    text = package.read("xl/calcChain.xml").decode()
    return text.partition(">")[2].removesuffix("</calcChain>")


CHAIN = '<c r="A1" i="7" l="1"/><c r="B1"/><c r="A1" i="3"></c><c r="B1"/>'


def test_an_entry_goes_and_the_next_keeps_its_sheet() -> None:
    package = after(CHAIN, {(1, 1): Clear(None)})
    assert chain_of(package) == '<c i="7" r="B1"/><c r="A1" i="3"></c><c r="B1"/>'


def test_other_sheets_keep_theirs() -> None:
    package = after(CHAIN, {(1, 1): Clear(None), (1, 2): Clear(None)})
    assert chain_of(package) == '<c r="A1" i="3"></c><c r="B1"/>'


def test_nothing_happens_where_formulas_stay() -> None:
    package = after(CHAIN, {(1, 1): Clear(), (1, 2): Clear("5"), (1, 3): Clear(None)})
    assert chain_of(package) == CHAIN


def test_an_empty_chain_is_removed_with_its_mentions() -> None:
    package = after('<c r="A1" i="7"/>', {(1, 1): Clear(None)})
    assert package.find("xl/calcChain.xml") is None
    assert b"calcChain" not in package.read("[Content_Types].xml")
    assert b"calcChain" not in package.read("xl/_rels/workbook.xml.rels")
    assert b"styles" in package.read("xl/_rels/workbook.xml.rels")


def test_no_edits_change_nothing() -> None:
    data = zip_of(book(ROWS))
    package = Package.open(data)
    parts = read_workbook(package)
    sheet = scan(package.read(parts.sheets[0].part), parts.shared_strings)
    apply(package, parts.sheets[0], sheet, {})
    assert package.to_bytes() == data
