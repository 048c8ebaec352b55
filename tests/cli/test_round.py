"""The round an office makes: project list, blanks, filled forms, returns, report."""

import io
import json
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import load_workbook

from tests.cli.command import run
from tests.real_forms import ROOT, SHIPPED, data_of
from tests.same_form import differences

Capture = pytest.CaptureFixture[str]
LIST = ROOT / "sample_workbooks" / "项目清单.xlsx"
RETURNED = ROOT / "sample_workbooks" / "returned"


@pytest.fixture(autouse=True)
def _own_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_KEYS", str(tmp_path / "keys" / "keys.json"))


def test_demo_shows_the_whole_round(capsys: Capture, tmp_path: Path) -> None:
    shown = run(capsys, "demo", "-o", tmp_path / "demo")
    assert shown.status == 0
    assert "72.47" in shown.out and "共 27 份" in shown.out
    assert (tmp_path / "demo" / "复算结果" / "复核报告.html").is_file()


def test_blanks_from_a_project_list(capsys: Capture, tmp_path: Path) -> None:
    shown = run(capsys, "blank", LIST, "-o", tmp_path)
    assert shown.status == 0 and "27 份" in shown.out
    name = "上海市社会保险事业管理中心_社会保险经办业务费_2023_绩效自评表.xlsx"
    sheet = load_workbook(tmp_path / name).worksheets[0]
    assert sheet.protection.sheet
    assert sheet["B2"].value == "社会保险经办业务费"
    assert sheet["B2"].protection.locked and not sheet["E12"].protection.locked


def test_fill_and_read_give_the_form_back(capsys: Capture, tmp_path: Path) -> None:
    forms = SHIPPED[:6]
    assert run(capsys, "fill", *forms, "-o", tmp_path / "x", "--as-printed").status == 0
    assert run(capsys, "read", tmp_path / "x", "-o", tmp_path / "j").status == 0
    for path in forms:
        back = json.loads((tmp_path / "j" / path.name).read_text(encoding="utf-8"))
        assert list(differences(data_of(path), back)) == []
    shown = run(capsys, "read", tmp_path / "x")
    assert len(json.loads(shown.out)) == len(forms)


def test_recalc_writes_copies_answers_and_reports(capsys: Capture, tmp_path: Path) -> None:
    shown = run(capsys, "recalc", RETURNED, "-o", tmp_path, "--json", tmp_path / "a.json")
    assert shown.status == 1, "some real forms have errors"
    answers = {a["file"]: a for a in json.loads((tmp_path / "a.json").read_text("utf-8"))}
    assert len(answers) == 27
    answer = answers["sh2023-01.xlsx"]
    assert answer["entered"]["execution_rate"] == "93.65"
    assert answer["computed"]["execution_rate"] == "72.47"
    assert answer["computed"]["total_score"] == "95.84"
    assert answer["computed"]["indicator_scores"][2] == "2.10"
    assert (tmp_path / "退回修改" / "sh2023-01.xlsx").is_file()
    assert not (tmp_path / "退回修改" / "sh2023-03.xlsx").exists()
    copy = load_workbook(tmp_path / "sh2023-01.xlsx", data_only=True).worksheets[0]
    assert copy["G5"].value == 72.47
    formulas = load_workbook(tmp_path / "sh2023-01.xlsx").worksheets[0]
    assert str(formulas["G5"].value).startswith("=")


def test_carry_makes_a_self_evaluation_of_a_target_form(capsys: Capture, tmp_path: Path) -> None:
    source = RETURNED / "sh2026-02.xlsx"
    shown = run(capsys, "carry", source, "-o", tmp_path, "--layout", "sh-eval-2023")
    assert shown.status == 0
    (file,) = tmp_path.glob("*.xlsx")
    form = json.loads(run(capsys, "read", file).out)[0]
    target = data_of(next(p for p in SHIPPED if p.stem == "sh2026-02"))
    carried = {(row["name"], row["target"]) for row in form["indicators"]}
    assert carried == {(row["name"], row["target"]) for row in target["indicators"]}
    assert len(form["indicators"]) == len(target["indicators"]) == 14
    assert form["funds"]["annual_total"]["initial_budget"] == "252.1"


def test_summary_is_one_workbook(capsys: Capture, tmp_path: Path) -> None:
    shown = run(capsys, "summary", RETURNED, "-o", tmp_path / "汇总.xlsx")
    assert shown.status == 0
    assert "自评结果汇总" in load_workbook(tmp_path / "汇总.xlsx").sheetnames


def test_keys_seal_and_verify(capsys: Capture, tmp_path: Path) -> None:
    run(capsys, "blank", LIST, "-o", tmp_path / "b")
    file = sorted((tmp_path / "b").glob("*.xlsx"))[0]
    assert run(capsys, "key", "verify", file).status == 0
    assert run(capsys, "key", "rotate").status == 0
    assert run(capsys, "key", "verify", file).status == 0, "older keys still verify"
    foreign = run(capsys, "key", "verify", RETURNED / "sh2023-01.xlsx")
    assert foreign.status == 1
    mode = (tmp_path / "keys" / "keys.json").stat().st_mode & 0o777
    assert mode == 0o600


def test_the_seal_of_a_form_with_a_password_is_verified_too(
    capsys: Capture, tmp_path: Path
) -> None:
    run(capsys, "blank", LIST, "-o", tmp_path / "b")
    file, locked = sorted((tmp_path / "b").glob("*.xlsx"))[0], tmp_path / "加密.xlsx"
    with locked.open("wb") as out:
        OOXMLFile(io.BytesIO(file.read_bytes())).encrypt("开门", out)
    assert run(capsys, "key", "verify", locked).status == 3
    shown = run(capsys, "key", "verify", locked, "--password", "开门")
    assert shown.status == 0 and "印记有效" in shown.out


def test_what_there_is(capsys: Capture) -> None:
    assert "sz-eval-2021" in run(capsys, "layouts").out
    rules = run(capsys, "rules", "--profile", "shanghai")
    assert rules.status == 0 and "FND-3" in rules.out
