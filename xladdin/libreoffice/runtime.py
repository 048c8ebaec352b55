"""The door to UNO: the one module that loads LibreOffice's Python bridge.

The bridge (``uno.py`` and its compiled half ``pyuno``) comes with LibreOffice, not from PyPI.  A
virtual environment does not see it, so the file is loaded by its path; nothing else of the
system's packages becomes visible.  The interpreter must be of the minor version the bridge was
built for.  The bridge has no type information: everything that comes from it is ``Any``.
"""

import importlib.util
import os
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from xladdin.libreoffice.errors import NotAvailableError

BRIDGE_VARIABLE = "LIBREOFFICE_PYTHON_BRIDGE"
_PLACES = (
    "/usr/lib/python3/dist-packages",
    "/usr/lib/libreoffice/program",
    "/usr/lib64/libreoffice/program",
    "/opt/libreoffice/program",
    "/Applications/LibreOffice.app/Contents/Resources",
)


@lru_cache(maxsize=1)
def uno() -> Any:
    """Return LibreOffice's ``uno`` module, loading it on first use."""
    try:
        return importlib.import_module("uno")
    except ImportError:
        return _load(_bridge_file())


def why_unavailable() -> str | None:
    """Return why the bridge cannot be used here, or None when it can."""
    try:
        uno()
    except NotAvailableError as error:
        return str(error)
    return None


def struct(name: str, *values: Any) -> Any:
    """Return a UNO structure, e.g. ``struct("com.sun.star.table.CellAddress", 0, 1, 2)``."""
    return uno().createUnoStruct(name, *values)


def enumeration(name: str, value: str) -> Any:
    """Return a value of a UNO enumeration."""
    return uno().Enum(name, value)


def exception(name: str) -> Any:
    """Return the Python class of a UNO exception."""
    return uno().getClass(name)


def properties(values: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return named arguments the way LibreOffice takes them."""
    return tuple(
        struct("com.sun.star.beans.PropertyValue", name, 0, value, 0)
        for name, value in values.items()
    )


def file_url(path: str | Path) -> str:
    """Return the URL of a file."""
    return str(uno().systemPathToFileUrl(os.path.realpath(path)))


def file_path(url: str) -> str | None:
    """Return the path behind the URL of a document; None when it was never saved."""
    return str(uno().fileUrlToSystemPath(url)) if url.startswith("file:") else None


def _bridge_file() -> Path:
    named = os.environ.get(BRIDGE_VARIABLE)
    for place in (named,) if named else _PLACES:
        file = Path(place) / "uno.py"
        if file.is_file():
            return file
    raise NotAvailableError(
        "LibreOffice's Python bridge (uno.py) is not installed; on Debian: apt install python3-uno"
    )


def _load(file: Path) -> Any:
    spec = importlib.util.spec_from_file_location("uno", file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["uno"] = module
    try:
        spec.loader.exec_module(module)
    except ImportError as error:
        del sys.modules["uno"]
        raise NotAvailableError(
            f"LibreOffice's Python bridge does not fit Python {sys.version_info[0]}."
            f"{sys.version_info[1]}: {error}"
        ) from error
    return module
