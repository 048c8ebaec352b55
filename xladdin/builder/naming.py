"""The VBA project's own name, and a tidy PROJECT stream ([MS-OVBA] 2.3.1 and 2.3.4.2)."""

import re
import struct

from pyopenvba.cfb import CFB
from pyopenvba.vba import compress, decompress

NAME = b"jixiao"

_RECORD = struct.Struct("<HI")
_PROJECT_NAME = 0x0004


def named(project: bytes) -> bytes:
    """Return ``vbaProject.bin`` under our name.  Raises ``ValueError`` where it has none."""
    container = CFB.from_bytes(project)
    records = decompress(container.get_stream_in_storage("VBA", "dir"))
    container.write_stream_in_storage("VBA", "dir", compress(_renamed(records)))
    container.write_stream("PROJECT", _tidied(container.get_stream("PROJECT")))
    return bytes(container.to_bytes())


def _renamed(records: bytes) -> bytes:
    """Return the dir stream's records with another project name."""
    at = 0
    while at < len(records):
        kind, size = _RECORD.unpack_from(records, at)
        after = at + _RECORD.size + size
        if kind == _PROJECT_NAME:
            name = _RECORD.pack(_PROJECT_NAME, len(NAME)) + NAME
            return records[:at] + name + records[after:]
        at = after
    raise ValueError("the VBA project has no name")


def _tidied(text: bytes) -> bytes:
    """Return the PROJECT stream with our name and no empty lines among the windows' places."""
    head, section, windows = text.partition(b"[Workspace]\r\n")
    head = re.sub(rb'(?m)^Name="[^"]*"', b'Name="%s"' % NAME, head)
    return head + section + re.sub(rb"(\r\n)+", b"\r\n", windows)
