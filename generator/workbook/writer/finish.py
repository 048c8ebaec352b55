"""From what openpyxl saved to the finished file: entries and cached values filled in, styles
mended, zipped once.
"""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from generator.forms.fields import get, split_indicator
from generator.forms.models import Form, SelfEvaluationForm
from generator.workbook.formulas import twin
from generator.workbook.formulas.cached import cached, helper_values, set_value
from generator.workbook.formulas.evaluate import Evaluation
from generator.workbook.formulas.helpers import Helper
from generator.workbook.formulas.sums import is_entered
from generator.workbook.layout.schema import Style
from generator.workbook.package import Package
from generator.workbook.plan.places import Address
from generator.workbook.plan.plan import Plan
from generator.workbook.plan.texts import iso_date
from generator.workbook.sheet.address import Position
from generator.workbook.sheet.apply import apply
from generator.workbook.sheet.edits import KEEP, Edit, SetText
from generator.workbook.sheet.scan import scan
from generator.workbook.sheet.workbook import read_workbook

_EPOCH = date(1899, 12, 30)
"""Day 0 of the 1900 date system."""

Filled = tuple[Address, Edit]


def entries(
    plan: Plan, form: Form, evaluation: Evaluation, *, as_printed: bool
) -> Iterator[Filled]:
    """Yield what to put where.

    ``as_printed`` puts the form's own figures into computed cells, as typed values, blank ones
    blank; otherwise computed cells keep their formulas with the right cached value.
    """
    dates = {cell.field for cell in plan.cells if cell.style is Style.DATE}
    for field, place in plan.places.scalars.items():
        if field in plan.layout.computed:
            yield place, _computed(form, evaluation, field, as_printed)
        elif (value := get(form, field)) is not None:
            day = iso_date(value) if field in dates else None
            yield place, set_value(value if day is None else (day - _EPOCH).days, None)
    for column in plan.places.columns:
        if column not in ("level1", "level2", "score"):
            yield from _column(plan, form, column)
    if isinstance(form, SelfEvaluationForm):
        yield from _scores(plan, form, evaluation, as_printed)
        yield from _helpers(plan, form, evaluation)


def _computed(form: Form, evaluation: Evaluation, field: str, as_printed: bool) -> Edit:
    if as_printed:
        return set_value(get(form, field), None)
    return cached(evaluation.result(field), None if is_entered(form, field) else KEEP)


def _column(plan: Plan, form: Form, column: str) -> Iterator[Filled]:
    for field, place in plan.places.indicator_places(column):
        value = get(form, field)
        if value is not None:
            yield place, set_value(value, None)


def _scores(
    plan: Plan, form: SelfEvaluationForm, evaluation: Evaluation, as_printed: bool
) -> Iterator[Filled]:
    used = set()
    for field, place in plan.places.indicator_places("score"):
        index, _ = split_indicator(field) or (0, "")
        entered = form.indicators[index].score
        used.add(place.row)
        if as_printed or entered is not None:
            yield place, set_value(entered, None)
        else:
            yield place, cached(evaluation.rule_scores[index], KEEP)
    column = plan.places.columns["score"]
    for row in range(plan.places.first_row, plan.places.last_row + 1):
        if row not in used:
            yield Address(plan.places.sheet, row, column), SetText("", KEEP)


def _helpers(plan: Plan, form: SelfEvaluationForm, evaluation: Evaluation) -> Iterator[Filled]:
    by_row = {row: index for index, row in enumerate(plan.places.rows)}
    for row in range(plan.places.first_row, plan.places.last_row + 1):
        index = by_row.get(row)
        indicator = None if index is None else form.indicators[index]
        target = twin.read(indicator.target if indicator else None)
        actual = twin.read(indicator.actual if indicator else None)
        score = None if index is None else evaluation.rule_scores[index]
        for helper, value in zip(Helper, helper_values(target, actual, score), strict=True):
            place = Address(plan.places.sheet, row, plan.places.helpers[helper])
            yield place, cached(value, KEEP)


_STYLES = "xl/styles.xml"
_CORE = "docProps/core.xml"
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_NUMBERED = re.compile(rb"&#([0-9]{3,7});")
_FONT = re.compile(rb"<font>(.*?)</font>", re.DOTALL)
_CHILD = re.compile(rb"<(\w+)[^>]*?(?:/>|>.*?</\1>)", re.DOTALL)
_ORDER = [
    *(b"b", b"i", b"strike", b"condense", b"extend", b"outline", b"shadow", b"u", b"vertAlign"),
    *(b"sz", b"color", b"name", b"family", b"charset", b"scheme"),
]
"""The sequence of CT_Font in the schema (ECMA-376 part 1, 18.8.22)."""


def finish(saved: bytes, filled: Iterable[Filled], moment: datetime) -> bytes:
    """Return the finished file; every member carries ``moment`` as its date."""
    package = Package.open(saved)
    by_sheet: dict[str, dict[Position, Edit]] = defaultdict(dict)
    for place, edit in filled:
        by_sheet[place.sheet][place.row, place.column] = edit
    book = read_workbook(package)
    for ref in book.sheets:
        package.replace(ref.part, in_utf8(package.read(ref.part)))
        if ref.name in by_sheet:
            sheet = scan(package.read(ref.part), book.shared_strings)
            apply(package, ref, sheet, by_sheet[ref.name])
    package.replace(_STYLES, mend_fonts(package.read(_STYLES)))
    package.replace(_CORE, dated(package.read(_CORE), moment))
    return _zipped(package, moment)


def mend_fonts(styles: bytes) -> bytes:
    """Put the children of every font into the schema's order."""
    return _FONT.sub(lambda font: b"<font>" + _sorted(font[1]) + b"</font>", styles)


def dated(core: bytes, moment: datetime) -> bytes:
    """Put the moment of writing where openpyxl puts local time as UTC, and the time of saving."""
    stamp = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return _DATES.sub(rb"\g<1>" + stamp, core)


def in_utf8(xml: bytes) -> bytes:
    """Return a part without an encoding of its own, its numbered characters written plainly."""
    return _NUMBERED.sub(lambda number: chr(int(number[1])).encode(), xml)


def _sorted(children: bytes) -> bytes:
    found = list(_CHILD.finditer(children))
    return b"".join(match[0] for match in sorted(found, key=lambda m: _ORDER.index(m[1])))


def _zipped(package: Package, moment: datetime) -> bytes:
    date = moment.timetuple()[:6]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in package.names:
            info = zipfile.ZipInfo(name, date)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, package.read(name))
    return buffer.getvalue()
