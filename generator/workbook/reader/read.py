"""Opening a returned workbook and reading its form, by names first, by labels otherwise."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.forms.fields import get, put
from generator.forms.profiles import load_profile
from generator.workbook.formulas.helpers import Helper
from generator.workbook.formulas.sums import PARTS, parts_of
from generator.workbook.layout import Layout
from generator.workbook.opening import open_workbook
from generator.workbook.package import Limits, Package
from generator.workbook.plan.places import Address, Places
from generator.workbook.reader.assemble import assemble
from generator.workbook.reader.cells import CellReader
from generator.workbook.reader.named import issued, named_layout, named_places
from generator.workbook.reader.number_formats import NumberFormats
from generator.workbook.reader.reading import Content, Note, Origin, Reading
from generator.workbook.sheet.address import address
from generator.workbook.sheet.scan import scan
from generator.workbook.sheet.sheet import Sheet
from generator.workbook.sheet.strings import SharedStrings
from generator.workbook.sheet.workbook import SheetRef, read_workbook


class Sheets(Mapping[str, Sheet]):
    """Sheets by name, in the order of the workbook; asking for one raises ``Rejected`` if broken.

    ``sheets["a"]`` scans the part; ``"a" in sheets`` and the names alone do not.
    """

    def __init__(
        self, package: Package, refs: Mapping[str, SheetRef], strings: SharedStrings
    ) -> None:
        self._package, self._refs, self._strings = package, refs, strings
        self._scanned: dict[str, Sheet] = {}

    def __getitem__(self, name: str) -> Sheet:
        sheet = self._scanned.get(name)
        if sheet is None:
            xml = self._package.read(self._refs[name].part)
            sheet = scan(xml, self._strings, self._package.limits, name)
            self._scanned[name] = sheet
        return sheet

    def get(  # type: ignore[override]  # the one overload of a mapping's that is ever used
        self, name: str, default: Sheet | None = None
    ) -> Sheet | None:
        """Return a sheet as scanned, ``default`` where there is none of that name."""
        return self[name] if name in self._refs else default

    def __contains__(self, name: object) -> bool:
        return name in self._refs

    def __iter__(self) -> Iterator[str]:
        return iter(self._refs)

    def __len__(self) -> int:
        return len(self._refs)


_DEFAULT = Limits()


def read_workbook_form(
    source: Path | bytes, limits: Limits = _DEFAULT, password: str | None = None, name: str = ""
) -> Reading:
    """Read the form a workbook holds; ``password`` opens one that is encrypted.

    ``name`` is what a source without a path is called: the last place to look for a year.
    Raises ``Rejected`` for anything that is no workbook, holds no form this version knows, or
    exceeds a limit; the workbook itself is never written to.
    """
    opened = open_workbook(source, limits, password)
    content = _open(opened.package)
    known = named_layout(content)
    places = named_places(content, known) if known else None
    if known is not None and places is not None:
        return _reading(content, known, places, Origin.NAMED)
    reading = _labelled(content, known, source.stem if isinstance(source, Path) else name)
    if opened.foreign is None or known is None:
        reading.notes.append(Note("REA-3", "title", reading.form.title or ""))
    if opened.foreign is not None:
        reading.foreign = opened.foreign
        if known is not None:
            _forget_empty_sums(reading)
        reading.notes.append(Note("REA-4", "title", opened.foreign))
    return reading


def _forget_empty_sums(reading: Reading) -> None:
    """Take out sums of nothing: LibreOffice writes 0 into an .xls where our formula shows "".

    In a file of values a sum cannot be told from a figure that was typed; without parts, 0 is none.
    """
    form = reading.form
    for field in PARTS.keys() & reading.layout.computed.keys():
        if get(form, field) == 0 and all(part is None for part in parts_of(form, field)):
            put(form, field, None)


def _labelled(content: Content, known: Layout | None, name: str) -> Reading:
    from generator.workbook.reader.labelled import labelled_places  # late: few forms need it

    found = labelled_places(content, known, name)
    reading = _reading(content, found.layout, found.places, Origin.LABELLED)
    if found.unread:
        reading.notes.append(Note("REA-5", "title", "、".join(found.unread)))
    for field, value in found.told.items():
        if getattr(reading.form, field) is None:
            setattr(reading.form, field, value)
    return reading


def _open(package: Package) -> Content:
    parts = read_workbook(package)
    refs = {ref.name: ref for ref in parts.sheets if ref.kind == "worksheet"}
    return Content(package, parts, refs, Sheets(package, refs, parts.shared_strings))


def cell_reader(content: Content, layout: Layout) -> CellReader:
    """Return what reads the cells of a workbook that holds a form of a layout."""
    profile = load_profile(layout.profile)
    return CellReader(
        NumberFormats(content.package, content.parts.styles),
        rate_in_percent=profile.execution.unit.value == "percent",
        date1904=content.parts.date1904,
    )


def _reading(content: Content, layout: Layout, places: Places, origin: Origin) -> Reading:
    cells = cell_reader(content, layout)
    form = assemble(layout, places, content, cells)
    reading = Reading(form, layout, places, origin, content, cells.notes)
    reading.formulas = _live_formulas(reading)
    reading.notes = [note for note in cells.notes if note.field not in reading.formulas]
    reading.seen = cells.seen
    reading.opaque = {field for field in cells.opaque if not _is_rewritten(reading, field)}
    reading.issued = issued(content)
    return reading


def _is_rewritten(reading: Reading, field: str) -> bool:
    """Tell whether a recalculated copy has a figure of its own there, whatever was returned."""
    if field in reading.layout.computed or field in reading.formulas:
        return True
    return field.endswith(".score") and get(reading.form, field) is None


def _live_formulas(reading: Reading) -> set[str]:
    places = reading.places
    computed = ((f, p) for f, p in places.scalars.items() if f in reading.layout.computed)
    live = {field for field, place in computed if _formula(reading, place) is not None}
    scores = places.indicator_places("score") if "score" in places.columns else ()
    return live | {field for field, place in scores if _is_rule_score(reading, place)}


def _formula(reading: Reading, place: Address) -> str | None:
    cell = reading.content.sheets[place.sheet].cells.get((place.row, place.column))
    return None if cell is None else cell.formula


def _is_rule_score(reading: Reading, place: Address) -> bool:
    """Tell whether a score is the workbook's own: ``=8+1`` typed there is a person's score.

    One that refers to what was deleted was the workbook's own before its helper column went.
    """
    helper = reading.places.helpers.get(Helper.RULE_SCORE)
    formula = _formula(reading, place)
    if formula is not None and "#REF!" in formula:
        return True
    if helper is None or formula is None:
        return False
    return formula in ("", address(place.row, helper))  # "" where it shares its neighbour's
