"""Where the data files of the product lie, in a checkout and in an installed wheel."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def _root() -> Path:
    """Return the folder that holds ``templates`` and ``sample_workbooks``.

    The wheel carries them inside the package (``_data``); in a checkout they stand beside it.
    """
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent


def templates(*parts: str) -> Path:
    """Return the path of a file or folder below ``templates/``."""
    return _root().joinpath("templates", *parts)


def samples(*parts: str) -> Path:
    """Return the path of a file or folder below ``sample_workbooks/``."""
    return _root().joinpath("sample_workbooks", *parts)
