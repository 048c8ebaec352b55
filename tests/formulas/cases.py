"""Targets and actuals for the differential tests: the common grammar in every dress, and beyond."""

import random
from dataclasses import dataclass
from decimal import Decimal

SIGNS = ["", "=", "＝", "﹦", "≥", "≧", ">", "＞", ">=", "≤", "≦", "<", "＜", "<="]
UNITS = [
    "",
    "%",
    "人",
    "人次",
    "次",
    "件",
    "条",
    "份",
    "项",
    "小时",
    "天",
    "元",
    "起",
    "个",
    "级",
    "分",
]
GRADES = [
    "达成年度指标",
    "达成指标",
    "部分达成年度指标并具有一定效果",
    "未达成年度指标且效果较差",
]
WORDS = ["及时", "有效保障", "提升", "按规定时间执行", "安全", "建立健全", "不影响日常业务工作开展"]

OUTSIDE = [
    "百分之九十五", "三十日", "不少于三十人", "90%-95%", "5至10天", "约46万人次", "95%以上",
    "=2021年", "2024年12月底前", "12:30", "2:30", "3月1日", "1E3", "5E3次", "1,5人", "1.2.3",
    "1,23,456元", "=１００％", "９５%", "①项", "满意度≥95%", "安全性 100%，稳定性 99%以上", "≥",
    "%", "", "不适用", "无", "/", "1 000人", "0x10", "-5%", "+5%", "1O0%",
    "12345678901234567人", "=24.00(7 天*24 小时)", "≥80兆", "100|%", "*", "?", "~", "=|≥5",
    "一网通办", "九成", "≥95%以下", "5.", ".5", "5,", "0,5", "1.234,5", "TRUE", "=A1", "95％%",
    "=1+1", "≤7分30秒", "7分30秒", "7分50秒", "≤1小时20分", "1小时30分钟", "1.5万余人次", "一周2次",
    "两年3次", "≥6轮次", "6(轮)", "≥5(轮次)", "≤30(毫克)", "1500个/立方厘米",
]  # fmt: skip
"""Texts the workbook's formulas do not read: their score must be empty, or the engine's."""


@dataclass(frozen=True, slots=True)
class Case:
    """One indicator row; ``common`` tells that the formulas have to score it."""

    target: str
    actual: str
    weight: Decimal
    common: bool


def common_cases(count: int, seed: int) -> list[Case]:
    """Return cases of the declared grammar: every sign and unit, in all its spellings."""
    chance = random.Random(seed)
    cases = []
    for number in range(count):
        if number % 6 == 0:
            cases.append(_words(chance))
        else:
            sign, unit = SIGNS[number % len(SIGNS)], UNITS[number // 7 % len(UNITS)]
            cases.append(_numbers(chance, sign, unit))
    return cases


def _words(chance: random.Random) -> Case:
    target = chance.choice(WORDS)
    actual = chance.choice([*GRADES, target, "100%", "100.00(%)"])
    return Case(_blanks(chance, target), _blanks(chance, actual), _weight(chance), common=True)


def _numbers(chance: random.Random, sign: str, unit: str) -> Case:
    goal = chance.choice([_number(chance), Decimal(0), Decimal(100)])
    near = [goal, goal * 2, goal + 1, goal / 2, goal * Decimal("1.005"), _number(chance)]
    actual = abs(chance.choice(near)).quantize(Decimal("0.01"))
    return Case(
        sign + _blanks(chance, _written(chance, goal) + _unit(chance, unit)),
        chance.choice(["", "", "", "="]) + _written(chance, actual) + _unit(chance, unit),
        _weight(chance),
        common=True,
    )


def _number(chance: random.Random) -> Decimal:
    digits = chance.choice([1, 2, 3, 5, 8])
    return Decimal(chance.randrange(1, 10**digits)).scaleb(-chance.choice([0, 0, 1, 2]))


def _written(chance: random.Random, number: Decimal) -> str:
    return chance.choice([f"{number:f}", f"{number:,f}", f"{number:.2f}" if number else "0.00"])


def _unit(chance: random.Random, unit: str) -> str:
    if not unit:
        return ""
    return chance.choice([unit, f"({unit})", f"（{unit}）", f" ({unit})", f" {unit}"])


def _weight(chance: random.Random) -> Decimal:
    return chance.choice([Decimal(n) for n in ("1", "2.5", "3", "7.77", "10", "13.33", "20", "0")])


def _blanks(chance: random.Random, text: str) -> str:
    return chance.choice([text, text, f" {text}", f"{text} ", f"　{text}"])


def odd_cases(count: int, seed: int) -> list[Case]:
    """Return cases with something outside the grammar on one side or both."""
    chance = random.Random(seed)
    inside = ["=100(%)", "≥95%", "100人", "及时", "达成指标", "95%", "3次", *GRADES]
    cases = []
    for number in range(count):
        odd = OUTSIDE[number % len(OUTSIDE)] if number % 3 else _garbage(chance)
        pair = [odd, chance.choice([*inside, *OUTSIDE])]
        chance.shuffle(pair)
        cases.append(Case(*pair, _weight(chance), common=False))
    return cases


def _garbage(chance: random.Random) -> str:
    alphabet = (
        "0123456789.,，%％()（） 　=≥≤><≧≦＝＞＜-~至以上下内约万亿人次天年月日达成指标一二三十百|*?"
    )
    return "".join(chance.choice(alphabet) for _ in range(chance.randrange(1, 9)))
