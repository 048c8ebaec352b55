"""The program kept calm while we work: the screen still, progress in the status bar."""

from collections.abc import Iterator
from contextlib import contextmanager

import xlwings as xw


@contextmanager
def calm(app: xw.App) -> Iterator[None]:
    """Keep the screen still for the block."""
    before = app.screen_updating
    app.screen_updating = False
    try:
        yield
    finally:
        app.screen_updating = before


@contextmanager
def status(app: xw.App) -> Iterator[None]:
    """Put the status bar back after the block as it was before."""
    before = app.status_bar
    try:
        yield
    finally:
        app.status_bar = before
