"""Is a seal genuine?  The same answer for a review and for ``jixiao key verify``."""

import re
from collections.abc import Sequence
from enum import StrEnum

from generator.workbook.seal import Seal

_FORM = re.compile(r"[0-9a-f]{16}:[0-9a-f]{64}")


class Verdict(StrEnum):
    """What a seal turns out to be."""

    GENUINE = "genuine"
    """One of the issuer's keys over exactly this record."""
    ALTERED = "altered"
    """It names one of the issuer's keys, but what it stands over was changed."""
    FOREIGN = "foreign"
    """Sealed with a key the issuer does not have."""
    MALFORMED = "malformed"
    """No seal at all, though something stands in its place."""
    REMOVED = "removed"
    """The record says it was sealed; the seal is gone."""
    UNSEALED = "unsealed"
    """Issued without a seal."""
    UNKNOWN = "unknown"
    """There is a seal, but no key here to test it with."""


def judge(record: str, seal: str, sealed_by: str | None, keys: Sequence[Seal] | None) -> Verdict:
    """Return what the seal over a record's text is.

    ``sealed_by`` is what the record itself says; ``keys`` are the issuer's, ``None`` for none.
    """
    if not seal:
        return Verdict.REMOVED if sealed_by else Verdict.UNSEALED
    if _FORM.fullmatch(seal) is None:
        return Verdict.MALFORMED
    if keys is None:
        return Verdict.UNKNOWN
    named = next((key for key in keys if key.is_mine(seal)), None)
    if named is None:
        return Verdict.FOREIGN
    return Verdict.GENUINE if named.verifies(seal, record) else Verdict.ALTERED
