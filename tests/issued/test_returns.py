"""Several returns of one form: which counts, by what it was found, and how the others differ."""

import io
import json
import os
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.batch.examine import examine
from generator.batch.intake import Input
from generator.batch.journal import NAME
from generator.batch.outcome import Outcome
from generator.batch.recalc import RecalcRun, tasks_for
from generator.batch.report.gathered import Gathered
from generator.batch.returns.issuer import Issuer
from generator.batch.returns.newest import saved_at
from generator.batch.returns.superseded import older_returns
from generator.forms.findings import Finding
from generator.workbook.hidden import RECORD_ROW
from generator.workbook.reader import read_workbook_form
from tests.forms.forms import broken, evaluation
from tests.intake.test_foreign import as_xlsb
from tests.issued.tampering import HIDDEN, SEAL, issued, place, typed
from tests.reader.copies import copied

ISSUED = issued(evaluation())
SCORE = place(ISSUED, "indicators[2].score")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def saved(workbook: bytes, moment: str) -> bytes:
    """Return the workbook as last saved at a moment."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>" + moment.encode(), data)
            new.writestr(name, data)
    return buffer.getvalue()


class Batch:
    """Files in a folder and the answers to them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.inputs: list[Input] = []

    def add(self, name: str, data: bytes, changed: int = 1_700_000_000) -> None:
        path = self.folder / name
        path.write_bytes(data)
        os.utime(path, (changed, changed))
        self.inputs.append(Input(str(path), name))

    def outcomes(self, issuer: Issuer | None = None) -> list[Outcome]:
        answers = [examine(each, each.file, issuer=issuer).outcome for each in self.inputs]
        return list(older_returns(answers, self.inputs).settled(answers))


def keyed(folder: Path) -> Issuer:
    """Return an issuer who has the key the forms here are sealed with."""
    path = folder / "keys.json"
    key = {"key": SEAL.key.hex(), "made": "2026-01-01"}
    path.write_text(json.dumps({"keys": [key]}), encoding="utf-8")
    return Issuer(path)


def with_record(workbook: bytes, old: str, new: str) -> bytes:
    """Return the workbook with a piece of its record replaced, the seal left as it is."""
    column = [f"B{row}" for row in range(RECORD_ROW, RECORD_ROW + 20)]
    text = read_workbook_form(workbook).issued.record
    assert text and old in text
    cells: dict[str, str | None] = dict.fromkeys(column)
    return typed(workbook, {**cells, column[0]: text.replace(old, new)}, HIDDEN)


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    return Batch(tmp_path)


def by(outcomes: Sequence[Outcome]) -> list[str | None]:
    return [outcome.superseded_by for outcome in outcomes]


def told(outcome: Outcome) -> Finding:
    (one,) = [e.finding for e in outcome.findings if e.finding.rule == "ISS-17"]
    return one


def test_the_one_saved_last_counts_and_the_other_says_how_it_differs(batch: Batch) -> None:
    older = typed(ISSUED, {SCORE: Decimal("2.70")})
    newer = typed(ISSUED, {SCORE: Decimal("2.10")})
    batch.add("甲.xlsx", saved(newer, "2026-03-02T08:00:00Z"), changed=1)
    batch.add("乙.xlsx", saved(older, "2026-03-01T08:00:00Z"), changed=2)
    outcomes = batch.outcomes()
    assert by(outcomes) == [None, "甲.xlsx"]
    one = told(outcomes[1])
    assert one.severity.value == "warning"
    assert "退回了 2 次，按最后保存的时间，以“甲.xlsx”为准" in one.message
    assert "第3项指标的得分 2.70 → 2.10" in one.message


def test_equal_contents_are_information(batch: Batch) -> None:
    batch.add("甲.xlsx", saved(ISSUED, "2026-03-02T08:00:00Z"))
    batch.add("甲 (2).xlsx", saved(ISSUED, "2026-03-01T08:00:00Z"))
    batch.add("甲 (3).xlsx", saved(ISSUED, "2026-03-02T08:00:00Z"), changed=1_600_000_000)
    outcomes = batch.outcomes()
    assert by(outcomes) == [None, "甲.xlsx", "甲.xlsx"]
    assert [told(each).severity.value for each in outcomes[1:]] == ["info", "info"]
    assert "内容相同" in told(outcomes[1]).message


@pytest.mark.parametrize("moment", ["1980-01-01T00:00:00Z", "2199-01-01T00:00:00Z", "昨天", ""])
def test_an_insane_time_of_saving_gives_way_to_the_files(batch: Batch, moment: str) -> None:
    batch.add("甲.xlsx", saved(ISSUED, "2026-03-02T08:00:00Z"), changed=100)
    batch.add("乙.xlsx", saved(ISSUED, moment), changed=200)
    outcomes = batch.outcomes()
    assert by(outcomes) == ["乙.xlsx", None]
    assert "按文件的时间" in told(outcomes[0]).message


def test_at_last_the_names_decide(batch: Batch) -> None:
    for name in ("甲.xlsx", "甲 (2).xlsx"):
        batch.add(name, ISSUED)
    assert "按文件名的次序" in told(batch.outcomes()[0]).message


def test_a_later_issue_wins_over_a_later_day(batch: Batch) -> None:
    new = issued(broken(evaluation(), ("indicators[0].target", "≥12(场)")), issue=2)
    batch.add("新.xlsx", saved(new, "2026-01-01T00:00:00Z"))
    batch.add("旧.xlsx", saved(ISSUED, "2026-05-01T00:00:00Z"))
    outcomes = batch.outcomes()
    assert by(outcomes) == [None, "新.xlsx"]
    void = [e.finding for e in outcomes[1].findings if e.finding.rule == "ISS-16"]
    assert [each.severity.value for each in void] == ["error"]
    assert "同批退回的表中已有第2次下发的新表" in void[0].message


