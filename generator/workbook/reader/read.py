"""Opening a returned workbook and reading its form, by names first, by labels otherwise."""

from pathlib import Path

from generator.forms.profiles import load_profile
from generator.workbook.encrypted import open_package
from generator.workbook.layout import Layout
from generator.workbook.package import Limits, Package
from generator.workbook.plan import Places
from generator.workbook.plan.plan import HIDDEN_SHEET
from generator.workbook.reader.assemble import assemble
from generator.workbook.reader.cells import CellReader
from generator.workbook.reader.labelled import labelled_places
from generator.workbook.reader.named import issued, named_layout, named_places
from generator.workbook.reader.number_formats import NumberFormats
from generator.workbook.reader.reading import Content, Note, Origin, Reading
from generator.workbook.sheet.relations import relations
from generator.workbook.sheet.scan import scan
from generator.workbook.sheet.workbook import read_workbook

_DEFAULT = Limits()


def read_workbook_form(
    source: Path | bytes, limits: Limits = _DEFAULT, password: str | None = None
) -> Reading:
    """Read the form a workbook holds; ``password`` opens one that is encrypted.

    Raises ``Rejected`` for anything that is no workbook, holds no form this version knows, or
    exceeds a limit; the workbook itself is never written to.
    """
    content = _open(open_package(source, limits, password), limits)
    name = source.stem if isinstance(source, Path) else ""
    layout = named_layout(content)
    places = named_places(content, layout) if layout else None
    if layout is not None and places is not None:
        return _reading(content, layout, places, Origin.NAMED)
    layout, places, told = labelled_places(content, layout, name)
    reading = _reading(content, layout, places, Origin.LABELLED)
    for field, value in told.items():
        if getattr(reading.form, field) is None:
            setattr(reading.form, field, value)
    reading.notes.append(Note("REA-3", "title", reading.form.title or ""))
    return reading


def _open(package: Package, limits: Limits) -> Content:
    parts = read_workbook(package)
    content = Content(package, parts, {}, {})
    for ref in parts.sheets:
        if ref.kind == "worksheet" and (ref.state == "visible" or ref.name == HIDDEN_SHEET):
            content.refs[ref.name] = ref
            content.sheets[ref.name] = scan(
                package.read(ref.part), parts.shared_strings, limits, ref.name
            )
    return content


def _reading(content: Content, layout: Layout, places: Places, origin: Origin) -> Reading:
    profile = load_profile(layout.profile)
    styles = next(
        (r.part for r in relations(content.package, content.parts.part) if r.kind == "styles"),
        None,
    )
    cells = CellReader(
        NumberFormats(content.package, styles),
        rate_in_percent=profile.execution.unit.value == "percent",
        date1904=content.parts.date1904,
    )
    form = assemble(layout, places, content, cells)
    reading = Reading(form, layout, places, origin, content, cells.notes)
    reading.formulas = _live_formulas(reading)
    reading.issued = issued(content)
    return reading


def _live_formulas(reading: Reading) -> set[str]:
    places = reading.places
    candidates = [(f, p) for f, p in places.scalars.items() if f in reading.layout.computed]
    if "score" in places.columns:
        candidates += places.indicator_places("score")
    live = set()
    for field, place in candidates:
        cell = reading.content.sheets[place.sheet].cells.get((place.row, place.column))
        if cell is not None and cell.written_formula is not None:
            live.add(field)
    return live
