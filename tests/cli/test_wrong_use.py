"""Wrong use and bad input: one Chinese sentence each, the right exit status, nothing half done."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.command import run
from tests.real_forms import ROOT, SHIPPED

Capture = pytest.CaptureFixture[str]
RETURNED = ROOT / "sample_workbooks" / "returned"
LIST = ROOT / "sample_workbooks" / "项目清单.xlsx"


@pytest.fixture(autouse=True)
def _own_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_KEYS", str(tmp_path / "keys" / "keys.json"))


def _bad_files(folder: Path) -> dict[str, str]:
    """Make one file of each bad kind; return what its sentence must say."""
    folder.mkdir()
    good = (RETURNED / "sh2023-03.xlsx").read_bytes()
    (folder / "空文件.xlsx").write_bytes(b"")
    (folder / "截断.xlsx").write_bytes(good[: len(good) // 2])
    (folder / "文本.xlsx").write_text("项目名称,得分\n", encoding="utf-8")
    other = Workbook()
    assert other.active is not None
    other.active["A1"] = "职工花名册"
    other.save(folder / "花名册.xlsx")
    _newer(good, folder / "新版.xlsx", version="99")
    _newer(good, folder / "别的表式.xlsx", layout="xx-eval-2030")
    (folder / "正常.xlsx").write_bytes(good)
    return {
        "空文件.xlsx": "空文件",
        "截断.xlsx": "不完整",
        "文本.xlsx": "不是",
        "花名册.xlsx": "没有找到绩效目标申报表或绩效自评表",
        "新版.xlsx": "更新版本",
        "别的表式.xlsx": "xx-eval-2030",
    }


def _newer(good: bytes, path: Path, layout: str = "sh-eval-2023", version: str = "1") -> None:
    """Write a form that says of itself it has another layout or version."""
    path.write_bytes(good)
    book = load_workbook(path)
    assert book["_jixiao"]["B1"].value == "sh-eval-2023"
    book["_jixiao"]["B1"].value, book["_jixiao"]["B2"].value = layout, version
    book.save(path)


def test_each_bad_file_gets_its_sentence_and_the_good_one_is_done(
    capsys: Capture, tmp_path: Path
) -> None:
    sentences = _bad_files(tmp_path / "in")
    shown = run(capsys, "recalc", tmp_path / "in", "-o", tmp_path / "out")
    assert shown.status == 3
    lines = {line.split("：")[0]: line for line in shown.out.splitlines() if "未读取" in line}
    for name, words in sentences.items():
        assert words in lines[name], lines[name]
    assert (tmp_path / "out" / "正常.xlsx").is_file()
    assert {path.name for path in (tmp_path / "out").glob("*.xlsx")} == {
        "正常.xlsx", "复核报告.xlsx",
    }  # fmt: skip


def test_nothing_is_overwritten_unasked(capsys: Capture, tmp_path: Path) -> None:
    assert run(capsys, "fill", SHIPPED[0], "-o", tmp_path).status == 0
    before = (tmp_path / f"{SHIPPED[0].stem}.xlsx").read_bytes()
    refused = run(capsys, "fill", *SHIPPED[:2], "-o", tmp_path)
    assert refused.status == 2 and "--force" in refused.err
    assert not (tmp_path / f"{SHIPPED[1].stem}.xlsx").exists(), "nothing half written"
    assert (tmp_path / f"{SHIPPED[0].stem}.xlsx").read_bytes() == before
    assert run(capsys, "fill", *SHIPPED[:2], "-o", tmp_path, "--force").status == 0


def test_the_original_is_never_written_to(capsys: Capture, tmp_path: Path) -> None:
    source = tmp_path / "in" / "a.xlsx"
    source.parent.mkdir()
    source.write_bytes((RETURNED / "sh2023-01.xlsx").read_bytes())
    source.chmod(0o400)
    before = source.read_bytes(), source.stat().st_mtime_ns
    run(capsys, "recalc", source, "-o", tmp_path / "out")
    assert (source.read_bytes(), source.stat().st_mtime_ns) == before


def test_two_inputs_of_one_name_get_two_results(capsys: Capture, tmp_path: Path) -> None:
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.xlsx").write_bytes((RETURNED / "sh2023-03.xlsx").read_bytes())
    files = (tmp_path / "甲" / "a.xlsx", tmp_path / "乙" / "a.xlsx")
    run(capsys, "recalc", *files, "-o", tmp_path / "out")
    assert (tmp_path / "out" / "a.xlsx").is_file() and (tmp_path / "out" / "a (2).xlsx").is_file()


def test_a_project_list_with_a_missing_column(capsys: Capture, tmp_path: Path) -> None:
    book = load_workbook(LIST)
    sheet = book["项目"]
    row = next(c.row for c in sheet["A"] if c.value and str(c.value).startswith("项目名称"))
    column = next(c for c in sheet[row] if c.value and str(c.value).startswith("主管部门"))
    column.value = "备注"
    book.save(tmp_path / "项目清单.xlsx")
    shown = run(capsys, "blank", tmp_path / "项目清单.xlsx", "-o", tmp_path / "out")
    assert shown.status == 2
    assert "主管部门" in shown.err and "没有生成任何文件" in shown.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["recalc", "没有的文件夹", "-o", "out"], 3, "找不到"),
        (["blank", "没有.xlsx", "-o", "out"], 3, "找不到项目清单"),
        (["layouts", "--wrong"], 2, "--wrong"),
        (["recalc"], 2, "缺少参数"),
        (["nonsense"], 2, "用法"),
        (["rules", "--profile", "mars"], 2, "没有计分规则"),
        (["carry", str(RETURNED), "-o", "out", "--layout", "mars"], 2, "没有表式"),
        (["carry", str(RETURNED), "-o", "out", "--layout", "sh-decl-2026"], 2, "不是自评表"),
    ],
)
def test_wrong_use_is_told_in_chinese(
    capsys: Capture, arguments: list[str], status: int, words: str
) -> None:
    shown = run(capsys, *arguments)
    assert shown.status == status
    assert words in shown.err


def test_json_that_is_no_form(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    (tmp_path / "b.json").write_text('{"layout": "sh-eval-2023", "scor": 1}', encoding="utf-8")
    (tmp_path / "c.json").write_text('{"layout": "mars"}', encoding="utf-8")
    shown = run(capsys, "fill", *sorted(tmp_path.glob("*.json")), "-o", tmp_path / "out")
    assert shown.status == 3
    assert "JSON" in shown.err and "scor" in shown.err and "mars" in shown.err
