"""Indicators issued with a self-evaluation: changed, removed, added, moved; and near misses."""

from decimal import Decimal

import pytest

from tests.forms.forms import evaluation, target
from tests.issued.tampering import Typed, found, issued, only, place, rules, typed

ISSUED = issued(evaluation())
NAME, TARGET, WEIGHT = (
    [place(ISSUED, f"indicators[{n}].{column}") for n in range(7)]
    for column in ("name", "target", "weight")
)
ROW = {"name": NAME, "target": TARGET, "weight": WEIGHT}
ACTUAL, SCORE = (
    [place(ISSUED, f"indicators[{n}].{column}") for n in range(7)] for column in ("actual", "score")
)


def test_a_form_as_issued_departs_in_nothing() -> None:
    assert found(ISSUED) == []


def test_a_target_lowered() -> None:
    one = only(typed(ISSUED, {TARGET[4]: "≥80(%)"}))
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-1", "error")
    assert one.cell == TARGET[4] and one.finding.field == "indicators[4].target"
    assert "指标值被改动：发出“≥90(%)”，退回“≥80(%)”" in one.finding.message
    assert (one.finding.entered, one.finding.expected) == ("≥80(%)", "≥90(%)")


def test_a_weight_shifted_to_an_easier_indicator() -> None:
    moved = found(typed(ISSUED, {WEIGHT[0]: Decimal(10), WEIGHT[1]: Decimal(15)}))
    assert [(each.finding.rule, each.cell) for each in moved] == [
        ("ISS-1", WEIGHT[0]),
        ("ISS-1", WEIGHT[1]),
    ]
    assert "发出“15”，退回“10”" in moved[0].finding.message


def test_a_name_changed() -> None:
    one = only(typed(ISSUED, {NAME[2]: "证书印制时间"}))
    assert one.finding.rule == "ISS-1" and "三级指标名称被改动" in one.finding.message


def test_a_target_deleted() -> None:
    one = only(typed(ISSUED, {TARGET[1]: None}))
    assert "退回“（空白）”" in one.finding.message


@pytest.mark.parametrize("text", ["≥10 (场)", "  ≥10(场)", "≥10(场)\n"])
def test_blanks_in_a_target_are_nothing(text: str) -> None:
    assert found(typed(ISSUED, {TARGET[0]: text})) == []


def test_a_weight_that_is_the_same_number_is_nothing() -> None:
    assert found(typed(ISSUED, {WEIGHT[0]: Decimal("15.00")})) == []
    assert found(typed(ISSUED, {WEIGHT[0]: "15"})) == []


def test_scores_and_actuals_are_a_persons_right() -> None:
    changes: dict[str, Typed] = {
        SCORE[0]: Decimal("14.5"),
        ACTUAL[0]: "9(场)",
        SCORE[6]: None,
        ACTUAL[3]: None,
    }
    assert found(typed(ISSUED, changes)) == []


def _emptied(index: int) -> dict[str, None]:
    sheet_row = NAME[index][1:]
    return {f"{column}{sheet_row}": None for column in "DEFGHI"}


def test_an_indicator_removed() -> None:
    one = only(typed(ISSUED, _emptied(3)))
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-2", "error")
    assert one.cell == NAME[3] and "“培训总成本”" in one.finding.message


def test_an_indicator_added_in_a_spare_row() -> None:
    spare = int(NAME[0][1:]) + 1
    one = only(typed(ISSUED, {f"{NAME[0][0]}{spare}": "编印教材册数"}))
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-2", "error")
    assert one.cell == f"{NAME[0][0]}{spare}" and "“编印教材册数”" in one.finding.message


def _row_of(index: int, other: int) -> dict[str, str | Decimal]:
    form = evaluation()
    source = form.indicators[other]
    assert source.name and source.target and source.weight is not None
    return {NAME[index]: source.name, TARGET[index]: source.target, WEIGHT[index]: source.weight}


def test_two_indicators_swapped_within_their_group() -> None:
    rows = list(evaluation().indicators)
    rows.insert(1, rows[0].model_copy(update={"name": "举办讲座场次", "target": "≥4(场)"}))
    form = evaluation()
    form.indicators = rows
    workbook = issued(form)
    swap = {}
    for index, other in ((0, 1), (1, 0)):
        for column in ("name", "target"):
            value = getattr(rows[other], column)
            swap[place(workbook, f"indicators[{index}].{column}")] = value
    one = only(typed(workbook, swap))
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-3", "error")
    assert "“举办讲座场次”、“举办培训场次”" in one.finding.message


def test_two_indicators_swapped_between_groups() -> None:
    swapped = rules(typed(ISSUED, {**_row_of(0, 1), **_row_of(1, 0)}))
    assert {rule for rule, _ in swapped} == {"ISS-3"}


def test_level_names_changed_are_told_once_a_cell() -> None:
    level2 = place(ISSUED, "indicators[0].level2")
    one = only(typed(ISSUED, {level2: "质量指标"}))
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-5", "error")
    assert "发出“数量指标”，退回“质量指标”" in one.finding.message


def test_the_indicators_of_a_target_form_are_open() -> None:
    workbook = issued(target())
    changes = {
        place(workbook, "indicators[0].name"): "别的指标",
        place(workbook, "indicators[1].target"): "≥1(个)",
    }
    assert found(typed(workbook, changes)) == []


def test_a_blank_self_evaluation_takes_any_indicators() -> None:
    form = evaluation()
    form.indicators = []
    workbook = issued(form)
    first = place(issued(evaluation()), "indicators[0].name")
    assert found(typed(workbook, {first: "自拟指标"})) == []
