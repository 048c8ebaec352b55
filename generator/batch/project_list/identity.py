"""Which rows mean the same project: by name, year, unit and layout, as far as a row says."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from generator.batch.project_list.folding import folded
from generator.workbook.layout import Layout


class Identity(NamedTuple):
    """What a row goes by, made comparable; ``None`` is what it does not say."""

    name: str
    year: int | None
    unit: str | None
    layout: str | None

    def fitting(self) -> Iterator["Identity"]:
        """Yield the identities of this project's indicators: what one leaves out fits any."""
        years, units, layouts = {self.year, None}, {self.unit, None}, {self.layout, None}
        for year, unit, layout in product(years, units, layouts):
            yield Identity(self.name, year, unit, layout)


def identity(
    project_name: str, fiscal_year: int | None, unit: str | None, layout: Layout | None
) -> Identity:
    """Return the identity of a row of either sheet."""
    return Identity(
        folded(project_name),
        fiscal_year,
        folded(unit) if unit else None,
        layout.id if layout else None,
    )
