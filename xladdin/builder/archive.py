"""Zip files that repeat to the byte, and the escaped XML templates that go into them."""

import io
import os
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import __version__
from generator.resources import templates
from xladdin.ribbon import button_table

_EPOCH = 1_577_836_800
"""2020-01-01: the date of everything built, unless SOURCE_DATE_EPOCH gives one."""


def build_moment() -> datetime:
    """Return the time a build is dated with; never the clock's."""
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", _EPOCH)), UTC)


def archive(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip file of parts in their order, with constant dates and attributes."""
    date = max(build_moment().timetuple()[:6], (1980, 1, 1, 0, 0, 0))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the attributes of this machine's files say nothing
            packed.writestr(entry, data, compresslevel=9)
    return buffer.getvalue()


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(templates("ribbon")),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(name: str, **values: object) -> bytes:
    """Return a template of ``templates/ribbon`` filled with the table of buttons and values."""
    table = button_table()
    text = (
        _environment()
        .get_template(name)
        .render(
            tab=table.tab,
            groups=table.groups,
            version=__version__,
            moment=build_moment().strftime("%Y-%m-%dT%H:%M:%SZ"),
            **values,
        )
    )
    return text.encode()
