"""What the checks want to know of a layout: which fields it prints, which names it implies."""

from functools import lru_cache

from generator.forms.checks.context import FormFacts
from generator.workbook.layout import Layout, load_layout


def facts_of(layout: Layout) -> FormFacts:
    """Return what a layout knows about its forms."""
    return _facts(layout.id)


@lru_cache
def _facts(layout_id: str) -> FormFacts:
    layout = load_layout(layout_id)
    columns = (f"indicators.{name}" for name in layout.columns_of_indicators)
    # Every form has a fiscal year and a unit of money, wherever they are kept.
    kept = {"fiscal_year", "money_unit"}
    return FormFacts(frozenset({*layout.printed, *columns, *kept}), layout.implied_level2)
