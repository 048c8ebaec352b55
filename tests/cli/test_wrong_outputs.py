"""Places that cannot be written to, and names that lead nowhere: the place and the way out."""

from pathlib import Path

import pytest

from tests.cli.command import run
from tests.real_forms import ROOT, SHIPPED

Capture = pytest.CaptureFixture[str]
RETURNED = ROOT / "sample_workbooks" / "returned"
LIST = ROOT / "sample_workbooks" / "项目清单.xlsx"
FORM = RETURNED / "sh2023-03.xlsx"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_KEYS", str(tmp_path / "keys" / "keys.json"))
    monkeypatch.chdir(tmp_path)
    Path("文件夹").mkdir()
    Path("文件").write_text("一行字\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["projects", "-o", "文件夹"], 2, "应以 .xlsx 结尾"),
        (["projects", "-o", "清单.txt"], 2, "清单.txt 的名称应以 .xlsx 结尾"),
        (["summary", FORM, "-o", "汇总.csv"], 2, "汇总.csv 的名称应以 .xlsx 结尾"),
        (["compare", FORM, "--with", FORM, "-o", "对照"], 2, "对照 的名称应以 .xlsx 结尾"),
        (["check", FORM, "--json", "文件夹"], 2, "无法写入 文件夹：已有同名文件夹"),
        (["blank", LIST, "-o", "文件"], 2, "无法写入 文件：已有同名文件"),
        (["demo", "-o", "文件"], 2, "无法写入 文件：已有同名文件"),
        (["read", FORM, "-o", "文件"], 2, "无法写入 文件：已有同名文件"),
        (["blank", "文件夹", "-o", "出"], 2, "文件夹 是文件夹；项目清单应是一个工作簿"),
        (["fill", "没有.json", "-o", "出"], 3, "找不到这个文件"),
        (["fill", "文件夹", "-o", "出"], 3, "这是一个文件夹"),
        (["fill", "文件", "-o", "出"], 3, "不是正确的 JSON"),
        (["rules", "--profile"], 2, "jixiao rules --help"),
        (["blank", LIST, "-o"], 2, "jixiao blank --help"),
        (["rules", "--profile", "mars"], 2, "shanghai（上海）"),
        (["blank", LIST, "-o", "出", "--layout", "上海"], 2, "绩效自评表（上海，2023年）"),
    ],
)  # fmt: skip
def test_a_wrong_place_is_named_in_chinese(
    capsys: Capture, arguments: list[object], status: int, words: str
) -> None:
    shown = run(capsys, *arguments)
    assert shown.status == status
    assert words in shown.err
    assert ".jixiao-" not in shown.err and "No such" not in shown.err
    assert not Path("出").exists()


def test_a_folder_named_like_a_workbook_is_no_output(capsys: Capture) -> None:
    Path("汇总.xlsx").mkdir()
    shown = run(capsys, "summary", FORM, "-o", "汇总.xlsx", "--force")
    assert shown.status == 2 and "已有的文件夹" in shown.err


def test_nothing_made_is_told_as_such(capsys: Capture) -> None:
    carried = run(capsys, "carry", FORM, "-o", "出", "--layout", "sh-eval-2023")
    filled = run(capsys, "fill", "没有.json", "-o", "出")
    for shown in (carried, filled):
        assert shown.status == 3
        assert "没有生成任何文件" in shown.out and "保存在" not in shown.out
    assert run(capsys, "fill", SHIPPED[0], "-o", "出").status == 0


def test_a_profile_is_known_by_its_name_too(capsys: Capture) -> None:
    by_id = run(capsys, "rules", "--profile", "shanghai")
    by_name = run(capsys, "rules", "--profile", "上海")
    assert by_id.status == by_name.status == 0
    assert by_id.out == by_name.out


def test_showing_the_key_makes_none(capsys: Capture, tmp_path: Path) -> None:
    shown = run(capsys, "key", "show")
    assert shown.status == 0 and "还没有签发密钥" in shown.out
    assert not (tmp_path / "keys").exists()
    assert run(capsys, "blank", LIST, "-o", "空白表").status == 0
    assert "当前" in run(capsys, "key", "show").out
