"""The command line: issuing anew, seals with reasons, several returns, what is outstanding."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.batch.project_list import write_project_list
from generator.forms.models import SelfEvaluationForm
from tests.cli.command import run
from tests.forms.forms import broken, evaluation
from tests.issued.tampering import SEAL, issued, place, typed

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_KEYS", str(tmp_path / "keys" / "keys.json"))


def project_list(folder: Path, *forms: SelfEvaluationForm) -> Path:
    path = folder / "项目清单.xlsx"
    path.write_bytes(write_project_list(list(forms)))
    return path


def adjusted() -> SelfEvaluationForm:
    return broken(evaluation(), ("indicators[0].target", "≥12(场)"))


def findings(capsys: Capture, *paths: Path) -> list[tuple[str, str]]:
    answers = json.loads(run(capsys, "check", *paths, "--json", "-").out)
    found = [each for answer in answers for each in answer["findings"]]
    return [(e["rule"], e["message"]) for e in found if e["rule"].startswith("ISS")]


def test_issued_anew_the_old_form_is_void(capsys: Capture, tmp_path: Path) -> None:
    old, new = tmp_path / "旧", tmp_path / "新"
    assert run(capsys, "blank", project_list(tmp_path, evaluation()), "-o", old).status == 0
    assert findings(capsys, old) == []
    listed = project_list(tmp_path, adjusted())
    assert run(capsys, "blank", listed, "-o", new, "--reissue").err == ""
    assert findings(capsys, new) == []
    ((rule, message),) = findings(capsys, old)
    assert rule == "ISS-16" and "第1次下发的旧表" in message


def test_another_content_without_reissue_is_warned_of(capsys: Capture, tmp_path: Path) -> None:
    run(capsys, "blank", project_list(tmp_path, evaluation()), "-o", tmp_path / "a")
    same = run(capsys, "blank", tmp_path / "项目清单.xlsx", "-o", tmp_path / "b")
    assert same.err == ""
    other = run(capsys, "blank", project_list(tmp_path, adjusted()), "-o", tmp_path / "c")
    assert other.status == 0 and "--reissue" in other.err


def test_a_lost_ledger_stops_nothing(capsys: Capture, tmp_path: Path) -> None:
    listed = project_list(tmp_path, evaluation())
    run(capsys, "blank", listed, "-o", tmp_path / "a")
    (tmp_path / "keys" / "keys.issues.jsonl").unlink()
    assert run(capsys, "blank", listed, "-o", tmp_path / "b").status == 0
    assert findings(capsys, tmp_path / "a") == findings(capsys, tmp_path / "b") == []


def test_verify_says_why(capsys: Capture, tmp_path: Path) -> None:
    run(capsys, "blank", project_list(tmp_path, evaluation()), "-o", tmp_path / "a")
    (own,) = (tmp_path / "a").glob("*.xlsx")
    shown = run(capsys, "key", "verify", own)
    assert shown.status == 0 and "印记有效" in shown.out and "第1次" in shown.out
    foreign = tmp_path / "外单位.xlsx"
    foreign.write_bytes(issued(evaluation(), seal=SEAL))
    shown = run(capsys, "key", "verify", foreign)
    assert shown.status == 1 and "由其他单位或旧密钥签发" in shown.out
    foreign.write_bytes(typed(foreign.read_bytes(), {"B59": None}, "_jixiao"))
    assert "已被删除" in run(capsys, "key", "verify", foreign).out


def test_verify_makes_no_key(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(issued(evaluation()))
    shown = run(capsys, "key", "verify", path)
    assert shown.status == 2 and "还没有签发密钥" in shown.err
    run(capsys, "check", path)
    assert not (tmp_path / "keys").exists()


def test_older_returns_and_outstanding_in_the_reports(capsys: Capture, tmp_path: Path) -> None:
    other = broken(evaluation(), ("project_name", "道路养护"))
    listed = project_list(tmp_path, evaluation(), other)
    returns = tmp_path / "退回"
    returns.mkdir()
    workbook = issued(evaluation())
    (returns / "a.xlsx").write_bytes(workbook)
    score = place(workbook, "indicators[0].actual")
    (returns / "b.xlsx").write_bytes(typed(workbook, {score: "9(场)"}))
    out = tmp_path / "out"
    shown = run(capsys, "recalc", returns, "-o", out, "--outstanding", listed)
    assert "尚未退回 1 份" in shown.out and "道路养护" in shown.out
    book = load_workbook(out / "复核报告.xlsx")
    assert book["尚未退回"]["A2"].value == "道路养护"
    rules = [row[3].value for row in book["问题清单"].iter_rows(min_row=2)]
    assert rules.count("ISS-17") == 1
    page = (out / "复核报告.html").read_text(encoding="utf-8")
    assert "尚未退回（1）" in page and "实际完成值" in page


def test_a_summary_counts_the_newest_only(capsys: Capture, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).write_bytes(issued(evaluation()))
    files = (tmp_path / "a.xlsx", tmp_path / "b.xlsx")
    shown = run(capsys, "summary", *files, "-o", tmp_path / "汇总.xlsx")
    assert "未计入汇总" in shown.err and "已汇总 1 份" in shown.out
