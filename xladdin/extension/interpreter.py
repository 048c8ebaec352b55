"""Which Python child processes run in while the product works inside LibreOffice."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def started_by(interpreter: str) -> Iterator[None]:
    """Have child processes started by a Python that has our libraries; "" changes nothing.

    Inside LibreOffice ``sys.executable`` is the system's Python, which has none of them, or (on
    Windows) LibreOffice itself: reading an old .xls would start a second office.
    """
    before = sys.executable
    if interpreter and Path(interpreter).is_file():
        sys.executable = interpreter
    try:
        yield
    finally:
        sys.executable = before
