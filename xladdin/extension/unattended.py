"""Nobody at the screen: answers come from a file, and what would be shown goes into another."""

import json
from pathlib import Path
from typing import Any

from xladdin.asking.scripted import ScriptedAsker

UNATTENDED = "JIXIAO_UNATTENDED"
"""Environment variable that keeps dialogs away where nobody can answer them (tests, servers).

It names a JSON file with the answers, any of ``yes`` (true or false), ``file``, ``folder`` and
``password``; whatever is missing, the whole file included, is declined.
"""


class UnattendedAsker(ScriptedAsker):
    """Answers as a file says and adds each message to ``<file>.told``, one JSON text a line."""

    def __init__(self, answers: Path) -> None:
        given = _read(answers)
        super().__init__(
            yes=given.get("yes") is True,
            file=_path(given, "file"),
            folder=_path(given, "folder"),
            password=given.get("password"),
        )
        self._told = answers.with_name(answers.name + ".told")

    def message(self, text: str) -> None:
        """Keep a message."""
        super().message(text)
        with self._told.open("a", encoding="utf-8") as file:
            file.write(json.dumps(text, ensure_ascii=False) + "\n")


def _read(path: Path) -> dict[str, Any]:
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return given if isinstance(given, dict) else {}


def _path(given: dict[str, Any], name: str) -> Path | None:
    return Path(given[name]) if given.get(name) else None
