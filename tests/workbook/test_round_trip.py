"""Form -> workbook -> form: nothing lost, nothing changed."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.forms.models import EvaluatedIndicator, SelfEvaluationForm, from_json, to_json
from generator.workbook.reader import Origin, read_workbook_form
from generator.workbook.writer import FormOptions, write_form
from tests.real_forms import data_of, every_real_form
from tests.same_form import differences, is_computed

AS_PRINTED = FormOptions(as_printed=True)


@every_real_form
def test_a_form_as_printed_comes_back_unchanged(path: Path) -> None:
    data = data_of(path)
    reading = read_workbook_form(write_form(from_json(data), AS_PRINTED))
    assert reading.origin is Origin.NAMED
    assert list(differences(data, to_json(reading.form))) == []
    assert reading.notes == []


@every_real_form
def test_entered_values_come_back_from_a_live_form(path: Path) -> None:
    data = data_of(path)
    reading = read_workbook_form(write_form(from_json(data)))
    changed = list(differences(data, to_json(reading.form)))
    assert [each for each in changed if not is_computed(each)] == []


_TEXTS = st.one_of(
    st.none(),
    st.sampled_from(["=100(%)", "-5", "+3", "@x", "=1+1", "'100", "  两端空格 ", "100\n200"]),
    st.text(min_size=1, max_size=30).filter(lambda text: text.strip() != "" and "\r" not in text),
)
_POINTS = st.none() | st.decimals(0, 100, places=2)


@st.composite
def _evaluations(draw: st.DrawFn) -> SelfEvaluationForm:
    """Any self-evaluation people could type, sensible or not."""
    rows = [
        EvaluatedIndicator(
            level1=draw(st.sampled_from(["产出指标", "效益指标", "满意度指标"])),
            level2=draw(st.sampled_from(["数量指标", "质量指标", None])),
            name=draw(st.text("甲乙丙率数", min_size=1, max_size=8)),
            target=draw(_TEXTS),
            actual=draw(_TEXTS),
            weight=draw(_POINTS),
            score=draw(_POINTS),
            deviation_analysis=draw(_TEXTS),
        )
        for _ in range(draw(st.integers(1, 6)))
    ]
    layout = draw(st.sampled_from(["sh-eval-2023", "cn-eval-2020", "sz-eval-2021"]))
    form = SelfEvaluationForm(
        layout=layout, title="表", project_name="项目", fiscal_year=2023, money_unit="元",
        indicators=rows, expected_goal=draw(_TEXTS), total_score=draw(_POINTS),
    )  # fmt: skip
    form.funds.carry_over.adjusted_budget = draw(st.none() | st.decimals(0, 10**9, places=2))
    return form


@given(_evaluations())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_was_typed_comes_back(form: SelfEvaluationForm) -> None:
    read = read_workbook_form(write_form(form, AS_PRINTED)).form
    assert isinstance(read, SelfEvaluationForm)
    assert [row.model_dump() for row in read.indicators] == [
        row.model_dump() for row in form.indicators
    ]
    assert read.expected_goal == form.expected_goal
    assert read.total_score == form.total_score
    assert read.funds.carry_over == form.funds.carry_over


def test_a_hundred_and_twenty_indicators_fit() -> None:
    rows = [
        EvaluatedIndicator(
            level1="产出指标", level2="数量指标", name=f"第{n}项", target="=100(%)",
            actual="100(%)", weight=Decimal("0.75"),
        )
        for n in range(120)
    ]  # fmt: skip
    form = SelfEvaluationForm(layout="sh-eval-2023", indicators=rows)
    assert len(read_workbook_form(write_form(form)).form.indicators) == 120


def test_a_form_of_the_wrong_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="sh-decl-2026"):
        write_form(SelfEvaluationForm(layout="sh-decl-2026"))
