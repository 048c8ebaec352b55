"""One layout extending another: its own keys win, and three keys change the inherited grid.

``relabel`` rewords labels, ``formats`` gives number formats of fields, ``groups`` replaces the
indicator vocabulary.
"""

from copy import deepcopy
from pathlib import Path
from typing import Any

from generator.forms.strict_yaml import DataFileError, Document, load

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
            raise _error(document, ("relabel", old), f"no inherited label reads {old}")
    for field, number_format in data.get("formats", {}).items():
        if not _reformat(merged, field, number_format):
            raise _error(document, ("formats", field), f"no inherited cell holds {field}")
    if "groups" in data:
        merged["indicators"]["groups"] = data["groups"]
    return merged


def _parent(document: Document, folder: Path, above: tuple[str, ...]) -> dict[str, Any]:
    name = document.data["extends"]
    path = folder / f"{name}.yaml"
    if name in above or path == document.path:
        raise _error(document, ("extends",), f"{name} extends itself")
    if not path.is_file():
        raise _error(document, ("extends",), f"there is no layout {name} to extend")
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


def _error(document: Document, place: tuple[int | str, ...], message: str) -> DataFileError:
    return DataFileError(document.path, document.line(*place), message)
