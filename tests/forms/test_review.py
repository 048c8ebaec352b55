"""The review as a whole: order, completeness, any form at all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.forms.models import EvaluatedIndicator, SelfEvaluationForm
from tests.forms.forms import broken, evaluation, found

AMOUNTS = st.none() | st.decimals("-1000000", "1000000", places=2)
WORDS = st.none() | st.sampled_from(
    ["≥95(%)", "=100%", "及时", "达成指标", "90%", "不适用", "≥", "9 5", "30万元", "无", "{x}"]
)


def test_findings_stand_in_the_order_of_the_form_the_gravest_first() -> None:
    form = broken(
        evaluation(),
        ("total_score", "50"),
        ("indicators[2].score", "20"),
        ("indicators[0].target", None),
        ("funds.annual_total.score", "9.00"),
        ("unit", None),
    )
    fields = [finding.field for finding in found(form)]
    assert fields == [
        "unit",
        "funds.annual_total.score",
        "indicators[0].target",
        "indicators[2].score",
        "total_score",
        "rating",
    ]


def test_a_text_with_braces_is_only_a_text() -> None:
    form = broken(evaluation(), ("indicators[0].name", "{x}{0}"), ("indicators[0].score", "99"))
    assert any("{x}{0}" in finding.message for finding in found(form))


@st.composite
def forms(draw: st.DrawFn) -> SelfEvaluationForm:
    """Return self-evaluations with anything missing, out of place or out of bounds."""
    form = evaluation()
    for part in (form.funds.annual_total, form.funds.carry_over, form.funds.other_funds):
        for name in ("initial_budget", "adjusted_budget", "actual_expenditure", "execution_rate"):
            setattr(part, name, draw(AMOUNTS))
    form.funds.annual_total.score = draw(AMOUNTS)
    form.total_score = draw(AMOUNTS)
    form.indicators = [
        EvaluatedIndicator(
            level1=draw(st.sampled_from(["产出指标", "数量指标", "满意度指标", None])),
            level2=draw(st.sampled_from(["数量指标", "别的", None])),
            name=draw(WORDS),
            target=draw(WORDS),
            actual=draw(WORDS),
            weight=draw(AMOUNTS),
            score=draw(AMOUNTS),
            deviation_analysis=draw(WORDS),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    return form


@given(forms())
@settings(max_examples=200, deadline=None)
def test_nothing_stops_the_review(form: SelfEvaluationForm) -> None:
    for finding in found(form):
        assert finding.message.endswith("。")
        assert "None" not in finding.message
