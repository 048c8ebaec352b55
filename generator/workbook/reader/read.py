"""Opening a returned workbook and reading its form, by names first, by labels otherwise."""

from pathlib import Path

from generator.forms.profiles import load_profile
from generator.workbook.formulas.helpers import Helper
from generator.workbook.layout import Layout
from generator.workbook.names import HIDDEN_SHEET
from generator.workbook.opening import open_workbook
from generator.workbook.package import Limits, Package
from generator.workbook.plan.places import Address, Places
from generator.workbook.reader.assemble import assemble
from generator.workbook.reader.cells import CellReader
from generator.workbook.reader.named import issued, named_layout, named_places
from generator.workbook.reader.number_formats import NumberFormats
from generator.workbook.reader.reading import Content, Note, Origin, Reading
from generator.workbook.reader.sheets import Sheets
from generator.workbook.sheet.address import address
from generator.workbook.sheet.workbook import read_workbook

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
        reading.notes.append(Note("REA-4", "title", opened.foreign))
    return reading


def _labelled(content: Content, known: Layout | None, name: str) -> Reading:
    from generator.workbook.reader.labelled import labelled_places  # late: few forms need it

    layout, places, told = labelled_places(content, known, name)
    reading = _reading(content, layout, places, Origin.LABELLED)
    for field, value in told.items():
        if getattr(reading.form, field) is None:
            setattr(reading.form, field, value)
    return reading


def _open(package: Package) -> Content:
    parts = read_workbook(package)
    refs = {
        ref.name: ref
        for ref in parts.sheets
        if ref.kind == "worksheet" and (ref.state == "visible" or ref.name == HIDDEN_SHEET)
    }
    return Content(package, parts, refs, Sheets(package, refs, parts.shared_strings))


def _reading(content: Content, layout: Layout, places: Places, origin: Origin) -> Reading:
    profile = load_profile(layout.profile)
    cells = CellReader(
        NumberFormats(content.package, content.parts.styles),
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
    computed = ((f, p) for f, p in places.scalars.items() if f in reading.layout.computed)
    live = {field for field, place in computed if _formula(reading, place) is not None}
    scores = places.indicator_places("score") if "score" in places.columns else ()
    return live | {field for field, place in scores if _is_rule_score(reading, place)}


def _formula(reading: Reading, place: Address) -> str | None:
    cell = reading.content.sheets[place.sheet].cells.get((place.row, place.column))
    return None if cell is None else cell.formula


def _is_rule_score(reading: Reading, place: Address) -> bool:
    """Tell whether a score is the workbook's own: ``=8+1`` typed there is a person's score."""
    helper = reading.places.helpers.get(Helper.RULE_SCORE)
    formula = _formula(reading, place)
    if helper is None or formula is None:
        return False
    return formula in ("", address(place.row, helper))  # "" where it shares its neighbour's
