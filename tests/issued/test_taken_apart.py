"""Forms people took apart: scores cleared, columns deleted, names filled down, sheets hidden.

What was found about each was wrong once: figures nobody typed, or errors nobody made.
"""

from decimal import Decimal

from generator.workbook.formulas.helpers import Helper
from generator.workbook.package import Package
from generator.workbook.reader import Origin, read_workbook_form
from generator.workbook.recalculate import recalculate
from generator.workbook.sheet.address import position
from generator.workbook.sheet.workbook import read_workbook
from tests.forms.forms import evaluation
from tests.issued.tampering import (
    answer,
    edited,
    issued,
    move_names,
    only,
    place,
    rules,
    typed,
    with_sheet_xml,
)

ISSUED = issued(evaluation())
SCORE = place(ISSUED, "indicators[4].score")
TOTAL = place(ISSUED, "total_score")


def _rules_of(workbook: bytes) -> list[tuple[str, str | None]]:
    found = answer(workbook).findings
    return [
        (each.finding.rule, each.cell) for each in found if each.finding.severity.value != "info"
    ]


def test_a_score_cleared_is_a_score_missing_and_no_wrong_total() -> None:
    """The sheet's own total leaves the blank row out, and so is right as it stands."""
    assert _rules_of(typed(ISSUED, {SCORE: None})) == [("STR-7", SCORE)]


def test_with_every_score_cleared_the_total_is_not_blamed_either() -> None:
    scores = {place(ISSUED, f"indicators[{number}].score"): None for number in range(7)}
    assert {rule for rule, _ in _rules_of(typed(ISSUED, scores))} == {"STR-7"}


def test_the_copy_has_the_rules_score_where_one_was_cleared() -> None:
    done = recalculate(read_workbook_form(typed(ISSUED, {SCORE: None})))
    again = read_workbook_form(done.to_bytes())
    assert str(again.form.indicators[4].score) == "15"  # type: ignore[union-attr]
    assert again.form.total_score == Decimal("98.97")  # type: ignore[union-attr]


def test_an_error_that_runs_through_the_formulas_is_told_where_it_begins() -> None:
    """Excel shows the error in every sum, rate and total that reads the cell."""
    spent = place(ISSUED, "funds.current_appropriation.actual_expenditure")
    workbook = _showing_errors(typed(ISSUED, {spent: None}), spent, TOTAL)
    unread = [cell for rule, cell in _rules_of(workbook) if rule == "REA-2"]
    assert unread == [spent]


def _showing_errors(workbook: bytes, *cells: str) -> bytes:
    """Return the workbook with errors in cells, formulas staying where there are any."""
    reading = read_workbook_form(workbook)
    sheet = reading.content.sheets[reading.places.sheet]
    xml = reading.content.package.read(reading.content.refs[reading.places.sheet].part)
    for name in cells:
        cell = sheet.cells[position(name)]
        element = xml[cell.start : xml.index(b"<c ", cell.start + 1)].partition(b"</row>")[0]
        formula = element[: element.index(b"</f>") + 4] if b"<f>" in element else b""
        start = (formula or element).partition(b">")[0].partition(b" t=")[0].rstrip(b"/")
        value = formula.partition(b">")[2] + b"<v>#DIV/0!</v></c>"
        workbook = with_sheet_xml(workbook, element, start + b' t="e">' + value)
    return workbook


def test_deleted_helper_columns_leave_scores_that_are_nobodys_figures() -> None:
    """``=T13`` becomes ``=#REF!``: the rule's score still counts, and nobody typed an error."""

    def delete(book: object, sheet: object) -> None:
        for name in [f"jx_helper_{number}" for number in range(1, len(Helper) + 1)]:
            del book.defined_names[name]  # type: ignore[attr-defined]
        for number in range(7):
            cell = sheet[place(ISSUED, f"indicators[{number}].score")]  # type: ignore[index]
            cell.value = "=#REF!"

    outcome = answer(_showing_errors(edited(ISSUED, delete), SCORE))
    assert outcome.computed is not None and str(outcome.computed.total_score) == "98.97"
    told = {each.finding.rule for each in outcome.findings}
    assert told.isdisjoint({"REA-2", "STR-7", "TOT-1"})


def test_a_helper_column_is_never_read_as_the_reasons() -> None:
    """With the column of reasons deleted the next heading is that of our own first helper."""

    def delete(book: object, sheet: object) -> None:
        del book.defined_names["jx_indicators_deviation_analysis"]  # type: ignore[attr-defined]
        reason = place(ISSUED, "indicators[0].deviation_analysis")
        heading = sheet[f"{reason[0]}{int(reason[1:]) - 1}"]  # type: ignore[index]
        heading.value = None

    workbook = edited(ISSUED, delete)
    reading = read_workbook_form(workbook)
    assert reading.origin is Origin.LABELLED
    assert "deviation_analysis" not in reading.places.columns
    missing = [e.cell for e in answer(workbook).findings if e.finding.rule == "RSN-1"]
    assert missing == [place(ISSUED, "indicators[6].name")]


def test_names_filled_down_by_hand_mean_what_the_merged_cell_meant() -> None:
    """Unmerged, with level 1 in every row and level 2 in the first of each group only."""
    form = evaluation()
    form.indicators[1].level2 = form.indicators[0].level2
    workbook = issued(form)

    def fill(_: object, sheet: object) -> None:
        reading = read_workbook_form(workbook)
        column, places = reading.places.columns["level1"], reading.places
        for area in list(sheet.merged_cells.ranges):  # type: ignore[attr-defined]
            sheet.unmerge_cells(area.coord)  # type: ignore[attr-defined]
        for row, indicator in zip(places.rows, reading.form.indicators, strict=True):
            sheet.cell(row, column).value = indicator.level1  # type: ignore[attr-defined]

    read = read_workbook_form(edited(workbook, fill))
    assert [row.level2 for row in read.form.indicators] == [row.level2 for row in form.indicators]
    assert rules(edited(workbook, fill)) == []


def test_a_hidden_form_is_read_all_the_same_and_said_to_be_hidden() -> None:
    for state in (b"hidden", b"veryHidden"):
        package = Package.open(ISSUED)
        part = read_workbook(package).part
        xml = package.read(part)
        package.replace(part, xml.replace(b'state="visible"', b'state="%b"' % state, 1))
        hidden = package.to_bytes()
        assert read_workbook_form(hidden).origin is Origin.NAMED
        one = only(hidden)
        assert (one.finding.rule, one.finding.severity.value) == ("ISS-10", "info")
        assert "被隐藏" in one.finding.message


def test_columns_put_in_are_told_as_columns() -> None:
    def insert(book: object, sheet: object) -> None:
        sheet.insert_cols(2)  # type: ignore[attr-defined]
        sheet.merged_cells.ranges = set()  # type: ignore[attr-defined]
        move_names(book, right=1)

    found = answer(edited(ISSUED, insert)).findings
    moved = next(each.finding for each in found if each.finding.rule == "ISS-9")
    assert "B至I列" in (moved.expected or "") and "C至J列" in (moved.entered or "")


def test_what_moved_beside_the_block_is_not_said_to_be_the_block() -> None:
    def move(book: object, sheet: object) -> None:
        sheet.move_range("K1:L1", cols=1)  # type: ignore[attr-defined]
        defined = book.defined_names["jx_rating"]  # type: ignore[attr-defined]
        defined.attr_text = defined.attr_text.replace("$L$1", "$M$1")

    one = next(
        e.finding for e in answer(edited(ISSUED, move)).findings if e.finding.rule == "ISS-9"
    )
    assert "指标区没有移动" in one.message and "退回时" not in one.message
