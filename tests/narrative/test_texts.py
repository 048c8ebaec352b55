"""Totals, years, delays, copies and commonplaces in a text."""

from decimal import Decimal

import pytest

from generator.forms.narrative import (
    delay_in,
    is_copy,
    prose,
    quoted,
    says_nothing,
    stated_totals,
    years_planned,
)
from tests.narrative.tables import table

TOTALS = table(
    """
    总投入202.64万元，其中场地费80万元，教材费94万元                   | 2026400 | 1740000
    项目总预算2,026,400元：设备费800,000元，软件费940,000元            | 2026400 | 1740000
    场地费2万元、教材费3万元，合计6万元                                | 60000   | 50000
    年初预算2万元，调入预算3万元，共计5万元，用于购买设备4.94万元      | 50000   | 50000
    """
)
NO_TOTALS = [
    "总投入100万元，其中场地费20万元、教材费30万元等",
    "总投入100万元，其中主要是场地费20万元、教材费30万元",
    "资金总额100万元，其中财政拨款100万元",
    "场地费20万元、教材费30万元",
    "总投入约100万元，其中场地费20万元、教材费30万元",
    "补助共计30万元，其中每人3000元，每户500元",
]


@pytest.mark.parametrize(("text", "total", "parts"), TOTALS)
def test_a_stated_total_and_its_parts(text: str, total: str, parts: str) -> None:
    (stated,) = stated_totals(prose(text))
    assert (stated.total, stated.sum) == (Decimal(total), Decimal(parts))
    assert stated.adds_up is (total == parts)


@pytest.mark.parametrize("text", NO_TOTALS)
def test_texts_that_state_no_total_of_exact_parts(text: str) -> None:
    assert list(stated_totals(prose(text))) == []


def test_rounded_parts_may_differ_by_their_last_digit() -> None:
    (stated,) = stated_totals(prose("总投入10.0万元，其中甲3.33万元、乙6.68万元"))
    assert stated.adds_up


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2023年计划举办培训10场", [2023]),
        ("2024年完成劳动能力鉴定3000件", [2024]),
        ("医疗费按照1998年原社保局的规定执行", []),
        ("在2023年基础上开展培训", []),
        ("依据2022年印发的办法开展培训", []),
        ("“十四五”期间（2021-2025年）完成培训", []),
        ("剩余工作结转至2022年完成", []),
        ("2023年9月至2024年8月举办培训", []),
    ],
)
def test_the_years_a_text_plans_for(text: str, years: list[int]) -> None:
    assert [named.year for named in years_planned(prose(text))] == years


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("皮鞋已配送，工作服因供货延迟影响，延期交付。", "工作服因供货延迟影响,延期交付"),
        ("剩余20%的档案结转至2022年完成", "剩余20%的档案结转至2022年完成"),
        ("因场地原因，两场培训未按时举办", "两场培训未按时举办"),
        ("未按计划在11月底前完成", "未按计划在11月底前完成"),
        ("已支付合同价80%的款项，剩余档案整理工作结转至2022年", "剩余档案整理工作结转至2022年"),
        ("培训由9月推迟至10月举办，但全年任务如期完成", None),
        ("尚有尾款13.8万元未支付，结转下年", None),
        ("因申报材料不全，13.11万元结转下年支付", None),
        ("因供货延迟，20万元的设备结转下年采购", "因供货延迟,20万元的设备结转下年采购"),
        ("部分苗木补植顺延至2025年春季", "部分苗木补植顺延至2025年春季"),
        ("截至年底，3个标段未竣工", "3个标段未竣工"),
        ("11月的评审会改期至12月举行", "11月的评审会改期至12月举行"),
        ("设备逾期未交付", "设备逾期未交付"),
        ("逾期未整改企业12家，均已立案", None),
        ("上年度未完成的2项任务已于一季度完成", None),
        ("全年未出现延期", None),
        ("上年结转资金已全部支付", None),
        ("为企业办理延期缴费", None),
        ("按计划于11月完成", None),
    ],
)
def test_words_of_delay(text: str, delay: str | None) -> None:
    assert delay_in(prose(text)) == delay


GOAL = "完成基层人员培训10场，提高业务能力，学员满意度95%以上，培训制度健全。"


@pytest.mark.parametrize(
    ("result", "copied"),
    [
        (GOAL, True),
        (f"<p>{GOAL}</p>", True),
        ("已完成了基层人员培训10场，提高业务能力，学员满意度95%以上，培训制度健全", True),
        (GOAL.replace("10", "12"), False),
        ("全年举办培训10场，业务能力明显提高，制度已经印发。", False),
        (None, False),
    ],
)
def test_a_result_that_repeats_the_goal(result: str | None, copied: bool) -> None:
    assert is_copy(GOAL, result) is copied


@pytest.mark.parametrize(
    ("result", "nothing"),
    [
        ("按计划完成年度绩效目标", True),
        ("各项年度目标均如期实现", True),
        ("培训经费项目已全部完成。", True),
        ("圆满完成各项工作任务，达到预期目标。", True),
        ("按计划完成培训10场", False),
        ("各项目标均已完成，群众办事更方便", False),
        (None, False),
    ],
)
def test_a_result_that_says_nothing(result: str | None, nothing: bool) -> None:
    assert says_nothing(result, ("培训经费",)) is nothing


def test_quotes_have_chinese_punctuation_and_no_number_of_a_list() -> None:
    assert quoted("2、发放(含补发)1,200份,覆盖率100%") == "发放（含补发）1,200份，覆盖率100%"
