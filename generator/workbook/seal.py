"""What was issued, and the seal over it: protection prevents accidents, the seal proves integrity.

The record is JSON in the hidden sheet, cut into cells; the seal is an HMAC-SHA256 over its exact
text under the issuer's key.  A form written without a key carries the record unsealed.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.forms.fields import get
from generator.forms.models import Form, to_json
from generator.workbook.hidden import RECORD_CELLS, RECORD_ROW
from generator.workbook.layout import Layout
from generator.workbook.plan import Address, Plan
from generator.workbook.plan.plan import HIDDEN_SHEET
from generator.workbook.sheet.edits import Edit, SetText

_CHUNK = 30_000
PROJECT_ROW, SEAL_ROW = RECORD_ROW - 2, RECORD_ROW - 1
PROJECT_PLACE = (PROJECT_ROW, 2)
SEAL_PLACE = (SEAL_ROW, 2)


@dataclass(frozen=True, slots=True)
class IssueRecord:
    """What a workbook was issued with, as canonical JSON text."""

    project_id: str
    text: str

    @classmethod
    def of(cls, form: Form, layout: Layout, plan: Plan) -> "IssueRecord":
        """Record the locked fields, labels and issued indicators of a form being written."""
        project_id = project_identity(form)
        data = {
            "record": 1,
            "layout": layout.id,
            "version": layout.version,
            "project_id": project_id,
            "fields": dict(_locked_fields(plan, form)),
            "labels": {
                Address(plan.layout.sheet, c.row, c.column).a1: c.label
                for c in plan.cells
                if c.locked and c.label is not None
            },
            "indicators": _issued_indicators(plan, form),
        }
        text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return cls(project_id, text)


def project_identity(form: Form) -> str:
    """Return an id that is the same for every form of one project and year in one layout."""
    parts = (form.layout, form.fiscal_year, form.department, form.unit, form.project_name)
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


def _locked_fields(plan: Plan, form: Form) -> Iterator[tuple[str, str]]:
    for cell in plan.cells:
        field = cell.field or ""
        is_scalar = field in plan.places.scalars
        if is_scalar and cell.locked and cell.formula is None:
            value = get(form, field)
            if value is not None:
                yield field, str(value)


def _issued_indicators(plan: Plan, form: Form) -> list[dict[str, Any]]:
    locked = {cell.field for cell in plan.cells if cell.locked and cell.field}
    rows: list[dict[str, Any]] = to_json(form).get("indicators", [])
    issued = []
    for index, row in enumerate(rows):
        kept = {name: row[name] for name in row if f"indicators[{index}].{name}" in locked}
        if kept:
            issued.append({"level1": row.get("level1"), "level2": row.get("level2"), **kept})
    return issued


@dataclass(frozen=True, slots=True)
class Seal:
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
        expected = self._digest(record)
        return self.is_mine(seal) and hmac.compare_digest(seal.partition(":")[2], expected)

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
