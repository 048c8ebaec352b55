"""From what openpyxl saved to the finished file: formulas with their values, styles mended.

Members are copied in blocks, so that a summary may be larger than any form we would read.
"""

import shutil
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import IO, BinaryIO

from generator.batch.summary.entry import Live
from generator.forms import numbers
from generator.workbook.sheet.escapes import encode
from generator.workbook.writer.finish import dated, mend_fonts

_STYLES, _CORE = "xl/styles.xml", "docProps/core.xml"
_ROW_ENDS = b"</row>"
_BLOCK = 1 << 18  # bytes of a sheet worked on at once


def finish(
    saved: IO[bytes], file: BinaryIO, live: Mapping[str, Collection[Live]], moment: datetime
) -> None:
    """Write what openpyxl ``saved`` into another open file, every member dated ``moment``.

    ``live`` has the formulas of each sheet by the name of its part.  Raises ``OSError`` where
    the file cannot be written.
    """
    with (
        zipfile.ZipFile(saved) as source,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            info = zipfile.ZipInfo(name, moment.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            with source.open(name) as member, archive.open(info, "w", force_zip64=False) as target:
                if name == _STYLES:
                    target.write(mend_fonts(member.read()))
                elif name == _CORE:
                    target.write(dated(member.read(), moment))
                elif live.get(name):
                    target.writelines(_with_values(rows, live[name]) for rows in _by_rows(member))
                else:
                    shutil.copyfileobj(member, target)


def _by_rows(sheet: IO[bytes]) -> Iterator[bytes]:
    """Yield a sheet in blocks that end where a row does: no formula lies in two of them."""
    rest = b""
    while block := sheet.read(_BLOCK):
        rows, end, rest = (rest + block).rpartition(_ROW_ENDS)
        yield rows + end
    yield rest


def _with_values(rows: bytes, live: Iterable[Live]) -> bytes:
    """Put the value of each formula beside it: openpyxl leaves it out."""
    for each in live:
        formula = b"<f>" + encode(each.formula) + b"</f>"
        value = b"<v>" + numbers.text(each.value).encode() + b"</v>"
        for blank in (b"<v></v>", b"<v />", b"<v/>"):
            rows = rows.replace(formula + blank, formula + value)
    return rows
