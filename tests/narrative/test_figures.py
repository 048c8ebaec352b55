"""Figures in a text, as a reader would list them."""

from decimal import Decimal

import pytest

from generator.forms.narrative import Figure, figures, prose
from tests.narrative.tables import table

FIGURES = table(
    """
    培训合格率达到98%                         | 98%
    满意度均达到90%以上                       | ≥90%
    投诉率不超过0.01%                         | ≤0.01%
    职工满意率高于95%                         | >95%
    完成劳动能力鉴定3000件                    | 3000件
    寄出约30.5万份                            | 约30.5万份
    培训1,200余人次                           | 约1200人次
    惠及群众1.5万余人次，发放3万多份          | 约1.5万人次；约3万份
    每个分中心每天1-2人次志愿者               | 1~2人次/天
    年初预算2万元，实际支付174.66万元         | 2万元；174.66万元
    每人补助300元                             | 300元/人
    每人每月300元                             | 300元/人/月
    第三方审计完成率100%、满意度95%以上       | 100%；≥95%
    参保单位1,234家，参保人员5万人            | 1234家；5万人
    """
)
NONE = [
    "按照1998年原社保局的规定执行",
    "执行《关于省内转移的通知（粤社保函〔2021〕66号）》",
    "依据GA400-2002和GB50166-2007，系统升级到V2.0.1",
    "拨打12333咨询热线",
    "1、确保按时上线2、保证效率提高",
    "5G网络覆盖，24小时值守的3号楼",
    "提高经办服务水平",
    "百分之九十五的群众，分两批",
    "",
]


def written(figure: Figure) -> str:
    """Write a figure as the tables of this module do."""
    sign = figure.sign.value if figure.sign else ""
    about = "约" if figure.approximate else ""
    low = f"{figure.low}~" if figure.low is not None else ""
    return f"{sign}{about}{low}{figure.number}{figure.unit.name}"


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_the_figures_of_a_text(text: str, expected: str) -> None:
    assert "；".join(map(written, figures(prose(text)))) == expected


@pytest.mark.parametrize("text", NONE)
def test_numbers_that_are_no_figures(text: str) -> None:
    found = figures(prose(text))
    assert [figure for figure in found if figure.unit.dimension != "time"] == []


def test_amounts_are_in_yuan_and_know_their_last_digit() -> None:
    (amount,) = figures(prose("实际支付174.66万元"))
    assert (amount.value, amount.step) == (Decimal(1746600), Decimal(100))
    assert amount.is_money
    assert not amount.is_count


def test_so_much_for_each_is_no_amount_of_the_project() -> None:
    (each,) = figures(prose("每人补助300元"))
    assert not each.is_money


def test_a_figure_knows_the_words_around_it() -> None:
    (figure,) = figures(prose("截至年底，全年完成劳动能力鉴定3000件以上并全部送达。"))
    assert figure.before == "全年完成劳动能力鉴定"
    assert figure.after == "并全部送达"
    assert figure.clause == "全年完成劳动能力鉴定3000件以上并全部送达"


def test_markup_and_blanks_make_no_difference() -> None:
    marked = figures(prose("<p>满意度不低于 95%，</p> <p>完成率 100%。</p>"))
    assert [written(figure) for figure in marked] == ["≥95%", "100%"]
