"""Running the command inside the test: its exit status and what it showed."""

from typing import NamedTuple

import pytest

from generator.cli import main


class Shown(NamedTuple):
    """What one call gave."""

    status: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> Shown:
    """Run ``jixiao`` with arguments."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    code = ended.value.code
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return Shown(code if isinstance(code, int) else 0, out, err)
