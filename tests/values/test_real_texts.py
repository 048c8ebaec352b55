"""Real cells and how a finance officer reads them."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

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
    Unreadable,
    Why,
    parse,
)

EQ, GE, LE, GT, LT = Sign.EQ, Sign.GE, Sign.LE, Sign.GT, Sign.LT

QUANTITIES = [
    # text, sign, number, unit, label
    ("=100.00(%)", EQ, "100", "%", ""),
    ("=100 (%)", EQ, "100", "%", ""),
    ("100.00 (%)", None, "100", "%", ""),
    ("≥95（%）", GE, "95", "%", ""),
    ("100％", None, "100", "%", ""),
    ("＞＝９５％", GE, "95", "%", ""),
    ("≧95", GE, "95", "", ""),
    ("﹦100％", EQ, "100", "%", ""),
    ("=<5次", LE, "5", "次", ""),
    ("≥=5", GE, "5", "", ""),
    ("=0", EQ, "0", "", ""),
    ("0起", None, "0", "起", ""),
    ("零起", None, "0", "起", ""),
    ("<48.00(小时)", LT, "48", "小时", ""),
    (">600.00(万/人次)", GT, "600", "万/人次", ""),
    ("=24.00(7 天*24 小时)", EQ, "24", "7天*24小时", ""),
    ("≤5.00(次/年)", LE, "5", "次/年", ""),
    ("30.68万份", None, "30.68", "万份", ""),
    ("≥80M", GE, "80", "M", ""),
    ("3000元/人/月", None, "3000", "元/人/月", ""),
    ("每人每月3000元", None, "3000", "元/人/月", ""),
    ("≤300元/人·天", LE, "300", "元/人·天", ""),
    ("每季度1次", None, "1", "次/季度", ""),
    ("每年不少于4次", GE, "4", "次/年", ""),
    ("1,094,910,000.00元", None, "1094910000", "元", ""),
    ("1，094，910元", None, "1094910", "元", ""),
    ("满意度≥95%", GE, "95", "%", "满意度"),
    ("满意度：≥95%", GE, "95", "%", "满意度"),
    ("环保达标率 100%", None, "100", "%", "环保达标率"),
    ("网办事项解决率达 90%以上", GE, "90", "%", "网办事项解决率"),
    ("企业满意度达到 95%以上", GE, "95", "%", "企业满意度"),
    ("投诉率达到5%以下", LE, "5", "%", "投诉率"),
    ("移交后 30 天", None, "30", "天", "移交后"),
    ("预计完成43万人次转移", None, "43", "万人次", "预计完成转移"),
    ("不低于90%", GE, "90", "%", ""),
    ("低于5%", LT, "5", "%", ""),
    ("不超过3‰", LE, "3", "‰", ""),
    ("控制在5%以内", LE, "5", "%", ""),
    ("80分以上", GE, "80", "分", ""),
    ("95%（含）以上", GE, "95", "%", ""),
    ("3个工作日内", LE, "3", "个工作日", ""),
    ("3年", None, "3", "年", ""),
    ("30日", None, "30", "日", ""),
    ("-5%", None, "-5", "%", ""),
    ("95个百分点", None, "95", "个百分点", ""),
    ("百分之九十五", None, "95", "%", ""),
    ("千分之五", None, "5", "‰", ""),
    ("九成以上", GE, "90", "%", ""),
    ("不少于三十人", GE, "30", "人", ""),
    ("五十万元", None, "50", "万元", ""),
    ("一万五千元", None, "15000", "元", ""),
    ("一个半小时", None, "1.5", "小时", ""),
    ("7分30秒", None, "450", "秒", ""),
    ("≤1小时20分", LE, "80", "分钟", ""),
    ("两小时三十分钟以内", LE, "150", "分钟", ""),
    ("2天12小时内", LE, "60", "小时", ""),
    ("1小时20分30秒", None, "4830", "秒", ""),
    ("一周2次", None, "2", "次/周", ""),
    ("≥6轮次", GE, "6", "轮次", ""),
    ("≥1500个/立方厘米", GE, "1500", "个/立方厘米", ""),
    ("例行巡检二次", None, "2", "次", "例行巡检"),
    ("（100%）", None, "100", "%", ""),
]

APPROXIMATE = [
    "约46万人次",
    "30人左右",
    "近5000人",
    "100余人",
    "10余万人次",
    "1.5万余人次",
    "5000多人",
]

RANGES = [
    ("90%-95%", "90", "95", "%"),
    ("90~95(%)", "90", "95", "%"),
    ("5至10天", "5", "10", "天"),
    ("1-2 人次", "1", "2", "人次"),
    ("1-3个工作日内", "1", "3", "个工作日"),
    ("5万-10万元", "5", "10", "万元"),
    ("三至五个工作日", "3", "5", "个工作日"),
]

POINTS = [
    ("2021年", PointInTime("", 2021, None, None)),
    ("=2021年", PointInTime("", 2021, None, None)),
    ("=2024.00(年)", PointInTime("", 2024, None, None)),
    ("二〇二四年", PointInTime("", 2024, None, None)),
    ("2021-12-31", PointInTime("", 2021, 12, 31)),
    ("2024/6/30之前", PointInTime("", 2024, 6, 30, Bound.BEFORE)),
    ("≤2024年6月", PointInTime("", 2024, 6, None, Bound.BEFORE)),
    ("12月31日前", PointInTime("", None, 12, 31, Bound.BEFORE)),
    ("2024年12月底前", PointInTime("", 2024, 12, None, Bound.BEFORE, "底")),
    ("2023年12月底前完成", PointInTime("", 2023, 12, None, Bound.BEFORE, "底", "完成")),
    ("2024年重阳节前", PointInTime("", 2024, None, None, Bound.BEFORE, "重阳节")),
    ("第四季度", PointInTime("", None, None, None, None, "第四季度")),
    ("每年12月底前", PointInTime("", None, 12, None, Bound.BEFORE, "底", "每年")),
]

WORDS = [
    "及时", "有效保障", "不高于同类市场价", "按规定时间执行", "及时掌握各类风险事项", "一网通办",
    "统一", "一次性", "零事故", "优良", "达标", "是", "与政策规定一致", "一户一策",
    "一人一档", "一村一品", "建立一企一档",
    "第一名", "永久",
]  # fmt: skip

WORDS_WITH_FIGURES = [
    "安全性 100%，稳定性 99%以上",
    "市区 2 小时，郊区 4 小时",
    "中心城区一个半小时内；郊区三个小时内",
    "1 个工作日内及时响应，1-3 个工作日内解决，特殊情况不晚于 1 周",
    "7×24小时",
    "2023.07-2024.01",
    "2024.1-12",
    "1:1",
    "1/2",
    "5G网络",
    "第1批",
    "前10名",
    "不发生1起以上事故",
    "不存在1起投诉",
    "未达到95%",
    "满意度-95%",
    "2023-2024年",
    "2024年完成50个项目",
    "90年代",
    "合格率100%，无投诉",
    "两年3次",
    "12345热线及时处置",
    "1,2,3期",
    "推广2.0版本",
    "两人一组",
    "一日三餐",
    "四个一批",
    "7.5分30秒",
    "3月15日8时30分",
]

UNREADABLE = [
    ("1,5人", Why.DIGIT_GROUPS),
    ("100,000,0", Why.DIGIT_GROUPS),
    ("1.2.3", Why.DECIMAL_POINTS),
    ("9 5%", Why.SPLIT_NUMBER),
    ("1O0%", Why.LETTER_IN_NUMBER),
    ("1234567890123456", Why.TOO_MANY_DIGITS),
    ("≥≤5", Why.SIGNS_DISAGREE),
    ("≥95%以下", Why.SIGNS_DISAGREE),
    ("≥90%-95%", Why.SIGNS_DISAGREE),
    ("≥", Why.SIGN_WITHOUT_NUMBER),
    ("≥（%）", Why.SIGN_WITHOUT_NUMBER),
    ("2024年2月30日", Why.IMPOSSIBLE_DATE),
    ("95%-90%", Why.REVERSED_RANGE),
]

GRADES = [
    ("达成年度指标", Grade.ACHIEVED),
    ("达成指标", Grade.ACHIEVED),
    ("达成预期指标", Grade.ACHIEVED),
    (" 已完成。", Grade.ACHIEVED),
    ("部分达成年度指标并具有一定效果", Grade.PARTLY_ACHIEVED),
    ("部分达成指标", Grade.PARTLY_ACHIEVED),
    ("未达成年度指标且效果较差", Grade.NOT_ACHIEVED),
    ("未完成", Grade.NOT_ACHIEVED),
]


@pytest.mark.parametrize(("text", "sign", "number", "unit", "label"), QUANTITIES)
def test_quantity(text: str, sign: Sign | None, number: str, unit: str, label: str) -> None:
    value = parse(text)
    assert isinstance(value, Quantity)
    assert (value.sign, value.number, value.label) == (sign, Decimal(number), label)
    assert value.unit.name == unit
    assert not value.approximate


@pytest.mark.parametrize("text", APPROXIMATE)
def test_approximate(text: str) -> None:
    value = parse(text)
    assert isinstance(value, Quantity)
    assert value.approximate


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES)
def test_range(text: str, low: str, high: str, unit: str) -> None:
    value = parse(text)
    assert isinstance(value, Range)
    assert (value.low, value.high, value.unit.name) == (Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(("text", "point"), POINTS)
def test_point_in_time(text: str, point: PointInTime) -> None:
    assert parse(text) == point


@pytest.mark.parametrize("text", WORDS)
def test_words(text: str) -> None:
    assert parse(text) == Qualitative("", None, text)


@pytest.mark.parametrize("text", WORDS_WITH_FIGURES)
def test_several_figures_are_words_for_a_person(text: str) -> None:
    value = parse(text)
    assert isinstance(value, Qualitative)
    assert value.figures
    assert value.grade is None


@pytest.mark.parametrize(("text", "why"), UNREADABLE)
def test_unreadable(text: str, why: Why) -> None:
    assert parse(text) == Unreadable("", why)


@pytest.mark.parametrize(("text", "grade"), GRADES)
def test_grade(text: str, grade: Grade) -> None:
    value = parse(text)
    assert isinstance(value, Qualitative)
    assert value.grade is grade


@pytest.mark.parametrize("text", ["不适用", "无", "N/A", "n/a", "/", "／", "—", "——", "无。"])
def test_not_applicable(text: str) -> None:
    assert isinstance(parse(text), NotApplicable)


@pytest.mark.parametrize("text", [None, "", "  ", "\u3000", "\n"])
def test_blank(text: str | None) -> None:
    assert isinstance(parse(text), Blank)


CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of published forms is not here")
def test_every_published_cell_is_read() -> None:
    forms = [json.loads(path.read_text("utf-8")) for path in sorted(CORPUS.glob("*.json"))]
    cells = [row.get(key) for form in forms for row in form["indicators"] for key in row.keys()
             & {"target", "actual"}]  # fmt: skip
    assert cells
    assert not [cell for cell in cells if isinstance(parse(cell), Unreadable)]
