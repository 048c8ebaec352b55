"""Forms from JSON into workbooks, and back."""

import json
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct

from generator.batch.intake import Input
from generator.batch.system_errors import unread_because
from generator.forms.models import Form, from_json, to_json
from generator.workbook.layout import layout_ids, load_layout
from generator.workbook.package import Limits
from generator.workbook.package.limits import DEFAULT
from generator.workbook.reader import Reading, read_workbook_form
from generator.workbook.rejection import Rejected, Rejection, reject


def load_form(path: Path) -> Form | Rejection:
    """Read the form a JSON file holds; a refusal where it holds none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        return reject("FILE-UNREADABLE", reason=unread_because(error)).rejection
    except ValueError:
        return reject("JSON-BROKEN").rejection
    return form_of(data)


def form_of(data: Any) -> Form | Rejection:
    """Return the form a JSON value describes; a refusal that names the key at fault."""
    if not isinstance(data, dict) or not isinstance(data.get("layout"), str):
        return reject("JSON-NO-FORM").rejection
    if data["layout"] not in layout_ids():
        return reject("FORM-UNKNOWN-LAYOUT", layout=data["layout"]).rejection
    from pydantic import ValidationError  # late: only JSON needs it

    try:
        form = from_json(data)
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"]))
        return reject("JSON-FIELD", place=where).rejection
    layout = load_layout(form.layout)
    if not isinstance(form, layout.model):
        return reject("JSON-KIND", layout=layout.name).rejection
    return form


class Read(Struct, frozen=True):
    """What reading one workbook gave: the form as JSON, or why not."""

    file: str
    form: dict[str, Any] | None
    rejection: Rejection | None = None


def read_form(source: Input, password: str | None = None, limits: Limits = DEFAULT) -> Read:
    """Read one workbook into the JSON contract."""
    try:
        return Read(source.file, to_json(reading_of(source, password, limits).form))
    except Rejected as refused:
        return Read(source.file, None, refused.rejection)


def reading_of(source: Input, password: str | None = None, limits: Limits = DEFAULT) -> Reading:
    """Read the form of an input; raise ``Rejected`` for whatever cannot be read."""
    name = PurePosixPath(source.file).stem
    return read_workbook_form(source.load(limits), limits, password, name)
