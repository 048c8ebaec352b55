"""A LibreOffice with the extension, reached by the system's own Python, which knows UNO."""

import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xladdin.extension import build_extension

PYTHON = shutil.which("python3", path="/usr/bin:/usr/local/bin")
_TRIED = PYTHON and subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False)
HAS_UNO = bool(_TRIED) and not _TRIED.returncode
HAS_SCREEN = all(map(shutil.which, ("Xvfb", "xdotool", "scrot")))
OFFICE = shutil.which("soffice")

_HERE = Path(__file__).parent
_CLICK = """def click(context, button):
    with open({path!r}, "a", encoding="utf-8") as file:
        file.write(button + "\\n")
"""


class ExtendedOffice:
    """LibreOffice with the extension as one of its own, which was built for another machine.

    The user's folder says where the product is: a stand-in that writes the ids of clicked buttons
    into ``clicked``.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clicked = folder / "clicked.txt"
        self._extend(folder / "extensions" / "jixiao.oxt")
        self._stand_in(folder / "elsewhere")

    def dispatch(self, urls: list[str]) -> dict[str, list[str]]:
        """Dispatch URLs on a new spreadsheet; return the titles of toolbar and menu."""
        answer = self.folder / "answer.json"
        self._run("office_script.py", ["--headless", "--nodefault"], [urls, str(answer)], "svp")
        found: dict[str, list[str]] = json.loads(answer.read_text(encoding="utf-8"))
        return found

    def click(self, title: str, screenshot: Path) -> None:
        """Click a button of the toolbar with the mouse, on a screen of its own."""
        with _screen() as display:
            given = [title, str(self.clicked), str(screenshot)]
            self._run("toolbar_script.py", ["--nofirststartwizard"], given, "gen", display)

    def _extend(self, unpacked: Path) -> None:
        packed = self.folder / "jixiao.oxt"
        packed.write_bytes(build_extension([self.folder / "gone"]))
        with zipfile.ZipFile(packed) as archive:
            archive.extractall(unpacked)

    def _stand_in(self, paths: Path) -> None:
        package = paths / "xladdin" / "extension"
        package.mkdir(parents=True)
        source = _CLICK.format(path=str(self.clicked))
        (package / "component.py").write_text(source, encoding="utf-8")
        settings = self.folder / "config" / "jixiao" / "extension.json"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps({"paths": [str(paths)]}), encoding="utf-8")

    def _run(
        self, script: str, options: list[str], given: list[object], plugin: str, display: str = ""
    ) -> None:
        assert PYTHON is not None and OFFICE is not None
        pipe = f"jixiao{os.getpid()}{abs(hash(self.folder))}"
        office = [
            OFFICE, "--norestore", "--nologo", *options,
            f"-env:UserInstallation={(self.folder / 'profile').as_uri()}",
            f"-env:BUNDLED_EXTENSIONS={(self.folder / 'extensions').as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ]  # fmt: skip
        command = [PYTHON, str(_HERE / script), json.dumps([office, pipe, *given])]
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("PYTHON")},
            "SAL_USE_VCLPLUGIN": plugin,
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "DISPLAY": display,
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=180, check=False
        )
        assert done.returncode == 0, done.stderr


@contextmanager
def _screen() -> Iterator[str]:
    """Start a screen nobody sees and yield its name."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1600x900x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait(20)
