"""Names of the files we write: 单位_项目_年度_表名.xlsx, safe on Windows and everywhere else."""

import re
import unicodedata
from collections.abc import Iterable

from generator.forms.models import Form
from generator.workbook.layout import Layout

SUFFIX = ".xlsx"
REVIEW_BOOK, REVIEW_PAGE = "复核报告.xlsx", "复核报告.html"
"""The reports over a batch, beside the copies: no forms, where such a folder is worked on again."""

LONGEST, MOST_BYTES = 120, 240
"""The most characters and UTF-8 bytes of a name; file systems take 255 bytes, and `` (2)`` may
follow."""

_LOOK_ALIKES = str.maketrans('\\/:*?"<>|[]', "＼／：＊？＂＜＞｜［］")
"""What Windows forbids, and the brackets Excel cannot link to, by what looks like it."""

_RESERVED = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?= *(?:\.|$))", re.IGNORECASE
)
"""What Windows takes for a device, whatever the suffix."""

_ELLIPSIS = "…"


def form_filename(form: Form, layout: Layout) -> str:
    """Return the name of a form's file: unit (else department), project, year, form name.

    What the form lacks is left out; where the name is too long, the longest of unit and project
    loses its middle.
    """
    unit = _safe(form.unit or form.department or "")
    project = _safe(form.project_name or "")
    end = (str(form.fiscal_year or ""), _safe(layout.form_name))
    rooms = range(LONGEST, 0, -1)
    names = (_joined(_limited(unit, room), _limited(project, room), *end) for room in rooms)
    return next(filter(_fits, names))


def distinct(names: Iterable[str]) -> list[str]:
    """Return the names in order, equal ones (capitals not counting) numbered from `` (2)`` on."""
    taken: set[str] = set()
    numbers: dict[str, int] = {}  # of names that came before, which few do
    result = []
    for name in names:
        free, key = name, (wanted := _key(name))
        while key in taken:
            numbers[wanted] = number = numbers.get(wanted, 1) + 1
            free = _numbered(name, number)
            key = _key(free)
        taken.add(key)
        result.append(free)
    return result


def _safe(text: str) -> str:
    """Return a text without what a file name cannot hold, blanks and dots at its ends dropped."""
    spaced = " ".join(unicodedata.normalize("NFC", text).split()).translate(_LOOK_ALIKES)
    printable = "".join("_" if unicodedata.category(char)[0] == "C" else char for char in spaced)
    return printable.lstrip("~. ").rstrip(". ")


def _joined(*parts: str) -> str:
    stem = "_".join(part for part in parts if part)
    return f"{'_' if _RESERVED.match(stem) else ''}{stem}{SUFFIX}"


def _fits(name: str) -> bool:
    return len(name) <= LONGEST and len(name.encode("utf-8")) <= MOST_BYTES


def _limited(text: str, most: int) -> str:
    """Return a text of at most so many characters: its start and its end are kept."""
    if len(text) <= most:
        return text
    end = (most - 1) // 2
    return text[: most - 1 - end] + _ELLIPSIS + text[len(text) - end :]


def _numbered(name: str, number: int) -> str:
    stem, dot, suffix = name.rpartition(".")
    return f"{stem} ({number}).{suffix}" if dot else f"{name} ({number})"


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
