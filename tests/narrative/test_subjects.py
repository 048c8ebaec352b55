"""What a figure measures, and which indicators measure the same."""

import pytest

from generator.forms.narrative import (
    Subject,
    counts_same_thing,
    figures,
    prose,
    same_thing,
    subject_of,
    subjects,
)
from tests.narrative.tables import table

SUBJECTS = table(
    """
    鉴定对象满意度达90%                              | 鉴定对象:满意
    职工满意率高于95%                                | 职工:满意
    养老待遇发放准确率、费用使用及时率均达到100%     | 养老待遇发放:准确；费用使用:及时
    参保人员及相关机构、部门满意度100%               | 参保人员:满意；相关机构:满意；部门:满意
    计划完成率和验收合格率均为100%                   | 计划:完成；验收:合格
    单位和个人的有责投诉比率都低于1%                 | 单位:投诉；个人的有责:投诉
    完成率为100%                                     | :完成
    剩余20%的档案                                    |
    """
)


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_what_a_percentage_is_given_for(text: str, expected: str) -> None:
    (figure,) = figures(prose(text))
    told = "；".join(f"{subject.object}:{subject.measure}" for subject in subjects(figure))
    assert told == expected


def test_the_second_name_borrows_the_measure_of_the_first() -> None:
    first, second = figures(prose("参保人员满意度不低于99%，相关部门不低于95%"))
    assert subjects(second, first) == (Subject("满意", "相关部门"),)


def test_another_sentence_borrows_nothing() -> None:
    first, second = figures(prose("使用人员满意度达到90%。交办事项100%"))
    assert subjects(second, first) == ()


@pytest.mark.parametrize(
    ("said", "name", "same"),
    [
        ("养老待遇发放准确率", "养老待遇发放人员准确率", True),
        ("软件使用人员满意度", "系统使用人员满意度", True),
        ("职工满意率", "职工满意度", True),
        ("满意度", "办事群众满意度", True),
        ("项目管理人员满意度", "征地养老人员满意度", False),
        ("档案损坏率", "档案丢失率", False),
        ("审计完成率", "审计及时率", False),
    ],
)
def test_a_text_and_an_indicator_speak_of_one_thing(said: str, name: str, same: bool) -> None:
    one, other = subject_of(said), subject_of(name)
    assert one is not None
    assert other is not None
    assert same_thing(one, other) is same


@pytest.mark.parametrize(
    ("text", "name", "same"),
    [
        ("全年举办培训10场", "举办培训场次", True),
        ("发布微信推文175条", "年度微信推文发布数", True),
        ("发布短视频20条", "年度微信推文发布数", False),
        ("培训150人", "培训人数", False),
    ],
)
def test_a_count_stands_among_the_words_of_a_name(text: str, name: str, same: bool) -> None:
    """What is left of 培训人数 without the counting is too short to tell."""
    (figure,) = figures(prose(text))
    assert counts_same_thing(figure, name) is same
