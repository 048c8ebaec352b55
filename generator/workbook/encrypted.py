"""Workbooks saved with a password to open: decrypted in memory where the password is known."""

import io
from pathlib import Path

from generator.workbook.package import Limits, Package
from generator.workbook.rejection import Rejected, reject


def open_package(source: Path | bytes, limits: Limits, password: str | None) -> Package:
    """Open a package, decrypting it first where it is encrypted and a password is given.

    Raises ``Rejected`` for anything that cannot be opened, PKG-WRONG-PASSWORD among them.
    """
    try:
        return Package.open(source, limits)
    except Rejected as refused:
        if refused.rejection.code != "PKG-ENCRYPTED" or password is None:
            raise
    data = source if isinstance(source, bytes) else source.read_bytes()
    return Package.open(_decrypted(data, password), limits)


def _decrypted(data: bytes, password: str) -> bytes:
    import msoffcrypto  # late: cryptography takes long to import and is rarely needed

    plain = io.BytesIO()
    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(data))
        office.load_key(password=password, verify_password=True)
        office.decrypt(plain)
    except Exception:  # the library raises whatever a damaged container makes it stumble over
        raise reject("PKG-WRONG-PASSWORD") from None
    return plain.getvalue()
