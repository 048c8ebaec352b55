"""Reading layout files, strictly, one extending another: every mistake is told with file
and line.
"""

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from generator.forms.data_files import DataFileError, Document, load, shaped
from generator.resources import templates
from generator.snapshot import kept
from generator.workbook.layout.schema import Layout
from generator.workbook.layout.soundness import faults

_CHANGES = ("extends", "relabel", "formats", "groups")


def resolve(document: Document, folder: Path, above: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the data of a layout file with everything it extends filled in.

    Raises ``DataFileError`` for an unknown or circular parent, or a change that changes nothing.
    """
    data: dict[str, Any] = document.data
    if "extends" not in data:
        return data
    merged = deepcopy(_parent(document, folder, above))
    merged.update({key: value for key, value in data.items() if key not in _CHANGES})
    for old, new in data.get("relabel", {}).items():
        if not _relabel(merged, old, new):
            raise _misfit(document, ("relabel", old), f"no inherited label reads {old}")
    for field, number_format in data.get("formats", {}).items():
        if not _reformat(merged, field, number_format):
            raise _misfit(document, ("formats", field), f"no inherited cell holds {field}")
    if "groups" in data:
        merged["indicators"]["groups"] = data["groups"]
    return merged


def _parent(document: Document, folder: Path, above: tuple[str, ...]) -> dict[str, Any]:
    name = document.data["extends"]
    path = folder / f"{name}.yaml"
    if name in above or path == document.path:
        raise _misfit(document, ("extends",), f"{name} extends itself")
    if not path.is_file():
        raise _misfit(document, ("extends",), f"there is no layout {name} to extend")
    return resolve(load(path), folder, (*above, name))


def _relabel(data: dict[str, Any], old: str, new: str) -> bool:
    block = data["indicators"]
    labelled = [*_cells(data), *block["columns"].values(), block.get("stub") or {}]
    matching = [cell for cell in labelled if cell.get("label") == old]
    for cell in matching:
        cell["label"] = new
    return bool(matching)


def _reformat(data: dict[str, Any], field: str, number_format: str) -> bool:
    matching = [cell for cell in _cells(data) if cell.get("field") == field]
    for cell in matching:
        cell["format"] = number_format
    return bool(matching)


def _cells(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for row in (*data["head"], *data.get("foot", ())) for cell in row["cells"]]


def _misfit(document: Document, place: tuple[int | str, ...], message: str) -> DataFileError:
    return DataFileError(document.path, document.line(*place), message)


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
