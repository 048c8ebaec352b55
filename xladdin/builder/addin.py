"""``jixiao.xlam`` put together: ribbon, VBA project, the sheet of settings."""

from xladdin.builder.archive import archive, render
from xladdin.builder.settings import PART, SHEET, AddinSettings
from xladdin.builder.vba import CALLBACK, PROJECT, build_project, quickstart_part

RIBBONS = {
    "customUI/customUI.xml": "http://schemas.microsoft.com/office/2006/01/customui",
    "customUI/customUI14.xml": "http://schemas.microsoft.com/office/2009/07/customui",
}
"""The ribbon for Excel 2007 and for Excel 2010 and later: part and namespace."""

_RENDERED = {
    "[Content_Types].xml": "content_types.xml.j2",
    "_rels/.rels": "package.rels.j2",
    "docProps/core.xml": "core.xml.j2",
    "xl/workbook.xml": "workbook.xml.j2",
    "xl/_rels/workbook.xml.rels": "workbook.rels.j2",
    PART: "settings.xml.j2",
}
_TAKEN = ("xl/theme/theme1.xml", "xl/styles.xml")


def build_addin(settings: AddinSettings | None = None) -> bytes:
    """Return the add-in as a file's bytes, the same ones for the same settings.

    Without settings it names no Python: the installer builds it again with the user's.
    """
    values = {"sheet": SHEET, "settings": (settings or AddinSettings()).rows()}
    parts = {part: render(name, **values) for part, name in _RENDERED.items()}
    parts |= {part: quickstart_part(part) for part in _TAKEN}
    parts[PROJECT] = build_project()
    for part, namespace in RIBBONS.items():
        parts[part] = render("customui.xml.j2", namespace=namespace, callback=CALLBACK)
    return archive(parts)
