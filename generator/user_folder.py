"""Where what belongs to one user of this machine lies: keys, the record of issues, the log."""

import os
from pathlib import Path


def user_folder() -> Path:
    """Return the folder (it may not exist yet): on Windows below ``%APPDATA%``."""
    base = os.environ.get("APPDATA") or os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    return Path(base).expanduser() / "jixiao"
