"""Running the command inside the test: its exit status and what it showed."""

import gc
from typing import NamedTuple

import pytest

from generator.cli import main


class Shown(NamedTuple):
    """What one call gave."""

    status: int
    out: str
    err: str


def status_of(*arguments: object) -> int:
    """Run ``jixiao``; return its status.  What it does to a process that ends with it is undone."""
    threshold = gc.get_threshold()
    try:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
    finally:
        gc.set_threshold(*threshold)
        gc.unfreeze()
    return ended.value.code if isinstance(ended.value.code, int) else 0


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> Shown:
    """Run ``jixiao`` with arguments."""
    status = status_of(*arguments)
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return Shown(status, out, err)
