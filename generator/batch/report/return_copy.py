"""退回修改: a person's own workbook with a sheet that says what to mend, and where."""

from collections.abc import Iterator, Mapping, Sequence

from generator.batch.outcome import Located, Outcome
from generator.batch.report.shown import by_gravity, finding_values, plain
from generator.batch.report.wording import Column, wording
from generator.forms.findings import Severity
from generator.workbook.added_sheet import add_sheet
from generator.workbook.names import quoted
from generator.workbook.package import Package
from generator.workbook.plan.texts import HIGHEST, height
from generator.workbook.sheet.workbook import read_workbook
from generator.workbook.text_sheet import Look, Text, TextRow, TextSheet

_TITLE_HEIGHT, _HEADER_HEIGHT = 34.0, 22.0
_SEVERITY = {Severity.ERROR: Look.ERROR, Severity.WARNING: Look.WARNING}


def return_copy(original: Package | bytes, outcome: Outcome) -> bytes:
    """Return ``original`` with the sheet 复核意见 added at its end, its entries untouched.

    ``original`` is the workbook as it was returned, not a recalculated copy; it is left as it
    is.  Raises ``Rejected`` where it cannot be read.
    """
    if isinstance(original, Package):
        package = Package.open(original.to_bytes(), original.limits)
    else:
        package = Package.open(original)
    visible = {ref.name for ref in read_workbook(package).sheets if ref.state == "visible"}
    add_sheet(package, wording().return_copy.sheet, opinion(outcome, visible))
    return package.to_bytes()


def opinion(outcome: Outcome, linked: set[str]) -> TextSheet:
    """Return the sheet 复核意见; only cells of the sheets ``linked`` get links."""
    words = wording().return_copy
    widths = [column.width for column in words.columns]
    across = [Text(text, Look.NOTE) for text in _introduction(outcome)]
    rows = [TextRow([Text(words.heading, Look.TITLE)], _TITLE_HEIGHT, across=True)]
    rows += (TextRow([t], height(t.text, sum(widths)), across=True) for t in across)
    titles = [Text(column.title, Look.HEADER) for column in words.columns]
    rows.append(TextRow(titles, _HEADER_HEIGHT))
    frozen = len(rows)
    for number, located in enumerate(by_gravity(outcome), 1):
        rows.append(_row(number, located, words.columns, linked))
    return TextSheet(widths, rows, frozen)


def _introduction(outcome: Outcome) -> Iterator[str]:
    """Yield whose form this is, what was found, and what to do."""
    words, missing = wording().return_copy, wording().missing
    yield words.project.format(
        project=plain(outcome.project_name or missing),
        department=plain(outcome.department or missing),
        unit=plain(outcome.unit or missing),
        year=outcome.fiscal_year or missing,
    )
    if not outcome.findings:
        yield words.clear
        return
    yield words.counts.format(
        total=len(outcome.findings),
        errors=outcome.count(Severity.ERROR),
        warnings=outcome.count(Severity.WARNING),
        infos=outcome.count(Severity.INFO),
    )
    yield words.todo


def _row(number: int, located: Located, columns: Sequence[Column], linked: set[str]) -> TextRow:
    values: Mapping[str, object] = {"number": number, **finding_values(located)}
    cells = [_cell(column, values[column.key], located, linked) for column in columns]
    needed = (height(cell.text, c.width) for cell, c in zip(cells, columns, strict=True))
    return TextRow(cells, min(HIGHEST, max(needed)))


def _cell(column: Column, value: object, located: Located, linked: set[str]) -> Text:
    if isinstance(value, Severity):
        return Text(value.chinese, _SEVERITY.get(value, Look.CENTRED))
    if column.key == "cell":
        return _place(located, str(value), linked)
    text = "" if value is None else str(value)
    return Text(text, Look.TEXT if column.kind == "text" else Look.CENTRED)


def _place(located: Located, shown: str, linked: set[str]) -> Text:
    if located.sheet is None or located.cell is None:
        return Text(shown, Look.CENTRED)
    if located.sheet not in linked:
        return Text(wording().hidden_place, Look.CENTRED)
    return Text(shown, Look.LINK, f"{quoted(located.sheet)}!{located.cell}")
