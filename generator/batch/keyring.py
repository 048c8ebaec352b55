"""The issuer's keys: one file, readable by its owner only, made on first use.

The newest key seals; older ones still verify what they sealed.  Whoever loses the file can no
longer tell real forms from forged ones: the manual says to back it up.
"""

import json
import os
import secrets
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from generator.user_folder import user_folder
from generator.workbook.package import save_atomically
from generator.workbook.seal import Seal

VARIABLE = "JIXIAO_KEYS"
"""Environment variable that names another key file."""


class Key(Struct, frozen=True):
    """A key with the day it was made (ISO)."""

    seal: Seal
    made: str


class BrokenKeyFile(Exception):  # noqa: N818  (an answer about the file, not a program error)
    """The key file is there but cannot be used; ``path`` says which."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class KeyRing:
    """The keys of one issuer, oldest first."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or key_file()

    def keys(self) -> list[Key]:
        """Return all keys, making the first one where there is none yet."""
        return self.existing() or [self.rotate()]

    def existing(self) -> list[Key]:
        """Return the keys there are, none where there is no file; none is ever made.

        Raises ``BrokenKeyFile``, and ``OSError`` where the file may not be read.
        """
        return self._read() if self.path.exists() else []

    def current(self) -> Seal:
        """Return the key new forms are sealed with."""
        return self.keys()[-1].seal

    def rotate(self) -> Key:
        """Make a new key; the older ones stay to verify with."""
        made = Key(Seal(secrets.token_bytes(32)), datetime.now(UTC).date().isoformat())
        self._write([*self.existing(), made])
        return made

    def named_by(self, seal: str) -> Key | None:
        """Return the key a seal names, ``None`` where it is none of ours."""
        return next((key for key in self.existing() if key.seal.is_mine(seal)), None)

    def _read(self) -> list[Key]:
        try:
            entries = json.loads(self.path.read_text(encoding="utf-8"))["keys"]
            keys = [Key(Seal(bytes.fromhex(each["key"])), each["made"]) for each in entries]
        except (ValueError, KeyError, TypeError):
            raise BrokenKeyFile(self.path) from None
        if not keys or any(len(key.seal.key) != 32 for key in keys):
            raise BrokenKeyFile(self.path)
        return keys

    def _write(self, keys: list[Key]) -> None:
        entries = [{"key": key.seal.key.hex(), "made": key.made} for key in keys]
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not self.path.exists():
            os.close(os.open(self.path, os.O_CREAT | os.O_WRONLY, 0o600))
        self.path.chmod(0o600)
        save_atomically(json.dumps({"keys": entries}, indent=1).encode(), self.path)


def key_file() -> Path:
    """Return where the keys of this user lie."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    return user_folder() / "keys.json"
