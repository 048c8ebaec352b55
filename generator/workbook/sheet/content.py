"""What a cell holds, by its type attribute."""

import re

from generator.workbook.sheet.cell import Kind
from generator.workbook.sheet.escapes import decode
from generator.workbook.sheet.strings import SharedStrings

_BLANK: tuple[Kind, str] = ("blank", "")
_MIDNIGHT = re.compile(r"T00:00(:00(\.0+)?)?Z?$")
"""What the strict format writes behind a date that has no time."""


def content(
    type_: str | None, value: str | None, inline: list[str] | None, strings: SharedStrings
) -> tuple[Kind, str]:
    """Return kind and raw content from ``v`` (None: no such element) and the runs of ``is``.

    Raises ``ValueError`` for a type no workbook has, ``Rejected`` for a text that is not there.
    """
    if type_ == "s" and value is not None:
        return "text", strings.at(value)
    if type_ == "inlineStr" and inline is not None:
        return "text", decode("".join(inline))
    if value is None:
        return _BLANK
    if type_ is None or type_ == "n":
        number = value.strip()
        return ("number", number) if number else _BLANK
    return _other(type_, value)


def _other(type_: str, value: str) -> tuple[Kind, str]:
    if type_ in ("str", "inlineStr"):
        return "text", decode(value)
    if type_ == "d":
        return "text", _MIDNIGHT.sub("", decode(value).strip())
    if type_ == "b":
        return "boolean", value.strip()
    if type_ == "e":
        return "error", value.strip()
    raise ValueError(type_)
