"""The canonical text of a reading: ``parse(render(value)) == value``."""

from decimal import Decimal

from generator.forms import numbers
from generator.forms.values.readings import (
    Blank,
    NotApplicable,
    PointInTime,
    Qualitative,
    Quantity,
    Range,
    Unit,
    Unreadable,
    Value,
)


def render(value: Value) -> str:
    """Return the text of a reading in the official notation: ``满意度≥95(%)``.

    What is words, or cannot be read, keeps the words it had.
    """
    match value:
        case Blank():
            return ""
        case NotApplicable():
            return "不适用"
        case Quantity():
            return _quantity(value)
        case Range():
            return _range(value)
        case PointInTime():
            return _point(value)
        case Qualitative():
            return value.words
        case Unreadable():
            return value.text


def _quantity(value: Quantity) -> str:
    sign = value.sign.value if value.sign else ""
    about = "约" if value.approximate else ""
    # A dash right behind words would join them to the number instead of being a minus.
    colon = ":" if value.number < 0 and value.label and not sign + about else ""
    return f"{value.label}{colon}{sign}{about}{_number(value.number)}{_unit(value.unit)}"


def _range(value: Range) -> str:
    about = "约" if value.approximate else ""
    return f"{value.label}{about}{_number(value.low)}~{_number(value.high)}{_unit(value.unit)}"


def _point(value: PointInTime) -> str:
    year = f"{value.year}年" if value.year else ""
    month = f"{value.month}月" if value.month else ""
    day = f"{value.day}日" if value.day else ""
    bound = value.bound.value if value.bound else ""
    return f"{value.label}{year}{month}{day}{value.part}{bound}"


def _number(value: Decimal) -> str:
    text = numbers.text(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _unit(unit: Unit) -> str:
    return f"({unit.name})" if unit.name else ""
