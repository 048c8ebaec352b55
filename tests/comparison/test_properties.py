"""What holds for any two forms."""

from hypothesis import given
from hypothesis import strategies as st

from generator.forms.comparison import Kind, compare_forms
from generator.forms.models import Indicator

from .forms import row, targets

NAMES = st.sampled_from(
    [
        *("档案丢失率", "档案损坏率", "档案查询用户满意度", "档案查询利用用户满意度"),
        *("投诉数", "培训人数", "司勤人员出勤率", "可勤人员出勤率"),
    ]
)
USUAL = st.sampled_from(
    [
        *("≥95%", "=100%", "100%", "≤5%", "=0", "<1%", ">200(条)", "≥150(条/年)", "27人", "27"),
        *("90%-95%", "85%-95%", "6月30日前", "9月30日前", "30天内", "移交后30天", "≥9 5%"),
        *("及时", "持续提高", "不适用"),
    ]
)
LEVELS = st.sampled_from([("产出指标", "数量指标"), ("产出指标", "质量指标"), ("满意度指标", None)])
ROW = st.builds(row, NAMES, USUAL | st.text(min_size=1, max_size=12), LEVELS)
ROWS = st.lists(ROW, max_size=8)

OPPOSITE = {
    Kind.LOOSER: Kind.STRICTER,
    Kind.STRICTER: Kind.LOOSER,
    Kind.NEW: Kind.DROPPED,
    Kind.DROPPED: Kind.NEW,
}


@given(ROWS)
def test_a_form_against_itself_is_all_kept(rows: list[Indicator]) -> None:
    found = compare_forms(targets(*rows), targets(*rows))
    assert [each.kind for each in found.indicators] == [Kind.KEPT] * len(rows)
    assert [each.now for each in found.indicators] == [each.earlier for each in found.indicators]
    assert found.findings == ()


@given(ROWS, ROWS)
def test_the_other_way_round_looser_is_stricter_and_new_is_dropped(
    rows: list[Indicator], others: list[Indicator]
) -> None:
    there = compare_forms(targets(*rows), targets(*others))
    back = compare_forms(targets(*others), targets(*rows))
    for kind in Kind:
        assert there.count(kind) == back.count(OPPOSITE.get(kind, kind))


@given(ROWS, ROWS)
def test_every_indicator_is_told_of_once(rows: list[Indicator], others: list[Indicator]) -> None:
    found = compare_forms(targets(*rows), targets(*others)).indicators
    now = [each.now_index for each in found if each.now_index is not None]
    before = [each.earlier_index for each in found if each.earlier_index is not None]
    assert now == list(range(len(rows)))
    assert sorted(before) == list(range(len(others)))
