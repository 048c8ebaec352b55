"""A click ends in the action, its message and the program's settings as they were."""

import inspect
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from xladdin import dispatch
from xladdin.asking import ScriptedAsker
from xladdin.asking.excel import WindowsAsker
from xladdin.caller import Caller
from xladdin.contract import Asker, Outcome, Refused
from xladdin.dispatch import log_file
from xladdin.ribbon import Button, button_table


class App:
    """As much of an xlwings program as the dispatch touches."""

    def __init__(self) -> None:
        self.calculation = "semiautomatic"
        self.screen_updating = True
        self.status_bar: Any = False
        self.macros: dict[str, str] = {}

    def macro(self, name: str) -> Callable[..., Any]:
        if name.endswith("Recall"):
            return lambda key: self.macros.get(key, "")
        return lambda key, text: self.macros.__setitem__(key, text)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("APPDATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def caller() -> Caller:
    app: Any = App()
    book: Any = SimpleNamespace(app=app, name="甲.xlsx")
    return Caller(app, book)


@pytest.fixture
def actions(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The module the button ``check`` names, standing in for the real one."""
    module = ModuleType("xladdin.actions.checking")
    monkeypatch.setattr(dispatch, "find_spec", lambda name: object())
    monkeypatch.setitem(sys.modules, "xladdin.actions", ModuleType("xladdin.actions"))
    monkeypatch.setitem(sys.modules, "xladdin.actions.checking", module)
    yield module


def unsettle(book: Any) -> None:
    book.app.calculation = "manual"
    book.app.screen_updating = False
    book.app.status_bar = "正在校验……"


def untouched(app: Any) -> bool:
    return (app.calculation, app.screen_updating, app.status_bar) == ("semiautomatic", True, False)


def test_an_outcome_is_shown_and_settings_are_back(caller: Caller, actions: ModuleType) -> None:
    def check(book: Any, asker: Asker) -> Outcome:
        unsettle(book)
        return Outcome("发现错误 2 处。", changed=True)

    actions.check = check  # type: ignore[attr-defined]
    asker = ScriptedAsker()
    assert dispatch.respond("check", caller, asker) == Outcome("发现错误 2 处。", changed=True)
    assert asker.messages == ["发现错误 2 处。"]
    assert untouched(caller.app)


def test_a_declined_question_shows_nothing(caller: Caller, actions: ModuleType) -> None:
    actions.check = lambda book, asker: Outcome("")  # type: ignore[attr-defined]
    asker = ScriptedAsker()
    assert dispatch.respond("check", caller, asker) == Outcome("")
    assert asker.messages == []


def test_a_refusal_is_its_sentence(caller: Caller, actions: ModuleType) -> None:
    def check(book: Any, asker: Asker) -> Outcome:
        unsettle(book)
        raise Refused("这不是绩效表。")

    actions.check = check  # type: ignore[attr-defined]
    asker = ScriptedAsker()
    assert dispatch.respond("check", caller, asker) is None
    assert asker.messages == ["这不是绩效表。"]
    assert untouched(caller.app)
    assert not log_file().exists()


def test_an_error_is_one_sentence_and_a_traceback_in_the_log(
    caller: Caller, actions: ModuleType
) -> None:
    def check(book: Any, asker: Asker) -> Outcome:
        unsettle(book)
        raise ZeroDivisionError("secret detail")

    actions.check = check  # type: ignore[attr-defined]
    asker = ScriptedAsker()
    assert dispatch.respond("check", caller, asker) is None
    (message,) = asker.messages
    assert "“校验本表”没有完成" in message and "Traceback" not in message
    assert "\n" not in message
    assert untouched(caller.app)
    logged = log_file().read_text(encoding="utf-8")
    assert "Traceback" in logged and "secret detail" in logged


def test_a_folder_nobody_may_write_to_is_named(caller: Caller, actions: ModuleType) -> None:
    def check(book: Any, asker: Asker) -> Outcome:
        raise PermissionError(13, "Permission denied", "D:/共享/空白表")

    actions.check = check  # type: ignore[attr-defined]
    asker = ScriptedAsker()
    assert dispatch.respond("check", caller, asker) is None
    (said,) = asker.messages
    assert "“D:/共享/空白表”不能读写（没有写入权限）" in said
    assert "Permission" not in said.replace(str(log_file()), "")
    assert "PermissionError" in log_file().read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("button", "said"), [("no-such", "没有“no-such”这个按钮"), ("about", "还不能使用")]
)
def test_a_missing_button_or_action_is_said(
    button: str, said: str, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatch, "ACTIONS", "xladdin.builder")  # has no actions
    asker = ScriptedAsker()
    assert dispatch.respond(button, caller, asker) is None
    assert said in asker.messages[0]


def test_without_a_workbook_it_is_said(caller: Caller) -> None:
    asker = ScriptedAsker()
    assert dispatch.respond("check", Caller(caller.app, None), asker) is None
    assert asker.messages[0].startswith("请先打开一份绩效表")


def test_without_excel_the_error_leaves_after_it_is_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> Caller:
        raise LookupError("no office program is running")

    monkeypatch.setattr(dispatch, "calling", nobody)
    with pytest.raises(LookupError):
        dispatch.run("check")
    assert "no office program" in log_file().read_text(encoding="utf-8")


def test_a_password_is_asked_for_once_a_session(caller: Caller) -> None:
    app: Any = caller.app
    typed = iter(["错的", "对的"])
    app.api = SimpleNamespace(InputBox=lambda **asked: next(typed))
    assert WindowsAsker(app).password("甲.xlsx") == "错的"
    assert WindowsAsker(app).password("甲.xlsx") == "错的"
    assert WindowsAsker(app).password("甲.xlsx", wrong=True) == "对的"
    assert WindowsAsker(app).password("甲.xlsx") == "对的"


def test_excels_dialogs_can_be_declined(caller: Caller) -> None:
    app: Any = caller.app
    picker = SimpleNamespace(Show=lambda: 0)
    app.api = SimpleNamespace(
        InputBox=lambda **asked: False,
        GetOpenFilename=lambda *asked: False,
        FileDialog=lambda kind: picker,
    )
    asker = WindowsAsker(app)
    assert asker.password("甲.xlsx") is None
    assert asker.choose_file("选择申报表") is None
    assert asker.choose_folder("选择文件夹") is None


def test_excels_dialogs_give_paths(caller: Caller) -> None:
    app: Any = caller.app
    asked: list[Any] = []
    picker = SimpleNamespace(Show=lambda: -1, SelectedItems=lambda number: "/表/退回表")
    app.api = SimpleNamespace(
        GetOpenFilename=lambda *given: asked.extend(given) or "/表/甲.xlsx",
        FileDialog=lambda kind: picker,
    )
    asker = WindowsAsker(app)
    assert asker.choose_file("选择申报表", ["xlsx", "xls"]) == Path("/表/甲.xlsx")
    assert asked == ["Excel 工作簿 (*.xlsx;*.xls),*.xlsx;*.xls", 1, "选择申报表"]
    assert asker.choose_folder("选择文件夹") == Path("/表/退回表")


@pytest.mark.parametrize("button", list(button_table().buttons), ids=lambda button: button.id)
def test_every_button_has_its_action(button: Button) -> None:
    parameters = inspect.signature(dispatch.find_action(button)).parameters
    assert list(parameters) == ["book", "asker"]