def test_a_forged_issue_number_does_not_win(batch: Batch, tmp_path: Path) -> None:
    """Only under a seal of the issuer's does a later issue count as one."""
    issuer = keyed(tmp_path)
    second = issued(evaluation(), issue=2)
    forged = with_record(ISSUED, '"issue":1', '"issue":9')
    batch.add("真.xlsx", saved(second, "2026-01-01T00:00:00Z"))
    batch.add("假.xlsx", saved(forged, "2026-05-01T00:00:00Z"))
    assert by(batch.outcomes(issuer)) == [None, "真.xlsx"]
    batch.inputs.clear()
    batch.add("旧.xlsx", saved(ISSUED, "2026-06-01T00:00:00Z"))
    batch.add("假.xlsx", saved(forged, "2026-05-01T00:00:00Z"))
    outcomes = batch.outcomes(issuer)
    assert by(outcomes) == [None, "旧.xlsx"]
    assert "ISS-14" in [each.finding.rule for each in outcomes[1].findings]


def test_a_form_borrowed_for_another_project_is_no_second_return(batch: Batch) -> None:
    batch.add("甲.xlsx", ISSUED)
    batch.add("乙.xlsx", typed(ISSUED, {place(ISSUED, "project_name"): "道路养护"}))
    assert by(batch.outcomes()) == [None, None]


def test_a_copy_in_a_new_workbook_is_a_return_of_the_same_form(batch: Batch) -> None:
    batch.add("原表.xlsx", saved(ISSUED, "2026-03-02T08:00:00Z"), changed=300)
    batch.add("誊抄.xlsx", copied(ISSUED), changed=200)
    assert len([each for each in by(batch.outcomes()) if each]) == 1


def test_older_returns_are_in_the_report_but_not_in_its_counts(
    batch: Batch, tmp_path: Path
) -> None:
    batch.add("甲.xlsx", saved(ISSUED, "2026-03-02T08:00:00Z"))
    batch.add("乙.xlsx", saved(ISSUED, "2026-03-01T08:00:00Z"))
    answers = Gathered.of(examine(each, each.file).outcome for each in batch.inputs)
    with RecalcRun(tmp_path / "o").newest_counted(tasks_for(batch.inputs), answers) as gathered:
        assert gathered.statistics.files == 2
        assert gathered.statistics.evaluations == 1
        assert by(list(gathered)) == [None, "甲.xlsx"]


def test_a_batch_without_any_is_passed_on_as_it_is(batch: Batch, tmp_path: Path) -> None:
    batch.add("甲.xlsx", ISSUED)
    with Gathered.of(examine(each, each.file).outcome for each in batch.inputs) as answers:
        assert RecalcRun(tmp_path / "o").newest_counted(tasks_for(batch.inputs), answers) is answers


def test_a_file_gone_in_between_is_still_told(batch: Batch) -> None:
    batch.add("甲.xlsx", ISSUED)
    batch.add("乙.xlsx", typed(ISSUED, {SCORE: Decimal(1)}))
    answers = [examine(each, each.file).outcome for each in batch.inputs]
    batch.inputs[0].path.unlink()
    outcomes = list(older_returns(answers, batch.inputs).settled(answers))
    assert by(outcomes) == ["乙.xlsx", None]
    assert "未能逐项比较" in told(outcomes[0]).message


def sent_back(folder: Path, name: str) -> str:
    """Return everything said on the sheet of comments of a copy to send back."""
    book = load_workbook(folder / "退回修改" / name)
    return "\n".join(
        str(cell.value) for row in book["复核意见"].iter_rows() for cell in row if cell.value
    )


@pytest.mark.parametrize("form", ["xlsx", "xlsb"])
def test_the_copy_to_send_back_says_that_another_return_counts(
    batch: Batch, tmp_path: Path, form: str
) -> None:
    """Whether it had to go back before that was known or not, whatever it was saved as."""
    out, wrong = tmp_path / "o", typed(ISSUED, {SCORE: Decimal(99)})
    new = issued(broken(evaluation(), ("indicators[0].target", "≥12(场)")), issue=2)
    batch.add("新.xlsx", saved(new, "2026-03-03T08:00:00Z"))
    path = tmp_path / "original.xlsx"
    path.write_bytes(wrong)
    batch.add(f"错.{form}", wrong if form == "xlsx" else as_xlsb(path))
    batch.add("旧.xlsx", saved(ISSUED, "2026-03-01T08:00:00Z"))
    run, tasks = RecalcRun(out, jobs=1), tasks_for(batch.inputs)
    answers = Gathered.of(run.outcomes(tasks))
    assert not (out / "退回修改" / "旧.xlsx").exists()
    before = sent_back(out, "错.xlsx")
    with run.newest_counted(tasks, answers) as gathered:
        assert by(list(gathered)) == [None, "新.xlsx", "新.xlsx"]
    assert "以“新.xlsx”为准" not in before
    for name in ("错.xlsx", "旧.xlsx"):
        assert "以“新.xlsx”为准" in sent_back(out, name)
        assert "已有第2次下发的新表" in sent_back(out, name)
    assert [each.name for each in out.rglob(".jixiao*")] == [NAME]


def test_times_of_saving() -> None:
    now = datetime(2026, 3, 1, tzinfo=UTC)
    assert saved_at("2026-02-01T08:30:00", now) == datetime(2026, 2, 1, 8, 30, tzinfo=UTC)
    assert saved_at("2026-03-05T00:00:00Z", now) is None
