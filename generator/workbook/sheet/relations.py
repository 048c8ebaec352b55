"""Relationships between parts: who names whom, by type, in absolute or relative targets."""

import posixpath
from functools import lru_cache
from urllib.parse import unquote

from msgspec import Struct

from generator.workbook.package.package import Package
from generator.workbook.sheet.xml import elements

_SHORT = 1 << 14  # bytes


class Relation(Struct, frozen=True):
    """An internal relationship; ``kind`` is the last step of its type (``worksheet``).

    Transitional and Strict files differ only before that step.
    """

    id: str
    kind: str
    part: str


def relations(package: Package, part: str) -> tuple[Relation, ...]:
    """Return the relationships of a part ("" is the package itself); none where it has no list.

    Relationships that lead out of the package are left out.
    """
    listing = package.find(listing_of(part))
    if listing is None:
        return ()
    xml, depth = package.read(listing), package.limits.xml_depth
    listed = _remembered if len(xml) <= _SHORT else _listed
    return listed(xml, listing, part, depth)


@lru_cache(maxsize=64)
def _remembered(xml: bytes, listing: str, part: str, depth: int) -> tuple[Relation, ...]:
    """Every workbook of a batch has much the same lists."""
    return _listed(xml, listing, part, depth)


def _listed(xml: bytes, listing: str, part: str, depth: int) -> tuple[Relation, ...]:
    found = elements(xml, listing, depth)
    return tuple(
        Relation(element.get("Id"), _kind(element.get("Type")), target(part, element.get("Target")))
        for element in found
        if element.tag == "Relationship" and element.get("TargetMode") != "External"
    )


def listing_of(part: str) -> str:
    """Return the name of the part that lists the relationships of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def target(source: str, reference: str) -> str:
    """Return the member name a reference from ``source`` means."""
    path = posixpath.join("/", posixpath.dirname(source), unquote(reference))
    return posixpath.normpath(path).lstrip("/")


def _kind(type_: str) -> str:
    return type_.rpartition("/")[2]
