"""What lies in the package that no form is issued with: links, macros, embedded objects."""

from collections.abc import Iterator

from generator.workbook.issued.discrepancy import Discrepancy, listed, on_the_whole
from generator.workbook.package import Package

_KINDS = {
    "xl/externallinks/": "links",
    "xl/vbaproject": "macros",
    "xl/macrosheets/": "macros",
    "xl/dialogsheets/": "macros",
    "xl/embeddings/": "objects",
    "xl/activex/": "objects",
    "xl/connections": "data",
    "xl/querytables/": "data",
}
"""How the names of such parts begin, and the variant of ISS-12 that reports them."""

_STARTS = tuple(_KINDS)


def foreign_parts(package: Package) -> Iterator[Discrepancy]:
    """Yield one discrepancy for each kind of part that does not belong there."""
    found: dict[str, list[str]] = {}
    for name in package.names:
        lower = name.lower()
        if lower.startswith(_STARTS) and "/_rels/" not in lower:
            kind = next(kind for start, kind in _KINDS.items() if lower.startswith(start))
            found.setdefault(kind, []).append(name)
    for kind, names in found.items():
        yield on_the_whole("ISS-12", kind, parts=listed(names))
