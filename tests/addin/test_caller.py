"""Which Excel and which workbook a click came from."""

from typing import Any

import pytest
import xlwings as xw

from xladdin.caller import calling


class Books(dict[str, str]):
    active = "front"


class App:
    def __init__(self, hwnd: int, *books: str) -> None:
        self.hwnd = hwnd
        self.books = Books({name: name for name in books})


class Apps(list[App]):
    @property
    def active(self) -> App | None:
        return self[0] if self else None


@pytest.fixture
def apps(monkeypatch: pytest.MonkeyPatch) -> Apps:
    made = Apps([App(1, "甲.xlsx"), App(2, "乙=1.xlsx", "𠮷.xlsx")])
    monkeypatch.setattr(xw, "apps", made)
    monkeypatch.setattr(xw.Book, "caller", staticmethod(_nothing_mocked))
    return made


def _nothing_mocked() -> None:
    """Other tests may have left a mocked caller behind; here there is none."""
    raise Exception("Workbook.caller() must not be called directly")


def digits(name: str) -> str:
    return name.encode("utf-16-be").hex().upper()


@pytest.mark.parametrize("name", ["乙=1.xlsx", "𠮷.xlsx"])
def test_the_window_names_the_program_and_digits_the_workbook(name: str, apps: Apps) -> None:
    caller: Any = calling(["-c", f"--book={digits(name)}", "--hwnd=2"])
    assert caller.app is apps[1]
    assert caller.book == name


def test_no_workbook_is_none(apps: Apps) -> None:
    caller: Any = calling(["-c", "--book=", "--hwnd=2"])
    assert caller.app is apps[1]
    assert caller.book is None


def test_macos_has_no_window(apps: Apps) -> None:
    caller: Any = calling(["-c", f"--book={digits('甲.xlsx')}"])
    assert (caller.app, caller.book) == (apps[0], "甲.xlsx")


def test_a_developers_click_takes_what_is_in_front(apps: Apps) -> None:
    caller: Any = calling(["python"])
    assert (caller.app, caller.book) == (apps[0], "front")


def test_without_a_program_it_is_an_error(apps: Apps) -> None:
    apps.clear()
    with pytest.raises(LookupError):
        calling(["python"])
