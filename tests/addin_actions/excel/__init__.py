"""Excel as far as it can be had without it: xlwings' own code for Windows over a model of Excel.

xlwings' engine and this project's run unchanged, the add-in's VBA runs in an interpreter, and each
use of one of Excel's objects is counted as the round trip it would be.  It shows how often Excel
is asked, and that what is asked makes sense to a model of it; not that Excel itself agrees.
"""

from pathlib import Path

import xlwings as xw
from pyopenvba.apps.excel import ExcelApplication

from tests.addin.finished import sources
from tests.addin_actions.excel.com import TRIPS, WINDOW, Com
from tests.addin_actions.excel.system import xlwings_for_windows
from xladdin.builder import build_addin

__all__ = ["TRIPS", "open_book"]


def open_book(path: Path, addin: Path | None = None) -> xw.Book:
    """Open a file, the add-in (a file) loaded where there is one."""
    windows = xlwings_for_windows()
    if "excel" not in [engine.name for engine in xw.engines]:
        xw.engines.add(xw.Engine(impl=windows.engine))
    xw.engines["excel"].activate()
    program = ExcelApplication.open(path, with_vba=False)
    if addin is not None:
        addin.write_bytes(build_addin())
        for name, source in sources(addin).items():
            program.add_module(source, name=name)
    application = windows.COMRetryObjectWrapper(Com(program.application))
    vars(windows)["get_excel_hwnds"] = lambda: [WINDOW]
    vars(windows)["get_xl_app_from_hwnd"] = lambda window: application
    return xw.Book(impl=windows.Book(application.ActiveWorkbook))
