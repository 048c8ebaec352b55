"""The component of the LibreOffice extension: hands a button's id on to the product.

It is copied into the extension and runs in LibreOffice's own Python, which may be older than the
product's: nothing here may be newer than Python 3.7.  It finds the product where the extension was
built, or where ``extension.json`` in the user's folder says: ``{"paths": ["/site-packages"],
"interpreter": "/bin/python"}``.
"""

import json
import os
import site
import sys
from pathlib import Path
from typing import Any, Dict, List  # noqa: UP035  (old Pythons)

import uno
import unohelper
from com.sun.star.task import XJobExecutor

NAME = "cn.jixiao.addin.Job"
OLDEST = (3, 11)
_INSTALLED = ("site-packages", "dist-packages")
_OK = 1


class Job(unohelper.Base, XJobExecutor):  # type: ignore[misc]
    """What ``service:cn.jixiao.addin.Job?button`` calls."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def trigger(self, button: str) -> None:
        """Do what a button is for; what keeps the product from being loaded is told."""
        place = read_place()
        texts = place["texts"]
        if sys.version_info < OLDEST:
            found = "{}.{}".format(*sys.version_info[:2])
            show(self.context, texts["old_python"].format(found=found))
            return
        try:
            enter(place["paths"])
            from xladdin.extension.component import click
        except Exception as error:  # whatever it is, the user must not be left without an answer
            show(self.context, explained(place, error))
            return
        click(self.context, button, place["interpreter"])


def enter(paths: List[str]) -> None:  # noqa: UP006
    """Make the product importable, its libraries before the ones installed for this Python.

    A distribution's own pydantic or PyYAML may be too old for it; the standard library stays first.
    """
    had = list(sys.path)
    for path in paths:
        if path not in sys.path:
            site.addsitedir(path)
    new = [path for path in sys.path if path not in had]
    others = [n for n, path in enumerate(had) if Path(path).name in _INSTALLED]
    first = others[0] if others else len(had)
    sys.path[:] = had[:first] + new + had[first:]


def explained(place: Dict[str, Any], error: Exception) -> str:  # noqa: UP006
    """Return why the product cannot be loaded, and the remedy."""
    texts = place["texts"]
    found = "{}.{}".format(*sys.version_info[:2])
    if found != place["python"]:
        return str(texts["other_python"].format(found=found, expected=place["python"]))
    return str(texts["not_found"].format(error=error, file=override()))


def read_place() -> Dict[str, Any]:  # noqa: UP006
    """Return where the product lies and what to say where it does not."""
    place: Dict[str, Any] = _read(Path(__file__).with_name("jixiao_place.json"))  # noqa: UP006
    try:
        own = _read(override())
        paths = [str(path) for path in own["paths"]]
        interpreter = str(own.get("interpreter", ""))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return place
    return {**place, "paths": paths, "interpreter": interpreter}


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def override() -> Path:
    """Return the file in the user's folder that may say otherwise."""
    base = os.environ.get("APPDATA") or os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    return Path(base).expanduser() / "jixiao" / "extension.json"


def show(context: Any, text: str) -> None:
    """Show a message over the window in front."""
    manager = context.ServiceManager
    toolkit = manager.createInstanceWithContext("com.sun.star.awt.Toolkit", context)
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    frame = desktop.getCurrentFrame()
    window = frame.getContainerWindow() if frame else None
    kind = uno.Enum("com.sun.star.awt.MessageBoxType", "WARNINGBOX")
    box = toolkit.createMessageBox(window, kind, _OK, "jixiao", text)
    box.execute()
    box.dispose()


g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816  (the name UNO looks for)
g_ImplementationHelper.addImplementation(Job, NAME, (NAME,))
