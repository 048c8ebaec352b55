"""Zip files that repeat to the byte, whatever the clock and the machine."""

import io
import os
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

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
