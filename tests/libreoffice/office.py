"""LibreOffice as a second opinion: recalculates and prints what we write."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")

needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not installed (package libreoffice-calc)"
)

_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


class Office:
    """One LibreOffice profile; xlsx files are recalculated on load, whatever they cache."""

    def __init__(self, folder: Path) -> None:
        self.profile = folder / "profile"
        user = self.profile / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_RECALCULATE, encoding="utf-8")

    def convert(self, files: list[Path], to: str, folder: Path) -> list[Path]:
        """Convert files (to ``xlsx`` or ``pdf``) into a folder in one run of LibreOffice."""
        assert SOFFICE is not None
        folder.mkdir(parents=True, exist_ok=True)
        command = [
            SOFFICE, "--headless", "--norestore", f"-env:UserInstallation={self.profile.as_uri()}",
            "--convert-to", to, "--outdir", str(folder), *map(str, files),
        ]  # fmt: skip
        environment = {**os.environ, "SAL_USE_VCLPLUGIN": "svp"}
        for _ in range(2):  # the first start on a fresh profile may exit and ask to be repeated
            done = subprocess.run(command, capture_output=True, env=environment, timeout=420)
            made = [folder / f"{file.stem}.{to}" for file in files]
            if all(path.exists() for path in made):
                return made
        raise AssertionError(f"LibreOffice made no {to}: {done.stderr.decode(errors='replace')}")
