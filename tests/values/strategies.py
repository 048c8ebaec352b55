"""Readings of every kind, and texts in the alphabet of target and actual cells."""

from decimal import Decimal

from hypothesis import strategies as st

from generator.forms.values import (
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
    unit,
)

LABELS = ["", "满意度", "网办事项解决率", "移交后", "增长", "无纸化率"]
UNITS = ["", "%", "‰", "人", "人次", "万人次", "份", "万份", "元", "万元", "小时", "天", "次/月",
         "元/人/月", "工作日", "GB", "亩", "亿", "M", "7天*24小时", "尾"]  # fmt: skip

numbers = st.decimals(0, 10**9, places=2) | st.integers(0, 10**6).map(Decimal)
units = st.sampled_from(UNITS).map(unit)
labels = st.sampled_from(LABELS)


@st.composite
def quantities(draw: st.DrawFn, measured: st.SearchStrategy[Unit] = units) -> Quantity:
    number = draw(numbers)
    return Quantity(
        text="",
        sign=draw(st.none() | st.sampled_from(Sign)),
        number=number,
        unit=draw(measured),
        label=draw(labels),
        approximate=draw(st.booleans()),
    )


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low, high = sorted((draw(numbers), draw(numbers)))
    return Range("", low, high, draw(units), draw(labels), draw(st.booleans()))


@st.composite
def points(draw: st.DrawFn) -> PointInTime:
    month = draw(st.none() | st.integers(1, 12))
    day = draw(st.none() | st.integers(1, 28)) if month else None
    parts = ["", "底", "上旬"] if month and not day else [""]
    return PointInTime(
        text="",
        year=draw(st.integers(1900, 2100)),
        month=month,
        day=day,
        bound=draw(st.none() | st.sampled_from(Bound)),
        part=draw(st.sampled_from(parts)),
        label=draw(st.sampled_from(["", "完成", "竣工验收"])),
    )


words = st.sampled_from(["及时", "有效保障", "不高于同类市场价", "一网通办", "统一标准"]).map(
    lambda text: Qualitative(text, None, text)
)
grades = st.sampled_from(Grade).map(lambda grade: Qualitative("", grade, grade.value))
values = (
    quantities() | ranges() | points() | words | grades
    | st.just(Blank()) | st.just(NotApplicable(""))
)  # fmt: skip

CELL_ALPHABET = (
    "0123456789.,，%％‰=≥≤><＞≧ ()（）-—~～/、；。:+×天小时人次万亿元年月日季度个半前内底后"
    "不低于高超过约近左右以上下达到至多少零一二三十百千成分之满意度率完成无第每O"
)
cell_texts = st.text(st.sampled_from(CELL_ALPHABET), max_size=14)
