"""How an action speaks with the user: Excel on Windows and macOS, LibreOffice, a script."""

import sys

import xlwings as xw

from xladdin.asking.excel import MacAsker, WindowsAsker
from xladdin.asking.scripted import ScriptedAsker
from xladdin.contract import Asker

__all__ = ["MacAsker", "ScriptedAsker", "WindowsAsker", "excel_asker"]


def excel_asker(app: xw.App) -> Asker:
    """Return the asker for the Excel of this system."""
    return MacAsker(app) if sys.platform == "darwin" else WindowsAsker(app)
