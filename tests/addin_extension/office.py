"""A LibreOffice in which the finished extension is installed, as a user would install it.

The extension is put in by LibreOffice's own ``unopkg``, into folders of the test; the component,
the dispatch and the actions are the real ones.  Without a screen, questions are answered from a
file; on a screen, by whoever clicks.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import pytest
import xlwings as xw

from xladdin.extension import build_extension
from xladdin.extension.build import SERVICE
from xladdin.extension.component import UNATTENDED
from xladdin.libreoffice import attach, process, runtime
from xladdin.libreoffice.connection import resolve

UNOPKG = shutil.which("unopkg")
_WHY = process.why_unavailable() or runtime.why_unavailable()
needs_extension = pytest.mark.skipif(
    bool(_WHY) or UNOPKG is None, reason=_WHY or "unopkg is not installed (with LibreOffice)"
)


class ExtendedOffice:
    """``with ExtendedOffice(folder) as office``: started with the extension, ended afterwards.

    ``display`` is the screen to show it on; without one it has no window, and nobody to answer.
    ``paths`` are where the extension looks for the product, ``packages`` what else is installed
    for LibreOffice's Python.
    """

    def __init__(
        self,
        folder: Path,
        *,
        display: str = "",
        paths: Sequence[Path] = (),
        packages: Path | None = None,
        attended: bool | None = None,
    ) -> None:
        self.folder = folder
        self.display = display
        self._packages = packages
        self._attended = bool(display) if attended is None else attended
        self._answers = folder / "answers.json"
        self._pipe = f"jixiao{os.getpid()}{abs(hash(folder))}"
        self._install(build_extension(paths or None))

    def __enter__(self) -> Self:
        window = ["--nofirststartwizard"] if self.display else ["--headless", "--nodefault"]
        self._command = [
            str(process.find()), "--norestore", "--nologo", *window, *self._places,
            f"--accept=pipe,name={self._pipe};urp;",
        ]  # fmt: skip
        self._process = self._start()
        self.context = self._reached()
        self.app: xw.App = attach(self.context, hidden=not self.display)
        return self

    def __exit__(self, *_: object) -> None:
        self.app.quit()  # only forgets it: this office belongs to no xlwings program
        self._process.kill()
        self._process.wait(20)

    def open(self, path: Path) -> xw.Book:
        """Open a workbook, shown where there is a screen."""
        return self.app.books.open(str(path))

    def press(self, book: xw.Book, button: str, **answers: object) -> str:
        """Dispatch a button's URL on a workbook and return what the user would have been told.

        An error nobody foresaw, which the product has logged, fails with its traceback.
        """
        given = {key: value if key == "yes" else str(value) for key, value in answers.items()}
        self._answers.write_text(json.dumps(given), encoding="utf-8")
        told = self._answers.with_name("answers.json.told")
        told.unlink(missing_ok=True)
        self.dispatch(book, button)
        said = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
        assert not (logged := self._log()), logged
        return "\n".join(json.loads(line) for line in said)

    def _log(self) -> str:
        """Return what the product has logged, and forget it."""
        log = self.folder / "config" / "jixiao" / "addin.log"
        text = log.read_text(encoding="utf-8") if log.exists() else ""
        log.unlink(missing_ok=True)
        return text

    def dispatch(self, book: xw.Book, button: str) -> None:
        """Dispatch a button's URL on the frame of a workbook."""
        url = f"service:{SERVICE}?{button}"
        frame = book.impl.xl._raw.CurrentController.Frame
        self.create("com.sun.star.frame.DispatchHelper").executeDispatch(frame, url, "_self", 0, ())

    def titles(self, path: str) -> list[str]:
        """Return the titles of menu or toolbar entries as LibreOffice knows them."""
        node = {"nodepath": f"/org.openoffice.Office.Addons/AddonUI/{path}"}
        provider = self.create("com.sun.star.configuration.ConfigurationProvider")
        access = "com.sun.star.configuration.ConfigurationAccess"
        view = provider.createInstanceWithArguments(access, runtime.properties(node))
        return [view.getByName(name).Title for name in view.ElementNames]

    def create(self, service: str) -> Any:
        """Return a service of this office."""
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    @property
    def _places(self) -> list[str]:
        """Where this office has its settings and extensions: all in the test's folder."""
        named = {"UserInstallation": "profile", "UNO_SHARED_PACKAGES": "extensions"}
        named["UNO_SHARED_PACKAGES_CACHE"] = "extensions/cache"
        return [f"-env:{name}={(self.folder / at).as_uri()}" for name, at in named.items()]

    def _install(self, extension: bytes) -> None:
        assert UNOPKG is not None
        packed = self.folder / "jixiao.oxt"
        packed.write_bytes(extension)
        # "for all users", which is the one way also open to root; "all" live in the test's folder
        command = [UNOPKG, "add", "--shared", "--suppress-license", *self._places, str(packed)]
        done = subprocess.run(
            command, env=self._environment(), capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stderr

    def _start(self) -> "subprocess.Popen[bytes]":
        silent = subprocess.DEVNULL
        return subprocess.Popen(
            self._command, env=self._environment(), stdout=silent, stderr=silent
        )

    def _reached(self) -> Any:
        """Return the office's context; a fresh profile may make it exit and ask to be repeated."""
        for _ in range(600):
            if self._process.poll() is not None:
                self._process = self._start()
            context = resolve(self._pipe)
            if context is not None:
                return context
            time.sleep(0.1)
        raise AssertionError("LibreOffice did not start")

    def _environment(self) -> dict[str, str]:
        own = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        own |= {
            "SAL_USE_VCLPLUGIN": "gen" if self.display else "svp",
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "JIXIAO_KEYS": str(self.folder / "keys.json"),
            "DISPLAY": self.display,
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        own |= {"PYTHONPATH": str(self._packages)} if self._packages else {}
        return own if self._attended else own | {UNATTENDED: str(self._answers)}
