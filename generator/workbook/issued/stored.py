"""The issue record as it stands in a returned workbook, of whatever version."""

from decimal import Decimal
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.forms import numbers


class _Strict(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, strict=True, defer_build=True)


class IssuedIndicator(_Strict):
    """An indicator as issued; a column that was issued blank, and so open, is not set.

    ``row`` is where it stood; version 1 does not say.
    """

    row: int | None = None
    level1: str | None = None
    level2: str | None = None
    name: str | None = None
    target: str | None = None
    weight: str | None = None

    @property
    def locked(self) -> tuple[str, ...]:
        """The columns issued filled in, levels apart."""
        return tuple(name for name in ("name", "target", "weight") if getattr(self, name))


class StoredRecord(_Strict):
    """What a workbook was issued with.

    Version 1 kept neither block, formulas, lists nor sheets: there they are ``None``, and nothing
    is compared with them.  Keys of later versions are passed over.
    """

    record: int
    layout: str
    version: int
    project_id: str
    issue: int = 1
    issued: str | None = None
    sealed_by: str | None = None
    sheets: tuple[str, ...] | None = None
    block: tuple[int, int] | None = None
    columns: dict[str, int] | None = None
    fields: dict[str, str | None] = Field(default_factory=dict)
    labels: dict[str, str] = Field(default_factory=dict)
    indicators: tuple[IssuedIndicator, ...] = ()
    formulas: dict[str, str] | None = None
    helpers: dict[str, str] = Field(default_factory=dict)
    lists: dict[str, str] = Field(default_factory=dict)


@lru_cache(maxsize=1)
def stored_record(text: str) -> StoredRecord | None:
    """Return the record a text holds, ``None`` where it holds none; asked for twice a form."""
    try:
        return StoredRecord.model_validate_json(text)
    except ValidationError:
        return None


def as_text(value: object) -> str | None:
    """Return a value of a form as records keep it."""
    if value is None:
        return None
    return numbers.text(value) if isinstance(value, Decimal) else str(value)


def same(issued: str | None, returned: object) -> bool:
    """Tell whether a value is the one issued: blanks in texts and zeros at the end mean nothing."""
    given = as_text(returned)
    if issued == given:
        return True
    if isinstance(returned, Decimal):
        return numbers_equal(issued, returned)
    return squeezed(issued) == squeezed(given)


def numbers_equal(issued: str | None, returned: Decimal) -> bool:
    """Tell whether a recorded figure is this number."""
    try:
        return issued is not None and Decimal(issued) == returned
    except ArithmeticError:
        return False


def squeezed(text: str | None) -> str:
    """Return a text without blanks of any kind."""
    return "".join((text or "").split())
