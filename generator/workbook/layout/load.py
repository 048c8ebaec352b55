"""Reading layout files, strictly: every mistake is told with file and line."""

from functools import cache
from pathlib import Path

from generator.forms.strict_yaml import DataFileError, Document, load, shaped
from generator.resources import templates
from generator.snapshot import kept
from generator.workbook.layout.inherit import resolve
from generator.workbook.layout.schema import Layout
from generator.workbook.layout.soundness import faults


class LayoutError(DataFileError):
    """A layout file that cannot be used, with its file and line."""


@cache
def layout_ids() -> tuple[str, ...]:
    """Return the ids of all layouts there are, sorted."""
    return tuple(sorted(path.stem for path in templates("layouts").glob("*.yaml")))


@cache
def load_layout(layout_id: str) -> Layout:
    """Return the layout with this id.

    Raises ``KeyError`` where there is none, ``LayoutError`` where its file is wrong.
    """
    if layout_id not in layout_ids():
        raise KeyError(layout_id)
    folder = templates("layouts")
    return kept(f"layout-{layout_id}", [folder], read_layout, folder / f"{layout_id}.yaml")


def all_layouts() -> tuple[Layout, ...]:
    """Return every layout there is, sorted by id."""
    return tuple(load_layout(layout_id) for layout_id in layout_ids())


def find_layout(name: str) -> Layout | None:
    """Return the layout an office calls by this id or Chinese name, ``None`` for no such one."""
    wanted = "".join(name.split())
    for layout in all_layouts():
        if wanted in (layout.id, layout.name):
            return layout
    return None


def read_layout(path: Path) -> Layout:
    """Read one layout file with all it extends.  Raises ``LayoutError``."""
    document = load(path)
    data = resolve(document, path.parent)
    layout = shaped(document, Layout, data, LayoutError)
    if layout.id != path.stem:
        raise _error(document, ("id",), f"id is {layout.id}, the file is called {path.stem}")
    for place, message in faults(layout):
        raise _error(document, place, message)
    return layout


def _error(document: Document, place: tuple[int | str, ...], message: str) -> LayoutError:
    return LayoutError(document.path, document.line(*place), message)
