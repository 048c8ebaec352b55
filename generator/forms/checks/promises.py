"""What of a goal is a promise: no frame of the work, no state of things, no forecast."""

import re

from generator.forms.narrative import Figure, narrative_words

_YEAR = "((?:19|20)[0-9]{2})年"
_PARTS = "其中"


def is_promise(figure: Figure, year: int | None) -> bool:
    """Tell whether a figure of a goal promises something of the form's year."""
    words = narrative_words()
    if not (figure.is_percent or figure.is_count):
        return False
    framed = figure.unit.base.split("/")[0] in words.frame_units
    if framed or words.any_background.is_in(figure.clause):
        return False
    return not (_is_frame(figure) or _is_forecast(figure) or _is_of_another_year(figure, year))


def _is_frame(figure: Figure) -> bool:
    """Tell whether a figure says where something is done or by which standard, or parts of another.

    So does a count of what goes on as it did.
    """
    words = narrative_words()
    if figure.is_percent:
        return figure.before.endswith(words.standards)
    if figure.approximate and any(word in figure.before for word in words.everywhere):
        return True
    somewhere = figure.after.startswith(words.places)
    if somewhere and not any(word in figure.before for word in words.works):
        return True
    return figure.clause.startswith(_PARTS) or any(word in figure.after for word in words.goes_on)


def _is_forecast(figure: Figure) -> bool:
    """Tell whether a share says how things are expected to go: 预计业务量增长5%左右."""
    words = narrative_words()
    expected = any(word in figure.before for word in words.forecasts)
    return figure.is_percent and expected and any(word in figure.before for word in words.changes)


def _is_of_another_year(figure: Figure, year: int | None) -> bool:
    """Tell whether the clause of a figure names other years than the form's, and not that one."""
    years = re.findall(_YEAR, figure.clause)
    return year is not None and bool(years) and str(year) not in years
