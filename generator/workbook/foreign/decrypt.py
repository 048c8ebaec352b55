"""Files saved with a password to open: decrypted in memory where the password is known."""

from generator.workbook.foreign import child
from generator.workbook.foreign.process import child_process
from generator.workbook.package import Limits
from generator.workbook.rejection import reject

_BUILT_IN = "VelvetSweatshop"
"""What Excel itself encrypts with when only the structure is protected: it opens such a file
without asking (MS-OFFCRYPTO, 2.3.7.1)."""


def decrypted(data: bytes, password: str | None, limits: Limits) -> bytes:
    """Return a protected file without its protection.

    Raises ``Rejected``: PKG-ENCRYPTED where it needs a password and none is given,
    PKG-WRONG-PASSWORD where the one given does not open it.
    """
    passwords = [_BUILT_IN] if password is None else [password, _BUILT_IN]
    kind, plain = child_process(limits).ask(child.DECRYPT, passwords, data)
    if kind != child.DONE:
        raise reject("PKG-ENCRYPTED" if password is None else "PKG-WRONG-PASSWORD")
    return plain
