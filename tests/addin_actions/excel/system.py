"""What xlwings' own Excel code needs of Windows, stood in for so that it can be imported here."""

import ctypes
import importlib
import sys
from types import ModuleType
from typing import Any
from unittest.mock import patch


class ComError(Exception):
    """What pywin32 raises; ``hresult`` is the number of the error."""

    hresult = -2147352567

    def __init__(self, text: str) -> None:
        super().__init__(self.hresult, text, (0, "Excel", text, None, 0, -2146827284), None)


class Dispatched:
    """What pywin32's objects are instances of."""


class _Anything:
    """A part of Windows nothing asked of here depends on."""

    def __getattr__(self, name: str) -> Any:
        return _Anything()

    def __call__(self, *arguments: Any) -> Any:
        return _Anything()

    def __getitem__(self, key: Any) -> Any:
        return _Anything()


class _Module(ModuleType):
    """A module of pywin32's; what it has of its own is given to it."""

    def __getattr__(self, name: str) -> Any:
        return _Anything()


_MODULES = {
    "pywintypes": {"com_error": ComError, "error": ComError, "TimeType": type("Time", (), {})},
    "win32api": {}, "win32con": {}, "win32gui": {},
    "win32process": {"GetWindowThreadProcessId": lambda window: (1, 2)}, "win32timezone": {},
    "pythoncom": {"ole_error": ComError, "__file__": None},
    "win32com": {},
    "win32com.client": {
        "CDispatch": Dispatched, "CoClassBaseClass": Dispatched, "DispatchBaseClass": Dispatched,
        "Dispatch": lambda found: found, "DispatchEx": lambda found: found,
    },
    "xlwings._win32patch": {"CoClassBaseClass": Dispatched},
}  # fmt: skip


def xlwings_for_windows() -> ModuleType:
    """Import and return ``xlwings._xlwindows``, unchanged, with stand-ins below it."""
    name = "xlwings._xlwindows"
    if name in sys.modules:
        return sys.modules[name]
    stood_in = {}
    for module, members in _MODULES.items():
        stood_in[module] = _Module(module)
        vars(stood_in[module]).update(members)
    vars(stood_in["win32com"])["client"] = stood_in["win32com.client"]
    with (
        patch.dict(sys.modules, stood_in),
        patch.object(ctypes, "windll", _Anything(), create=True),
        patch.object(ctypes, "oledll", _Anything(), create=True),
        patch.object(ctypes, "PyDLL", _Anything()),
    ):
        return importlib.import_module(name)
