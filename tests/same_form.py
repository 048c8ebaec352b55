"""Comparing forms as JSON: figures as numbers, everything else to the letter."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

_FIGURES = {"weight", "score", "total_weight", "total_score", "project_amount"}
COMPUTED = {
    "total_weight",
    "total_score",
    "rating",
    "execution_rate",
    "total_funds",
    "annual_request",
}


def differences(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """Yield what differs between two forms, each with its path."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in one.keys() ^ other.keys():
            yield f"{path}.{key} is in one form only"
        for key in one.keys() & other.keys():
            yield from differences(one[key], other[key], f"{path}.{key}")
    elif isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            yield f"{path} has {len(one)} and {len(other)} entries"
        for number, (left, right) in enumerate(zip(one, other, strict=False)):
            yield from differences(left, right, f"{path}[{number}]")
    elif not _equal(one, other, path):
        yield f"{path}: {one!r} and {other!r}"


def _equal(one: Any, other: Any, path: str) -> bool:
    name = path.rpartition(".")[2]
    is_figure = ".funds." in path or name in _FIGURES
    if is_figure and one is not None and other is not None:
        return Decimal(one) == Decimal(other)
    return bool(one == other)


def is_computed(difference: str) -> bool:
    """Tell whether a difference concerns a computed cell."""
    path = difference.partition(":")[0]
    return path.rpartition(".")[2] in COMPUTED or ".annual_total." in path
