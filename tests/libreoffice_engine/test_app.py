"""The application: calculation, screen, status bar, selection, messages."""

import os

import pytest
import xlwings as xw

from xladdin.libreoffice import Engine
from xladdin.libreoffice.app import Message


def test_it_is_the_active_one_of_xlwings(app: xw.App, engine: Engine) -> None:
    app.activate()
    assert xw.apps.active == app
    assert xw.apps[app.pid] == app
    assert (engine.name, app.engine.name) == ("libreoffice", "libreoffice")
    os.kill(app.pid, 0)


def test_its_version_is_that_of_libreoffice(app: xw.App) -> None:
    assert app.version.major >= 7


def test_calculation_waits_when_manual(app: xw.App, sheet: xw.Sheet) -> None:
    sheet["A1"].value = [[1, "=A1*2"]]
    with app.properties(calculation="manual"):
        sheet["A1"].value = 5
        assert sheet["B1"].value == 2
        app.calculate()
        assert sheet["B1"].value == 10
    assert app.calculation == "automatic"
    with pytest.raises(ValueError, match="automatic or manual"):
        app.calculation = "semiautomatic"


def test_properties_are_restored(app: xw.App, sheet: xw.Sheet) -> None:
    with app.properties(screen_updating=False, display_alerts=False, status_bar="校验中…"):
        assert (app.screen_updating, app.display_alerts) == (False, False)
        assert app.status_bar == "校验中…"
        sheet["A1"].value = 1
    assert (app.screen_updating, app.display_alerts, app.status_bar) == (True, True, False)


def test_a_book_closed_meanwhile_does_not_disturb(app: xw.App) -> None:
    book = app.books.add()
    app.screen_updating = False
    book.close()
    app.screen_updating = True


def test_the_selection(app: xw.App, sheet: xw.Sheet) -> None:
    sheet["B2:C3"].select()
    assert app.selection == sheet["B2:C3"]


def test_nobody_agrees_to_anything(app: xw.App) -> None:
    assert app.alert("完成", "绩效表") == "ok"
    assert app.alert("全部按规则重算？", buttons="yes_no", mode="critical") == "no"
    assert app.impl.messages[-1] == Message("全部按规则重算？", "", "yes_no", True)


def test_without_a_window_it_is_never_visible(app: xw.App) -> None:
    app.visible = True
    assert not app.visible
