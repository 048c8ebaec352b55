"""RSN-4 to RSN-7: what a reason says."""

from pathlib import Path

import pytest

from generator.forms.checks.reason_words import (
    ReasonWords,
    is_commonplace,
    is_cut_off,
    names_measure,
)
from generator.forms.data_files import DataFileError, read_record
from generator.forms.models import SelfEvaluationForm
from generator.resources import templates
from tests.forms.forms import broken, evaluation, found, only, rules

ROW = "indicators[6]"  # ≥95(%), 90(%): 9.47 of 10
FILLED = "".join(chr(first) for first in range(ord("乀"), ord("乀") + 100))
"""A text as long as a cell of 100 characters."""


def _with(reason: str) -> SelfEvaluationForm:
    return broken(evaluation(), (f"{ROW}.deviation_analysis", reason))


def _fired(reason: str) -> dict[str, str]:
    return rules(found(_with(reason)))


@pytest.mark.parametrize(
    "reason",
    [
        "少数上报故障未及时修复",
        "技术、维修时效等服务有提升空间",
        "因经费控制，个别办公需求未能购买。",
        "转移业务减少，已完成全部邮寄。",
        "该项目未收到投诉，基本满意，所以酌情扣分。",
        "整改不及时，推进缓慢。",
        "拟建场馆征地困难，目前已停工。",
        "后续资金到位较晚。",
    ],
)
def test_rsn4_notes_a_reason_without_a_measure(reason: str) -> None:
    assert _fired(reason) == {"RSN-4": "info"}


@pytest.mark.parametrize(
    "reason",
    [
        "初检合格率不高。措施：提高数字化加工质量。",
        "因中标金额比预算低，改进措施：编报预算前多方询价。",
        "场地不足，已更换场地。",
        "把用户放在第一位，提高系统运行质量",
        "有1件投诉因告知不及时引起，已回访并优化告知流程。",
        "仅完成线下宣传，接口恢复后将加快签发。",
        "人员到岗较晚。将加快招聘，三月底前到位。",
        "剩余档案结转至下一年度整理。",
        "1.台风影响；2.人员不足。拟招录协管员3名。",
        "按合同约定据实开展，后期加大力度",
        "客流下降，目前已与旅行社签订合作协议。",
        "材料涨价导致超支，后续通过集中采购降低单价。",
        "停车位不足，拟新增停车位50个。",
        "软件接口未开放，正在与对方商定。",
        "2台车辆上牌较晚，现已投入使用。",
        "合同约定的尾款在2025年支付。",  # the form is of 2024
    ],
)
def test_rsn4_passes_a_measure(reason: str) -> None:
    assert _fired(reason) == {}


@pytest.mark.parametrize(
    "reason",
    [
        "今后将进一步加强管理。",
        "由于客观原因未完成",
        "受客观因素影响，有待提高。",
        "工作有提升空间，需继续努力。",
        "酌情扣分",
        "未达到目标值。",
    ],
)
def test_rsn4_warns_of_a_commonplace(reason: str) -> None:
    assert _fired(reason) == {"RSN-4": "warning"}


@pytest.mark.parametrize(
    "reason", ["疫情影响，加强管理", "系统故障", "窗口排队有提升空间", "客流增加30%"]
)
def test_a_commonplace_says_nothing_at_all(reason: str) -> None:
    assert not is_commonplace(reason)


def test_rsn4_tells_rows_that_share_a_text_once() -> None:
    form = _with("设备老化")
    for index in (0, 1):
        broken(form, (f"indicators[{index}].score", "9"))
        broken(form, (f"indicators[{index}].deviation_analysis", "设备老化"))
    finding = only("RSN-4", found(form))
    assert finding.field == "indicators[0].deviation_analysis"
    assert finding.message.startswith("第1、2、7项指标")


def test_rsn5_notes_one_text_on_three_rows() -> None:
    form = _with("设备老化，已更换设备。")
    for index in (0, 1):
        broken(form, (f"indicators[{index}].score", "9"))
        broken(form, (f"indicators[{index}].deviation_analysis", "设备老化，已更换设备。"))
    finding = only("RSN-5", found(form))
    assert (finding.field, finding.severity.value) == ("indicators[0].deviation_analysis", "info")
    broken(form, ("indicators[1].deviation_analysis", "网络老化，已更换设备。"))
    assert "RSN-5" not in rules(found(form))


def test_rsn6_notes_a_reason_beside_full_marks() -> None:
    form = broken(evaluation(), ("indicators[0].deviation_analysis", "个别场次人数偏少。"))
    assert rules(found(form)) == {"RSN-6": "info"}


def test_rsn6_notes_a_reason_for_a_missed_target_with_full_marks() -> None:
    form = broken(evaluation(), (f"{ROW}.score", "10"))
    assert "没有完成指标值" in only("RSN-6", found(form)).message


@pytest.mark.parametrize("reason", ["认真负责", "良好。", "已完成", "无偏差"])
def test_rsn6_notes_a_virtue_in_the_place_of_a_reason(reason: str) -> None:
    assert _fired(reason) == {"RSN-6": "info"}


@pytest.mark.parametrize("words", ["无偏差", "已完成", "无", "/"])
def test_rsn6_passes_full_marks_with_nothing_to_explain(words: str) -> None:
    form = broken(evaluation(), ("indicators[0].deviation_analysis", words))
    assert found(form) == []


def test_rsn6_passes_a_reason_for_more_than_was_aimed_at() -> None:
    form = broken(
        evaluation(),
        ("indicators[0].actual", "12(场)"),
        ("indicators[0].deviation_analysis", "应基层要求增加两场。"),
    )
    assert "RSN-6" not in rules(found(form))


@pytest.mark.parametrize(
    "reason",
    [
        "推文发布未能达到计划值，全年阅读量也随之",
        "推文发布未能达到计划值，年度阅读量相应",
        "受疫情影响，",
        "系统对接晚（原定三月",
        FILLED,
    ],
)
def test_rsn7_notes_a_reason_that_was_cut_off(reason: str) -> None:
    fired = _fired(reason)
    assert fired == {"RSN-7": "info"}


@pytest.mark.parametrize(
    "reason", ["设备故障", "受疫情影响", "因疫情（二月起）停办", "年度阅读量相应减少", FILLED[1:]]
)
def test_rsn7_passes_short_and_whole_texts(reason: str) -> None:
    assert not is_cut_off(reason)


def test_a_later_year_is_a_measure_only_after_the_form_s_own() -> None:
    assert names_measure("尾款在2025年支付", 2024)
    assert not names_measure("合同在2024年签订", 2024)
    assert not names_measure("尾款在2025年支付", None)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("fillers:", "filler:", "fillers: Field required"),
        ("cell_limits: [100,", "cell_limits: [hundred,", "cell_limits"),
        ("brackets: [[", "brackets: [[x, ", "brackets"),
    ],
)
def test_a_broken_word_list_says_what_is_wrong(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    text = templates("vocabularies", "reasons.yaml").read_text("utf-8")
    assert old in text
    path = tmp_path / "reasons.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError, match=words):
        read_record(path, ReasonWords)
