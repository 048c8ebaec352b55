"""The record and its seal: forged, removed, of another form; what was never issued with it."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.keyring import KeyRing
from generator.batch.report.return_copy import return_copy
from generator.batch.returns.issuer import Issuer
from generator.forms.models import to_json
from generator.workbook.hidden import RECORD_ROW
from generator.workbook.issued.stored import stored_record
from generator.workbook.package import Package
from generator.workbook.reader import read_workbook_form
from generator.workbook.seal import PROJECT_PLACE, SEAL_PLACE, Seal
from tests.forms.forms import evaluation, target
from tests.issued.tampering import (
    HIDDEN,
    answer,
    edited,
    found,
    issued,
    only,
    place,
    rules,
    typed,
    with_part,
)
from tests.reader.copies import copied

ISSUED = issued(evaluation())
SEAL_CELL, PROJECT_CELL, RECORD_CELL = (
    f"B{row}" for row in (SEAL_PLACE[0], PROJECT_PLACE[0], RECORD_ROW)
)


@pytest.fixture
def issuer(tmp_path: Path) -> Issuer:
    return Issuer(tmp_path / "keys.json")


@pytest.fixture
def key(issuer: Issuer) -> Seal:
    return KeyRing(issuer.path).current()


def _record(workbook: bytes, **changes: object) -> str:
    data = json.loads(read_workbook_form(workbook).issued.record)
    return json.dumps({**data, **changes}, ensure_ascii=False)


def _forged(workbook: bytes) -> bytes:
    """Lower a target both in the form and in the record."""
    reading = read_workbook_form(workbook)
    record = reading.issued.record.replace("≥90(%)", "≥80(%)")
    assert record != reading.issued.record
    cell = place(workbook, "indicators[4].target")
    return typed(typed(workbook, {cell: "≥80(%)"}), {RECORD_CELL: record}, HIDDEN)


def test_a_genuine_seal(issuer: Issuer, key: Seal) -> None:
    assert found(issued(evaluation(), seal=key), issuer) == []


def test_a_seal_of_an_older_key_still_counts(issuer: Issuer, key: Seal) -> None:
    workbook = issued(evaluation(), seal=key)
    KeyRing(issuer.path).rotate()
    assert found(workbook, issuer) == []


def test_an_altered_record(issuer: Issuer, key: Seal) -> None:
    one = only(_forged(issued(evaluation(), seal=key)), issuer)
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-14", "error")
    assert "印记与内容不符" in one.finding.message


def test_a_seal_of_somebody_else(issuer: Issuer, key: Seal) -> None:
    one = only(ISSUED, issuer)
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-14", "warning")
    assert "由其他单位或旧密钥签发" in one.finding.message


def test_without_a_key_file_seals_are_not_tested_and_none_is_made(issuer: Issuer) -> None:
    assert found(ISSUED, issuer) == []
    assert not issuer.path.exists()


def test_a_broken_key_file_tests_nothing(issuer: Issuer) -> None:
    issuer.path.write_text("{")
    assert found(ISSUED, issuer) == []


def test_a_form_issued_without_a_seal_is_compared_all_the_same() -> None:
    workbook = issued(evaluation(), seal=None)
    assert rules(workbook) == [("ISS-14", "info")]
    changed = typed(workbook, {place(workbook, "indicators[0].target"): "≥1(场)"})
    assert ("ISS-1", "error") in rules(changed)


@pytest.mark.parametrize(("seal", "words"), [(None, "已被删除"), ("0123", "已损坏")])
def test_a_seal_removed_or_spoilt(seal: str | None, words: str) -> None:
    one = only(typed(ISSUED, {SEAL_CELL: seal}, HIDDEN))
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-14", "error")
    assert words in one.finding.message


@pytest.mark.parametrize(
    ("cell", "value", "words"),
    [(PROJECT_CELL, "feedfeedfeedfeed", "项目编号"), ("B1", "sz-eval-2021", "表式")],
)
def test_the_hidden_sheet_of_another_form(cell: str, value: str, words: str) -> None:
    workbook = typed(ISSUED, {cell: value}, HIDDEN)
    if value == "sz-eval-2021":
        workbook = typed(ISSUED, {RECORD_CELL: _record(ISSUED, layout=value)}, HIDDEN)
    one = next(each for each in found(workbook) if each.finding.rule == "ISS-15")
    assert one.finding.severity.value == "error" and words in one.finding.message


def test_another_template_version() -> None:
    workbook = typed(ISSUED, {RECORD_CELL: _record(ISSUED, version=7)}, HIDDEN)
    assert "记录为第7版，表内为第1版" in only(workbook).finding.message


def test_the_hidden_sheet_pasted_from_another_project() -> None:
    other = evaluation()
    other.project_name, other.indicators[0].target = "道路养护", "≥99(公里)"
    record = read_workbook_form(issued(other)).issued
    workbook = typed(
        ISSUED,
        {RECORD_CELL: record.record, SEAL_CELL: record.seal, PROJECT_CELL: record.project_id},
        HIDDEN,
    )
    assert dict(rules(workbook)) == {"ISS-4": "error", "ISS-1": "error"}
    assert any("为项目“道路养护”下发" in each.finding.message for each in found(workbook))


def _without_hidden(book: Workbook, _: Worksheet) -> None:
    del book[HIDDEN]


def test_the_hidden_sheet_deleted() -> None:
    outcome = answer(edited(ISSUED, _without_hidden))
    kinds = {(each.finding.rule, each.finding.severity.value) for each in outcome.findings}
    assert ("ISS-13", "error") in kinds


@pytest.mark.parametrize("record", [None, "不是记录", "{}", "[" * 5000])
def test_the_record_deleted_or_spoilt(record: str | None) -> None:
    one = only(typed(ISSUED, {RECORD_CELL: record}, HIDDEN))
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-13", "error")


def test_names_deleted_head_and_indicators_are_still_compared() -> None:
    cell = place(ISSUED, "indicators[4].target")

    def edit(book: Workbook, sheet: Worksheet) -> None:
        for name in list(book.defined_names):
            del book.defined_names[name]
        sheet[cell] = "≥80(%)"

    kinds = rules(edited(ISSUED, edit))
    assert ("ISS-13", "warning") in kinds and ("ISS-1", "error") in kinds


def test_a_form_that_never_was_ours_has_nothing_of_the_kind() -> None:
    outcome = answer(copied(ISSUED))
    assert {each.finding.rule for each in outcome.findings} & {"REA-3"}
    assert found(copied(ISSUED)) == []


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("xl/vbaProject.bin", "宏"),
        ("xl/externalLinks/externalLink1.xml", "链接"),
        ("xl/embeddings/oleObject1.bin", "嵌入"),
        ("xl/activeX/activeX1.xml", "嵌入"),
        ("xl/connections.xml", "数据连接"),
    ],
)
def test_what_was_not_issued_with_it(part: str, words: str) -> None:
    one = only(with_part(ISSUED, part))
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-12", "error")
    assert words in one.finding.message and part in one.finding.message


@pytest.mark.parametrize(
    "part", ["xl/media/image1.png", "xl/drawings/drawing1.xml", "customXml/item1.xml"]
)
def test_pictures_and_what_programs_add_are_nothing(part: str) -> None:
    assert found(with_part(ISSUED, part)) == []


def _sheets(book: Workbook, sheet: Worksheet) -> None:
    book.create_sheet("附件明细")
    sheet.title = "自评表（终稿）"
    sheet.protection.sheet = False


def test_sheets_added_renamed_unprotected_are_information() -> None:
    def edit(book: Workbook, sheet: Worksheet) -> None:
        _sheets(book, sheet)
        for name, defined in book.defined_names.items():
            if name.startswith("jx_"):
                defined.attr_text = defined.attr_text.replace(
                    f"'{ISSUED_SHEET}'", f"'{sheet.title}'"
                )

    kinds = [each for each in rules(edited(ISSUED, edit)) if each[0] in ("ISS-10", "ISS-11")]
    assert kinds == [("ISS-10", "info"), ("ISS-10", "info"), ("ISS-11", "info")]


ISSUED_SHEET = read_workbook_form(ISSUED).places.sheet


def test_the_sheet_of_opinions_we_added_ourselves_is_nothing() -> None:
    sent_back = return_copy(Package.open(ISSUED), answer(ISSUED))
    assert found(sent_back) == []


def test_records_of_version_1_stay_readable() -> None:
    """As the first version wrote them: no number, no rows, no formulas."""
    form = evaluation()
    head = {field: str(getattr(form, field)) for field in ("project_name", "unit")}
    rows = [{key: row[key] for key in ("level1", "level2", "name", "target", "weight")}
            for row in to_json(form)["indicators"]]  # fmt: skip
    reading = read_workbook_form(ISSUED)
    old = {
        "record": 1, "layout": form.layout, "version": 1, "fields": head, "indicators": rows,
        "project_id": reading.issued.project_id, "labels": {},
    }  # fmt: skip
    workbook = typed(ISSUED, {RECORD_CELL: json.dumps(old), SEAL_CELL: None}, HIDDEN)
    assert rules(workbook) == [("ISS-14", "info")]
    changed = typed(workbook, {place(ISSUED, "indicators[4].target"): "≥80(%)"})
    assert ("ISS-1", "error") in rules(changed)


def test_a_later_version_of_the_record_is_read_as_far_as_known() -> None:
    record = stored_record(_record(ISSUED, record=9, colours={"A1": "red"}))
    assert record is not None and record.issue == 1


def test_target_forms_are_compared_too() -> None:
    workbook = issued(target())
    one = only(typed(workbook, {place(workbook, "department"): "别的局"}))
    assert one.finding.rule == "ISS-4"
