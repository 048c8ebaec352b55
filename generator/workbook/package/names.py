"""Which member names a package may have: relative, forward, inside, and each one once."""

from collections.abc import Iterable

from generator.workbook.rejection import reject


def require_safe_names(names: Iterable[str]) -> None:
    """Raise ``Rejected`` for a name that leads out of the package, or that occurs twice.

    Part names do not tell upper from lower case, so ``a.xml`` and ``A.xml`` are one name.
    """
    seen: set[str] = set()
    for name in names:
        if not is_safe(name):
            raise reject("PKG-NAME", name=name)
        folded = name.lower()
        if folded in seen:
            raise reject("PKG-DUPLICATE", name=name)
        seen.add(folded)


def is_safe(name: str) -> bool:
    """Say whether ``name`` stays inside: not absolute, no backslash, drive, NUL or ``..``."""
    if not name or name.startswith("/") or any(char in name for char in "\\:\0"):
        return False
    return all(step not in ("", ".", "..") for step in name.removesuffix("/").split("/"))
