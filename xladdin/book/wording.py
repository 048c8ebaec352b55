"""What the actions say, from ``templates/messages/addin.yaml``."""

from collections.abc import Mapping, Sequence
from functools import cache

from generator.forms.data_files import load
from generator.resources import templates
from xladdin.contract import Refused


def say(key: str, **values: object) -> str:
    """Return a text with its ``{placeholders}`` filled.  Raises ``KeyError`` for an unknown key."""
    return _texts()[key].format_map(values)


def listed(items: Sequence[str], most: int) -> str:
    """Return the first of some items as Chinese lists them, 等 behind them where there are more."""
    return "、".join(items[:most]) + ("等" if len(items) > most else "")


def refusal(key: str, **values: object) -> Refused:
    """Return (not raise) the refusal that says a text."""
    return Refused(say(key, **values))


@cache
def _texts() -> Mapping[str, str]:
    data = load(templates("messages", "addin.yaml")).data
    return {str(key): str(text) for key, text in data.items()}
