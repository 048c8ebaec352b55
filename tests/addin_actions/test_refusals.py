"""On a workbook that is none of ours every button says so in one sentence and changes nothing."""

from importlib import import_module
from pathlib import Path

import openpyxl
import pytest

from tests.addin_actions import memory
from tests.addin_actions.looking import picture
from xladdin.asking import ScriptedAsker
from xladdin.contract import Refused
from xladdin.ribbon import button_table

ON_A_FORM = [
    button for button in button_table().buttons
    if button.action.partition(":")[0] in ("filling", "checking", "scoring", "reasons")
    or button.id == "rules"
]  # fmt: skip


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "工资表.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["B1"], sheet["A2"] = "姓名", "工资", "张三"
    book.save(path)
    return path


@pytest.mark.parametrize("button", ON_A_FORM, ids=lambda button: button.id)
def test_no_form(other: Path, button: object) -> None:
    book = memory.open_book(other)
    before = picture(book)
    name, _, function = button.action.partition(":")  # type: ignore[attr-defined]
    action = getattr(import_module(f"xladdin.actions.{name}"), function)
    with pytest.raises(Refused) as refused:
        action(book, ScriptedAsker(yes=True))
    assert refused.value.sentence.endswith("。")
    assert picture(book) == before


def test_a_workbook_that_was_never_saved(other: Path) -> None:
    book = memory.open_book(other)
    other.unlink()
    action = import_module("xladdin.actions.checking").check
    with pytest.raises(Refused, match="保存"):
        action(book, ScriptedAsker())


@pytest.mark.parametrize("button", list(button_table().buttons), ids=lambda button: button.id)
def test_every_button_has_its_action(button: object) -> None:
    name, _, function = button.action.partition(":")  # type: ignore[attr-defined]
    assert callable(getattr(import_module(f"xladdin.actions.{name}"), function))
