"""Files nobody sent: locks of open documents, and what operating systems leave behind."""

from pathlib import PurePosixPath

_PREFIXES = ("~$", ".~", "._", ".jixiao-")
_NAMES = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_FOLDERS = frozenset({"__macosx"})


def is_noise(file: str) -> bool:
    """Tell whether a file, by its path with ``/``, is to be passed over."""
    *folders, name = (part.lower() for part in PurePosixPath(file).parts)
    return (
        name.startswith(_PREFIXES)
        or name in _NAMES
        or any(folder in _FOLDERS for folder in folders)
    )
