"""批量 and 帮助."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import xlwings as xw

from generator.batch.examine import examine
from tests.addin_actions.conftest import RETURNED, Open
from tests.addin_actions.looking import enter, picture, place, state, value
from tests.addin_actions.sequences.hands import is_whole
from tests.real_forms import ROOT
from xladdin.actions import batch, help, scoring
from xladdin.asking import ScriptedAsker
from xladdin.contract import Refused


@pytest.fixture
def book(returned: Open) -> xw.Book:
    return returned("sh2023-04")


@pytest.fixture
def returns(tmp_path: Path) -> Path:
    folder = tmp_path / "退回表"
    folder.mkdir()
    for name in ("sh2023-04", "sh2023-06", "sz2021-01"):
        shutil.copy(RETURNED / f"{name}.xlsx", folder)
    return folder


def test_blank_forms_are_issued_from_a_project_list(book: xw.Book, tmp_path: Path) -> None:
    folder = tmp_path / "空白表"
    folder.mkdir()
    source = ROOT / "sample_workbooks" / "项目清单.xlsx"
    asker = ScriptedAsker(file=source, folder=folder)
    outcome = batch.blank_forms(book, asker)
    made = sorted(folder.glob("*.xlsx"))
    assert f"已生成 {len(made)} 份空白表" in outcome.message
    assert all(examine(path, path.name).outcome.rejection is None for path in made)
    with pytest.raises(Refused, match="同名文件"):
        batch.blank_forms(book, asker)


def test_a_broken_key_file_is_told_before_anything_is_issued(
    book: xw.Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = tmp_path / "keys.json"
    keys.write_text("{", encoding="utf-8")
    monkeypatch.setenv("JIXIAO_KEYS", str(keys))
    folder = tmp_path / "空白表"
    folder.mkdir()
    source = ROOT / "sample_workbooks" / "项目清单.xlsx"
    with pytest.raises(Refused, match=r"密钥文件.*已损坏"):
        batch.blank_forms(book, ScriptedAsker(file=source, folder=folder))
    assert not list(folder.iterdir())


def test_a_folder_of_returns_is_reviewed_and_left_as_it_is(book: xw.Book, returns: Path) -> None:
    before = {path.name: path.read_bytes() for path in returns.iterdir()}
    outcome = batch.review_returns(book, ScriptedAsker(folder=returns))
    results = returns.with_name("退回表_复核结果")
    assert (results / "复核报告.xlsx").exists()
    assert (results / "sz2021-01.xlsx").exists()
    assert "已复核 3 份" in outcome.message
    assert {path.name: path.read_bytes() for path in returns.iterdir()} == before
    assert book.app.status_bar is False


def written(folder: Path) -> set[str]:
    """Return the workbooks of a folder, each of which is whole."""
    found = list(folder.rglob("*.xlsx"))
    assert all(is_whole(path) for path in found)
    return {path.name for path in found}


def test_a_stopped_review_says_how_far_it_came_and_is_taken_up_again(
    book: xw.Book, returns: Path
) -> None:
    asker = ScriptedAsker(folder=returns, stops_after=1)
    outcome = batch.review_returns(book, asker)
    results = returns.with_name("退回表_复核结果")
    assert "共 3 份，完成 1 份" in outcome.message
    assert outcome.message.count("。") == 1
    assert asker.told == ["正在处理，已完成 0/3……", "正在处理，已完成 1/3……"]
    assert "sh2023-04.xlsx" in written(results)
    assert "复核报告.xlsx" not in written(results)
    assert book.app.status_bar is False
    assert "已复核 3 份" in batch.review_returns(book, ScriptedAsker(folder=returns)).message
    assert {"sh2023-04.xlsx", "sz2021-01.xlsx", "复核报告.xlsx"} <= written(results)
    with pytest.raises(Refused, match="同名文件"):
        batch.review_returns(book, ScriptedAsker(folder=returns))


def test_stopping_at_once_reviews_nothing(book: xw.Book, returns: Path) -> None:
    outcome = batch.review_returns(book, ScriptedAsker(folder=returns, stops_after=0))
    assert "共 3 份，完成 0 份" in outcome.message


def test_a_stopped_issue_leaves_whole_forms_only(book: xw.Book, tmp_path: Path) -> None:
    folder = tmp_path / "空白表"
    folder.mkdir()
    source = ROOT / "sample_workbooks" / "项目清单.xlsx"
    outcome = batch.blank_forms(book, ScriptedAsker(file=source, folder=folder, stops_after=2))
    assert "完成 2 份" in outcome.message
    assert len(written(folder)) == 2
    assert len(list(folder.iterdir())) == 2
    assert book.app.status_bar is False


def test_a_stopped_summary_writes_nothing(book: xw.Book, returns: Path) -> None:
    before = written(returns.parent)
    outcome = batch.summary(book, ScriptedAsker(folder=returns, stops_after=2))
    assert "共 3 份，只读取了 2 份" in outcome.message
    assert written(returns.parent) == before


def test_a_folder_is_summarised(book: xw.Book, returns: Path) -> None:
    outcome = batch.summary(book, ScriptedAsker(folder=returns))
    assert "已汇总 3 份" in outcome.message
    assert returns.with_name("退回表_汇总.xlsx").exists()


@pytest.mark.parametrize("action", [batch.blank_forms, batch.review_returns, batch.summary])
def test_declining_does_nothing(book: xw.Book, action: Any) -> None:
    assert action(book, ScriptedAsker()).message == ""


def test_an_empty_folder_is_refused(book: xw.Book, tmp_path: Path) -> None:
    empty = tmp_path / "空"
    empty.mkdir()
    with pytest.raises(Refused, match="没有可以处理"):
        batch.review_returns(book, ScriptedAsker(folder=empty))


def test_rules_are_named_with_their_sources(book: xw.Book) -> None:
    message = help.rules(book, ScriptedAsker()).message
    assert "预算执行率满分 10 分" in message
    assert "财预〔2020〕10号" in message


def test_undo_keeps_what_was_typed_since(book: xw.Book) -> None:
    enter(book, "total_score", 99.0)
    scoring.score(book, ScriptedAsker())
    enter(book, "total_score", 98.0)
    outcome = help.undo(book, ScriptedAsker())
    assert value(book, "total_score") == 98.0
    assert "有 1 个单元格此后又改过" in outcome.message
    assert help.undo(book, ScriptedAsker()).message == "没有可以撤销的操作。"


def test_undo_keeps_a_formula_somebody_typed_over_ours(book: xw.Book) -> None:
    enter(book, "indicators[0].score", None)
    scoring.score(book, ScriptedAsker())
    cell = state(book).cells[place(book, "indicators[0].score")]
    assert (cell.formula or "").startswith("=")
    cell.formula = "=3+5"
    help.undo(book, ScriptedAsker())
    assert cell.formula == "=3+5"


def test_about_and_doctor_answer_in_one_message(book: xw.Book) -> None:
    before = picture(book)
    assert "jixiao" in help.about(book, ScriptedAsker()).message
    assert help.doctor(book, ScriptedAsker()).message
    assert picture(book) == before
