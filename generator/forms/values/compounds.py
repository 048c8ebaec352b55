"""Lengths of time in two units: 7分30秒 is 450秒, 1小时20分 is 80分钟, 2天12小时 is 60小时."""

import re
from collections.abc import Callable

from generator.forms.values.numerals import NUMERALS, numeral

_FIRST = f"(?<![0-9.{NUMERALS}])([0-9]{{1,6}}|[{NUMERALS}]{{1,4}})"
_SECOND = "零?([0-9]{1,2})"
_STEPS = (
    # 一天12小时 may as well be so much every day.
    ("天", "小时", f"(?!一天){_FIRST}天{_SECOND}个?小时", 24),
    ("小时", "分钟", f"{_FIRST}个?小时{_SECOND}分钟?(?!之[^内前])", 60),
    ("分", "秒", f"{_FIRST}分钟?{_SECOND}秒钟?", 60),
)
"""The larger unit, the smaller, both in one pattern, and how many of the smaller the larger has.

From the longest units to the shortest, so that 1小时20分30秒 goes through minutes.
"""


def in_one_unit(cell: str) -> str:
    """Return the folded ``cell`` with every length of time in two units written in the smaller.

    The numeral next to a final unit is written in figures already (:func:`spell_out`).
    """
    for larger, smaller, pattern, worth in _STEPS:
        if larger in cell and smaller[0] in cell:  # 分 is short for 分钟
            cell = re.sub(pattern, _joiner(worth, smaller), cell)
    return cell


def _joiner(worth: int, unit: str) -> Callable[[re.Match[str]], str]:
    def join(match: re.Match[str]) -> str:
        first = int(match[1]) if match[1].isdecimal() else numeral(match[1])
        return match[0] if first is None else f"{first * worth + int(match[2])}{unit}"

    return join
