"""From what openpyxl saved to the finished file: formulas with their values, styles mended.

Members are copied one at a time, so that a summary may be larger than any form we would read.
"""

import io
import shutil
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime

from generator.batch.summary.values import Live
from generator.forms import numbers
from generator.workbook.sheet.escapes import encode
from generator.workbook.writer.finish import mend_fonts

_STYLES = "xl/styles.xml"


def finished(saved: bytes, live: Mapping[str, Iterable[Live]], moment: datetime) -> bytes:
    """Return the finished file, every member dated ``moment``.

    ``live`` has the formulas of each sheet by the name of its part.
    """
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            info = zipfile.ZipInfo(name, moment.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            with source.open(name) as member, archive.open(info, "w", force_zip64=False) as target:
                if name == _STYLES:
                    target.write(mend_fonts(member.read()))
                elif live.get(name):
                    target.write(with_values(member.read(), live[name]))
                else:
                    shutil.copyfileobj(member, target)
    return buffer.getvalue()


def with_values(part: bytes, live: Iterable[Live]) -> bytes:
    """Put the value of each formula beside it: openpyxl leaves it out."""
    for each in live:
        formula = b"<f>" + encode(each.formula) + b"</f>"
        value = b"<v>" + numbers.text(each.value).encode() + b"</v>"
        for blank in (b"<v></v>", b"<v />", b"<v/>"):
            part = part.replace(formula + blank, formula + value)
    return part
