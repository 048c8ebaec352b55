"""The models: what forms and records take and refuse, what copies and equals are."""

import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from generator.forms.checks.vocabulary import Rates
from generator.forms.models import (
    EvaluatedIndicator,
    FundTotal,
    SelfEvaluationForm,
    TargetForm,
    from_json,
    to_json,
)
from generator.forms.profiles import load_profile
from generator.forms.profiles.model import Certainty, Cited, GradeBand
from generator.workbook.layout import load_layout

BAND: dict[str, Any] = {
    "name": "优",
    "at_least": {"value": "90", "reference": "办法", "certainty": "local"},
}


def test_plain_data_becomes_what_the_fields_are() -> None:
    cited = Cited[Decimal](value=Decimal(90), reference="办法", certainty=Certainty.LOCAL)
    assert GradeBand.model_validate(BAND) == GradeBand(name="优", at_least=cited)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"name": ""}, ("name",)),
        ({"colour": "red"}, ("colour",)),
        ({"at_least": {**BAND["at_least"], "value": "x"}}, ("at_least", "value")),
        ({"at_least": {**BAND["at_least"], "since": "昨天"}}, ("at_least", "since")),
        ({"at_least": {"value": 1, "certainty": "local"}}, ("at_least", "reference")),
    ],
)
def test_what_does_not_belong_is_refused_with_its_place(
    change: dict[str, Any], place: tuple[str, ...]
) -> None:
    with pytest.raises(ValidationError) as refused:
        GradeBand.model_validate(BAND | change)
    assert refused.value.errors()[0]["loc"] == place


def test_a_key_that_is_a_word_of_python_has_another_name() -> None:
    rates = Rates.model_validate({"ending": "率", "except": ["频率"], "units": ["%"]})
    assert rates.exceptions == ("频率",)
    assert rates.names("出勤率") and not rates.names("监测频率")


def test_records_never_change() -> None:
    band = GradeBand.model_validate(BAND)
    with pytest.raises(ValidationError, match="frozen"):
        band.name = "良"  # type: ignore[misc]


@pytest.mark.parametrize(
    "read", [lambda: load_profile("shanghai"), lambda: load_layout("sh-eval-2023")]
)
def test_records_are_pickled_whole(read: Callable[[], BaseModel]) -> None:
    record = read()
    again = pickle.loads(pickle.dumps(record))
    assert again == record and again is not record
    assert again.model_dump() == record.model_dump()


def test_a_kind_of_its_own_adds_fields_and_keeps_the_others() -> None:
    assert list(EvaluatedIndicator.model_fields) == [
        "level1", "level2", "name", "target", "weight", "actual", "score", "deviation_analysis",
    ]  # fmt: skip


def test_a_form_gives_back_the_keys_it_was_given_and_no_others() -> None:
    data: dict[str, Any] = {
        "layout": "sh-eval-2023",
        "unit": None,
        "funds": {"annual_total": {"score": "9.50"}, "carry_over": {}},
        "indicators": [{"name": "甲", "weight": "3.0"}],
    }
    assert to_json(from_json(data)) == data
    assert to_json(from_json({"layout": "sh-eval-2023"})) == {"layout": "sh-eval-2023"}


def test_what_is_set_is_given_from_then_on() -> None:
    form = from_json({"layout": "sh-eval-2023"})
    assert isinstance(form, SelfEvaluationForm)
    form.rating = "优"
    form.indicators = [EvaluatedIndicator(name="甲")]
    assert to_json(form) == {
        "layout": "sh-eval-2023", "rating": "优", "indicators": [{"name": "甲"}],
    }  # fmt: skip


def test_what_is_set_is_checked() -> None:
    row = FundTotal()
    row.score = "9.5"  # type: ignore[assignment]  # as JSON writes it
    assert row.score == Decimal("9.5")
    for wrong in ("many", "", "100000000000000", "0.00000000001"):
        with pytest.raises(ValidationError, match="decimal"):
            row.score = wrong  # type: ignore[assignment]
    with pytest.raises(ValidationError, match="points"):
        row.points = Decimal(1)  # type: ignore[attr-defined]
    form = TargetForm(layout="sh-decl-2026")
    with pytest.raises(ValidationError, match="元"):
        form.money_unit = "亿元"  # type: ignore[assignment]
    with pytest.raises(ValidationError, match="32767"):
        form.unit = "长" * 32_768


def test_forms_are_equal_whether_a_blank_was_given_or_not() -> None:
    one, other = FundTotal(score=Decimal(1)), FundTotal(score=Decimal(1), weight=None)
    assert one == other and one != FundTotal(score=Decimal(2))


def test_a_deep_copy_shares_nothing() -> None:
    form = SelfEvaluationForm(layout="sh-eval-2023", indicators=[EvaluatedIndicator(name="甲")])
    copy = form.model_copy(deep=True)
    copy.indicators[0].name, copy.funds.annual_total.score = "乙", Decimal(1)
    assert form.indicators[0].name == "甲" and form.funds.annual_total.score is None
    assert to_json(form) == {"layout": "sh-eval-2023", "indicators": [{"name": "甲"}]}
