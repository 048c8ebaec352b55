"""A second record of the marks in the user's own folder: somebody may delete the sheet 校验结果."""

import json
from contextlib import suppress

from generator.workbook.sheet.address import Position
from xladdin.book import own_files
from xladdin.book.marks import Mark, Marks, as_texts, from_texts

_KIND = "marks"


def keep(fullname: str, marks: Marks) -> None:
    """Keep the marks of a workbook in place of those before."""
    own_files.write(_KIND, fullname, json.dumps(as_texts(marks)))


def recall(fullname: str) -> dict[Position, Mark]:
    """Return the marks kept; none where the record is lost or broken."""
    with suppress(ValueError, TypeError):
        return from_texts(json.loads(own_files.read(_KIND, fullname) or "[]"))
    return {}


def forget(fullname: str) -> None:
    """Throw the record away."""
    own_files.forget(_KIND, fullname)
