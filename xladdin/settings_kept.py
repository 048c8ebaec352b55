"""The program's settings put back as they were, whatever an action did to them."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import xlwings as xw

_KEPT = ("calculation", "screen_updating", "status_bar")


@contextmanager
def settings_kept(app: xw.App) -> Iterator[None]:
    """Put calculation mode, screen updating and status bar back at the end.

    What a program does not know is left alone; one setting that cannot be put back does not keep
    the others from being so.
    """
    before: dict[str, Any] = {}
    for name in _KEPT:
        with suppress(Exception):
            before[name] = getattr(app, name)
    try:
        yield
    finally:
        for name, value in before.items():
            with suppress(Exception):
                setattr(app, name, value)
