"""Who issued: the keys to test seals with and the issues that are void, as far as known here.

A value of one path, so that it can be handed to any worker: a secret never travels, a worker
that does not see the files tests nothing.
"""

from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from generator.batch.keyring import BrokenKeyFile, KeyRing, key_file
from generator.batch.returns.ledger import FIRST, Entry, Ledger, ledger_beside
from generator.workbook.seal import Seal

_Stamp = tuple[int, int] | None
"""Size and change time (ns) of a file, ``None`` where there is none."""


class Issuer(Struct, frozen=True):
    """An issuer by the path of the key file."""

    path: Path

    @classmethod
    def here(cls) -> "Issuer":
        """Return the issuer of this user."""
        return cls(key_file())

    @property
    def ledger(self) -> Ledger:
        """The ledger of issues."""
        return Ledger(ledger_beside(self.path))

    def keys(self) -> tuple[Seal, ...] | None:
        """Return the keys there are, ``None`` where there are none that can be read."""
        return _keys(self.path, _stamp(self.path))

    def reissued(self) -> Mapping[str, Entry]:
        """Return the valid issue of every project whose form was issued anew."""
        path = self.ledger.path
        return _reissued(path, _stamp(path))


def _stamp(path: Path) -> _Stamp:
    with suppress(OSError):
        state = path.stat()
        return state.st_size, state.st_mtime_ns
    return None


@lru_cache(maxsize=8)
def _keys(path: Path, stamp: _Stamp) -> tuple[Seal, ...] | None:
    if stamp is None:
        return None
    with suppress(BrokenKeyFile, OSError):
        return tuple(key.seal for key in KeyRing(path).existing()) or None
    return None


@lru_cache(maxsize=8)
def _reissued(path: Path, stamp: _Stamp) -> Mapping[str, Entry]:
    if stamp is None:
        return {}
    with suppress(OSError):
        latest = Ledger(path).latest()
        return {key: entry for key, entry in latest.items() if entry.issue > FIRST}
    return {}
