"""The VBA project: xlwings' quickstart add-in with every module of its own replaced by ours, named
and tidied ([MS-OVBA] 2.3.1 and 2.3.4.2).
"""

import re
import struct
import tempfile
import zipfile
from importlib.resources import as_file, files
from pathlib import Path

from pyopenvba import ExcelFile
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


PROJECT = "xl/vbaProject.bin"
CALLBACK = "JixiaoRibbon.OnJixiaoButton"
"""What the ribbon calls for every button."""

_MODULES = Path(__file__).parent / "modules"
_QUICKSTART = "quickstart_addin_ribbon.xlam"
_RENAMED = {"RibbonMyAddin": "JixiaoRibbon", "xlwings": "JixiaoRunner"}
_ADDED = ("JixiaoMemory", "JixiaoBulk")
_DROPPED = ("Dictionary",)
_UNUSED = "MSForms"
"""A reference nothing of ours needs; where its library is missing, no VBA would run."""


class NotAscii(ValueError):  # noqa: N818  (a mistake in a module, named by its message)
    """A module's source holds what VBA would garble on another system."""


def quickstart_part(name: str) -> bytes:
    """Return a part of xlwings' quickstart add-in."""
    with as_file(files("xlwings") / _QUICKSTART) as path, zipfile.ZipFile(path) as packed:
        return packed.read(name)


def module_source(name: str) -> str:
    """Return the source of one of our modules.  Raises ``NotAscii``."""
    path = _MODULES / f"{name}.bas"
    try:
        lines = path.read_bytes().decode("ascii").splitlines()
    except UnicodeDecodeError as error:
        raise NotAscii(f"{path}: {error}") from None
    return "".join(f"{line}\r\n" for line in (f'Attribute VB_Name = "{name}"', *lines))


def build_project() -> bytes:
    """Return ``vbaProject.bin`` with our modules and nothing of the quickstart's."""
    with tempfile.TemporaryDirectory() as folder, as_file(files("xlwings") / _QUICKSTART) as base:
        made = Path(folder) / "addin.xlam"
        with ExcelFile(base) as book:
            _replace_modules(book)
            book.save(made)
        with zipfile.ZipFile(made) as packed:
            return named(packed.read(PROJECT))


def _replace_modules(book: ExcelFile) -> None:
    project = book.vba_project()
    book.remove_reference(_UNUSED)
    for name in _DROPPED:
        project.delete_module(name)
    for old, new in _RENAMED.items():
        project.rename_module(old, new)
        book.set_module(new, module_source(new))
    for name in _ADDED:
        project.add_module(name, module_source(name))
