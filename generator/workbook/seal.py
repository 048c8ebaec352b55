"""The seal over what was issued: protection prevents accidents, the seal proves integrity.

The record (see :mod:`generator.workbook.issued.record`) is JSON in the hidden sheet, cut into
cells; the seal is an HMAC-SHA256 over its exact text under the issuer's key.  A form written
without a key carries the record unsealed.
"""

import hashlib
import hmac
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.workbook.hidden import RECORD_CELLS, RECORD_ROW
from generator.workbook.issued.record import IssueRecord
from generator.workbook.names import HIDDEN_SHEET
from generator.workbook.plan.places import Address
from generator.workbook.sheet.edits import Edit, SetText

_CHUNK = 30_000
PROJECT_ROW, SEAL_ROW = RECORD_ROW - 2, RECORD_ROW - 1
PROJECT_PLACE = (PROJECT_ROW, 2)
SEAL_PLACE = (SEAL_ROW, 2)


class Seal(Struct, frozen=True):
    """An issuer's key, 32 bytes."""

    key: bytes

    @property
    def fingerprint(self) -> str:
        """The key's public name: enough to recognise it by, not to seal with."""
        return hashlib.sha256(b"jixiao key\0" + self.key).hexdigest()[:16]

    def sign(self, record: str) -> str:
        """Return the seal of a record: the key's fingerprint and the HMAC, in hexadecimal."""
        return f"{self.fingerprint}:{self._digest(record)}"

    def is_mine(self, seal: str) -> bool:
        """Tell whether a seal names this key."""
        return seal.partition(":")[0] == self.fingerprint

    def verifies(self, seal: str, record: str) -> bool:
        """Tell whether a seal is this key's over exactly this record."""
        given = seal.partition(":")[2]
        return self.is_mine(seal) and hmac.compare_digest(
            given.encode(), self._digest(record).encode()
        )

    def _digest(self, record: str) -> str:
        return hmac.new(self.key, record.encode(), hashlib.sha256).hexdigest()


def record_edits(record: IssueRecord, seal: Seal | None) -> Iterator[tuple[Address, Edit]]:
    """Yield what to write into the hidden sheet.  Raises ``ValueError`` past its room."""
    chunks = [record.text[i : i + _CHUNK] for i in range(0, len(record.text), _CHUNK)]
    if len(chunks) > RECORD_CELLS:
        raise ValueError("the form is too large to be recorded")
    yield Address(HIDDEN_SHEET, *PROJECT_PLACE), SetText(record.project_id, None)
    if seal is not None:
        yield Address(HIDDEN_SHEET, *SEAL_PLACE), SetText(seal.sign(record.text), None)
    for offset, chunk in enumerate(chunks):
        yield Address(HIDDEN_SHEET, RECORD_ROW + offset, 2), SetText(chunk, None)


def joined_record(column: Sequence[str | None]) -> str:
    """Return the record's text from the cells of the hidden sheet, in order."""
    return "".join(chunk for chunk in column if chunk)
