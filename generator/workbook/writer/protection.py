"""Sheet protection: against accidents without a password, with SHA-512 where one is given."""

import base64
import hashlib
import os

from openpyxl.worksheet.worksheet import Worksheet

SPINS = 100_000


def protect(sheet: Worksheet, password: str | None, salt: bytes | None = None) -> None:
    """Protect a sheet; rows may still be shown, hidden and made higher by hand.

    ``salt`` (16 bytes) is random unless given.
    """
    protection = sheet.protection
    protection.sheet = True
    protection.objects = True
    protection.scenarios = True
    protection.formatRows = False
    protection.formatColumns = False
    if password:
        salt = salt or os.urandom(16)
        protection.algorithmName = "SHA-512"
        protection.saltValue = base64.b64encode(salt).decode()
        protection.spinCount = SPINS
        protection.hashValue = password_hash(password, salt, SPINS)


def password_hash(password: str, salt: bytes, spins: int) -> str:
    """Return the base64 hash Excel keeps (ECMA-376 part 1, 18.3.1.85)."""
    digest = hashlib.sha512(salt + password.encode("utf-16-le")).digest()
    for turn in range(spins):
        digest = hashlib.sha512(digest + turn.to_bytes(4, "little")).digest()
    return base64.b64encode(digest).decode()
