"""Which names are one indicator under two wordings, and which are two indicators."""

import pytest

from generator.forms.comparison.likeness import is_slip, likeness
from generator.forms.comparison.names import essence, normalised, same_body

ONE_INDICATOR = [
    ("档案查询用户满意度", "档案查询利用用户满意度"),
    ("公务用车日常运行和维护到位率", "公务车辆日常运行维护到位率"),
    ("年度微信推文发布数", "微信推文发布数"),
    ("年度微信阅读总量", "微信总阅读数"),
    ("数字化外包工作完成时点", "数字化外包完成时点"),
    ("审计报告质量验收合格率", "审计、核查报告质量验收合格率"),
    ("参保单位投诉率", "参保单位投诉率(有责投诉)"),
    ("代理人满意度", "职业年金代理人满意度"),
    ("可勤人员出勤率", "司勤人员出勤率"),
    ("V2.0社保业务经办流程无纸化率", "V3.0 社保业务经办流程无纸化率"),
    ("征地养老管理信息系统(2024年运维)", "征地养老管理信息系统(2025年运维)"),
]

TWO_INDICATORS = [
    ("参保人员投诉率", "参保单位投诉率"),
    ("社会保险费征缴准确率", "社会保险费征缴及时率"),
    ("服装制作计划完成率", "服装制作计划合格率"),
    ("各类通知书告知书印制准确率", "各类通知书告知书打印准确率"),
    ("委托第三方机构审计工作完成率", "委托第三方机构评估工作完成率"),
    ("养老待遇发放人员准确率", "养老待遇发放标准准确率"),
    ("微信推文发布数", "微信推文发布质量"),
    ("一期工程完成率", "二期工程完成率"),
    ("培训100人以上班次", "培训200人以上班次"),
    ("社区院内服务满意度", "社区院外服务满意度"),
    ("设备检测达标率", "设备检测不达标率"),
    ("档案丢失率", "档案损坏率"),
    ("社会保险经办业务费", "社会保险核查业务费"),
    ("征地养老费支出", "征地养老慰问经费"),
    ("满意度", "参保单位满意度"),
]


@pytest.mark.parametrize(("one", "other"), ONE_INDICATOR)
def test_names_of_one_indicator_are_alike(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.75
    assert likeness(one, other) == likeness(other, one)


@pytest.mark.parametrize(("one", "other"), TWO_INDICATORS)
def test_names_of_two_indicators_are_not_alike(one: str, other: str) -> None:
    assert likeness(one, other) == 0
    assert likeness(other, one) == 0


def test_no_name_is_like_nothing() -> None:
    assert likeness(None, None) == likeness("档案丢失率", None) == 0


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("可勤人员出勤率", "司勤人员出勤率", True),
        ("V2.0社保业务经办流程无抵化率", "V3.0 社保业务经办流程无纸化率", True),
        ("资产损失率吧", "资产损失率", True),
        ("档案查询用户满意度", "档案查询利用用户满意度", False),
        ("公务用车运行到位率", "公务车辆运行到位率", False),
        ("审计报告合格率", "核查报告合格率", False),
        ("市级培训合格率", "区级培训合格率", False),
        ("档案丢失率", "档案丢失率", False),
    ],
)
def test_a_slip_is_one_or_two_single_characters(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip
    assert is_slip(other, one) is slip


def test_normalised_names_differ_in_no_blank_bracket_or_width() -> None:
    assert normalised("投诉率（有责 投诉）") == normalised("投诉率(有责投诉)")
    assert normalised("通知书、告知书") == normalised("通知书告知书")
    assert normalised("Ｖ2.0流程") == "V2.0流程"
    assert normalised(None) == ""


def test_the_essence_keeps_words_that_only_begin_like_a_filler() -> None:
    assert essence("和谐小区及时维修的质量等级") == "和谐小区及时维修质量等级"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("上海市闵行区人力资源和社会保障局(汇总)", "闵行区人力资源和社会保障局", True),
        ("上海市人力资源和社会保障局", "上海市人力资源和社会保障局（本级）", True),
        ("上海市人力资源和社会保障局", "上海市闵行区人力资源和社会保障局", False),
        ("实验第二中学", "第二中学", False),
        (None, None, False),
    ],
)
def test_bodies_are_recognised_under_region_and_note(
    one: str | None, other: str | None, same: bool
) -> None:
    assert same_body(one, other) is same
    assert same_body(other, one) is same
