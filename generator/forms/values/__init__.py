"""Target and actual values (年度指标值, 实际完成值): read, print and compare them exactly."""

from generator.forms.values.compare import (
    Assumed,
    Comparable,
    Comparison,
    Incomparable,
    Mismatch,
    compare,
)
from generator.forms.values.parse import parse, says_not_applicable
from generator.forms.values.readings import (
    BARE,
    Blank,
    Bound,
    Grade,
    NotApplicable,
    PointInTime,
    Qualitative,
    Quantity,
    Range,
    Sign,
    Unit,
    Unreadable,
    Value,
    Why,
)
from generator.forms.values.render import render
from generator.forms.values.units import unit

__all__ = [
    "BARE",
    "Assumed",
    "Blank",
    "Bound",
    "Comparable",
    "Comparison",
    "Grade",
    "Incomparable",
    "Mismatch",
    "NotApplicable",
    "PointInTime",
    "Qualitative",
    "Quantity",
    "Range",
    "Sign",
    "Unit",
    "Unreadable",
    "Value",
    "Why",
    "compare",
    "parse",
    "render",
    "says_not_applicable",
    "unit",
]
