"""What the command line answers: the real command on real files, its answers as JSON."""

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from tests.cli.command import Shown

Run = Callable[..., Shown]
Json = dict[str, Any]


class Recalculated(NamedTuple):
    """What ``jixiao recalc`` gives for one file: the answer and the copy."""

    answer: Json
    copy: Path


class CommandLine:
    """``jixiao`` as a person would run it, each time into a folder of its own."""

    def __init__(self, run: Run, folder: Path) -> None:
        self.run = run
        self._folders = (folder / f"命令{number}" for number in count(1))

    def check(self, path: Path) -> Json:
        """Return the answer of ``jixiao check`` to one file."""
        return self._answered("check", path)

    def recalc(self, path: Path) -> Recalculated:
        """Return what ``jixiao recalc`` makes of one file."""
        folder = self.folder()
        return Recalculated(self._answered("recalc", path, "-o", folder), folder / path.name)

    def read(self, path: Path) -> Json:
        """Return a workbook's form as ``jixiao read`` gives it."""
        (form,) = json.loads(self.run("read", path).out)
        return dict(form)

    def fill(self, form: Json, name: str, *options: str) -> Path:
        """Return the workbook ``jixiao fill`` makes of a form."""
        folder = self.folder()
        folder.mkdir()
        source = folder / f"{name}.json"
        source.write_text(json.dumps(form, ensure_ascii=False), encoding="utf-8")
        self.run("fill", source, "-o", folder, *options)
        return folder / f"{name}.xlsx"

    def folder(self) -> Path:
        """Return a folder that is not there yet."""
        return next(self._folders)

    def _answered(self, *arguments: object) -> Json:
        file = self.folder() / "答复.json"
        shown = self.run(*arguments, "--json", file)
        assert file.exists(), shown.err
        (answer,) = json.loads(file.read_text(encoding="utf-8"))
        return dict(answer)
