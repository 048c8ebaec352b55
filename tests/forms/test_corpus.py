"""What real published forms are known to hold; skipped where the corpus is not at hand."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from generator.forms.fields import indicator_columns, scalar_fields
from generator.forms.findings import Finding, Severity
from generator.forms.models import Form, SelfEvaluationForm, from_json
from generator.forms.profiles import Profile, load_profile
from generator.forms.review import FormFacts, review
from generator.forms.scoring import Scores, score

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
NAMES = sorted(path.stem for path in CORPUS.glob("*.json"))
UNPRINTED = {
    "sz-eval-2021": {"fiscal_year", "money_unit", "rating"},
    "sh-eval-2021": {"fiscal_year", "rating"},
}

pytestmark = pytest.mark.skipif(not NAMES, reason="the corpus of real forms is not beside us")


def _form(name: str) -> Form:
    return from_json(json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8")))


def _profile(form: Form) -> Profile:
    return load_profile("shenzhen" if form.layout.startswith("sz") else "shanghai")


def _scores(name: str) -> Scores:
    form = _form(name)
    assert isinstance(form, SelfEvaluationForm)
    return score(form, _profile(form))


def _findings(name: str) -> list[Finding]:
    form = _form(name)
    columns = {f"indicators.{column}" for column in indicator_columns(type(form))}
    printed = columns | set(scalar_fields(type(form))) - UNPRINTED.get(form.layout, set())
    implied = {"满意度指标": "服务对象满意度指标"} if form.layout.startswith("sz") else {}
    return review(form, _profile(form), FormFacts(frozenset(printed), implied))


ERRORS = {
    "sh2023-01": [
        ("FND-3", "funds.annual_total.execution_rate"),
        ("FND-4", "funds.annual_total.score"),
    ],
    "sh2026-03": [("STR-7", "indicators[1].target")],
    "sh2026-06": [("STR-7", "indicators[1].target")],
    "sz2021-04": [("RSN-1", "indicators[3].deviation_analysis")],
}
"""Read off the published forms: a wrong rate, two blank targets, a missing reason."""


@pytest.mark.parametrize("name", NAMES)
def test_the_errors_of_the_real_forms_and_no_others(name: str) -> None:
    errors = [(f.rule, f.field) for f in _findings(name) if f.severity is Severity.ERROR]
    assert errors == ERRORS.get(name, [])


@pytest.mark.parametrize("name", NAMES)
def test_all_weights_make_a_hundred(name: str) -> None:
    form = _form(name)
    if isinstance(form, SelfEvaluationForm):
        assert score(form, _profile(form)).total_weight == 100


@pytest.mark.parametrize("name", NAMES)
def test_printed_figures_agree_apart_from_the_known_ones(name: str) -> None:
    computed = ("FND-3", "FND-4", "TOT-1")
    doubted = [f for f in _findings(name) if f.rule in computed]
    doubted = [f for f in doubted if f.severity is not Severity.INFO]
    known = {"sh2023-01": ["FND-3", "FND-4"], "sz2021-02": ["FND-3"]}
    assert [f.rule for f in doubted] == known.get(name, [])


def test_sh2023_01_by_recomputation() -> None:
    scores = _scores("sh2023-01")
    assert scores.execution_rate == Decimal("72.47")
    assert scores.execution_score == Decimal("7.25")
    assert scores.total_score == Decimal("95.84")
    assert scores.indicators[2].score == Decimal("2.10")


def test_sz2021_02_by_recomputation() -> None:
    scores = _scores("sz2021-02")
    assert scores.execution_rate == Decimal("0.87")
    assert scores.execution_score == Decimal("8.70")
    (rate,) = [f for f in _findings("sz2021-02") if f.rule == "FND-3"]
    assert rate.severity is Severity.WARNING
    assert "舍去了尾数" in (rate.explanation or "")


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("sz2021")])
def test_the_implementing_unit_is_asked_for(name: str) -> None:
    (finding,) = [f for f in _findings(name) if f.rule == "STR-1"]
    assert (finding.field, finding.severity) == ("unit", Severity.WARNING)
