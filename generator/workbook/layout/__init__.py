"""Layouts: the official forms as data, one YAML file each under ``templates/layouts/``."""

from generator.workbook.layout.load import (
    LayoutError,
    all_layouts,
    find_layout,
    layout_ids,
    load_layout,
)
from generator.workbook.layout.schema import (
    CellSpec,
    ColumnSpec,
    GroupSpec,
    Layout,
    RowSpec,
)

__all__ = [
    "CellSpec",
    "ColumnSpec",
    "GroupSpec",
    "Layout",
    "LayoutError",
    "RowSpec",
    "all_layouts",
    "find_layout",
    "layout_ids",
    "load_layout",
]
