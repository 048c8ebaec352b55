"""Whether a zip is an Office package, told by its members' names before any is inflated."""

from collections.abc import Sequence

from generator.workbook.rejection import reject

_CONTENT_TYPES = "[content_types].xml"
_OTHERS = {"word/": "PKG-WORD", "ppt/": "PKG-POWERPOINT", "visio/": "PKG-NO-WORKBOOK"}


def require_workbook(names: Sequence[str]) -> None:
    """Raise ``Rejected`` for a plain zip, an OpenDocument file, or another Office program's."""
    folded = {name.lower() for name in names}
    if _CONTENT_TYPES not in folded:
        raise reject(_code_of_zip(folded))
    if "xl/workbook.bin" in folded:
        raise reject("PKG-XLSB")
    if not any(name.startswith("xl/") for name in folded):
        _refuse_other_program(folded)


def _refuse_other_program(folded: set[str]) -> None:
    for folder, code in _OTHERS.items():
        if any(name.startswith(folder) for name in folded):
            raise reject(code)


def _code_of_zip(folded: set[str]) -> str:
    if {"mimetype", "content.xml"} <= folded:
        return "PKG-OPEN-DOCUMENT"
    return "PKG-OFD" if "ofd.xml" in folded else "PKG-NO-WORKBOOK"
