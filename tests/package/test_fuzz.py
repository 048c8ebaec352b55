"""Broken workbooks end in an answer, whatever is broken; no exception of a library leaves."""

import random

from generator.workbook.package import Package
from generator.workbook.rejection import Rejected
from generator.workbook.sheet import KEEP, SetText, apply, read_workbook, scan

from .workbooks import plain_workbook, streamed, zip_of

BOOK = plain_workbook()
XML_TOKENS = [
    b"<",
    b">",
    b"/",
    b'"',
    b"&",
    b"\0",
    b"\xff",
    b"<!--",
    b"]]>",
    b"<![CDATA[",
    b"9" * 30,
]


def use(data: bytes) -> None:
    """Do with a file what a batch does."""
    package = Package.open(data)
    book = read_workbook(package)
    for reference in book.sheets:
        xml = package.read(reference.part)
        sheet = scan(xml, book.shared_strings, package.limits, reference.name)
        for cell in sheet.cells.values():
            _ = cell.number if cell.kind == "number" else cell.formula
        first = next(iter(sheet.cells), (1, 1))
        apply(package, reference, sheet, {first: SetText("x", None), (99, 3): SetText("y", KEEP)})
    package.to_bytes()


def survives(data: bytes) -> bool:
    try:
        use(data)
    except Rejected as rejected:
        assert rejected.rejection.message
        return False
    return True


def test_bit_flips() -> None:
    chance = random.Random(1)
    for source in (BOOK, streamed(BOOK)):
        for _ in range(300):
            broken = bytearray(source)
            for _ in range(chance.choice((1, 1, 3, 20))):
                broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
            survives(bytes(broken))


def test_truncations() -> None:
    for length in range(0, len(BOOK), 37):
        assert not survives(BOOK[:length])


def test_missing_and_shuffled_members() -> None:
    chance = random.Random(2)
    package = Package.open(BOOK)
    contents = {name: package.read(name) for name in package.names}
    for _ in range(100):
        names = list(contents)
        chance.shuffle(names)
        swapped = dict(contents)
        one, other = chance.sample(names, 2)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        survives(zip_of({name: swapped[name] for name in names}))
        survives(zip_of({name: contents[name] for name in names[1:]}))


def test_broken_xml_in_whole_members() -> None:
    chance = random.Random(3)
    package = Package.open(BOOK)
    contents = {name: package.read(name) for name in package.names}
    for _ in range(600):
        name = chance.choice([name for name in contents if "docProps" not in name])
        data = contents[name]
        at, length = chance.randrange(len(data)), chance.choice((0, 1, 1, 5, 40))
        token = chance.choice((b"", *XML_TOKENS))
        survives(zip_of({**contents, name: data[:at] + token + data[at + length :]}))
