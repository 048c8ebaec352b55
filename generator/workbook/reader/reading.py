"""What reading a workbook gives: the form, where its fields stand, and what was noticed."""

from collections.abc import Mapping, Set
from enum import Enum

from msgspec import Struct, field

from generator.forms.models import Form
from generator.workbook.layout import Layout
from generator.workbook.package import Package
from generator.workbook.plan.places import Places
from generator.workbook.sheet.sheet import Sheet
from generator.workbook.sheet.workbook import SheetRef, WorkbookParts


class Origin(Enum):
    """How a form was recognised."""

    NAMED = "named"
    """By the hidden sheet and the defined names of a workbook of ours."""
    LABELLED = "labelled"
    """By its labels: copied, exported from elsewhere, or made by hand."""


class Note(Struct, frozen=True):
    """Something noticed while reading a cell; ``rule`` is an id of the catalogue (REA-1)."""

    rule: str
    field: str
    entered: str
    expected: str = ""


class Content(Struct):
    """The opened workbook: its package, its parts, and every sheet a form could be on."""

    package: Package
    parts: WorkbookParts
    refs: dict[str, SheetRef]
    sheets: Mapping[str, Sheet]


class Issued(Struct, frozen=True):
    """What the hidden sheet says was issued: each part "" where it says nothing."""

    project_id: str = ""
    record: str = ""
    seal: str = ""


_NOTHING_ISSUED = Issued()


class Reading(Struct):
    """A form as read.  ``places`` and ``content`` are what patching it needs.

    ``formulas`` holds the computed fields whose cell has a live formula.  ``seen`` and ``opaque``
    tell where the formulas see something else than the form says (see ``CellReader``).
    ``foreign`` names the format where ``content`` holds only the values of a file that is no .xlsx.
    """

    form: Form
    layout: Layout
    places: Places
    origin: Origin
    content: Content
    notes: list[Note] = field(default_factory=list)
    formulas: set[str] = field(default_factory=set)
    seen: Mapping[str, str] = field(default_factory=dict)
    opaque: Set[str] = field(default_factory=frozenset)
    issued: Issued = _NOTHING_ISSUED
    foreign: str | None = None
