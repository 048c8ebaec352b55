"""Shapes: what declared fields take, how copies and equals behave, what is refused."""

import pickle
from copy import deepcopy
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Generic, Literal, TypeVar

import pytest

from generator.forms.models import (
    EvaluatedIndicator,
    FundTotal,
    NoForm,
    SelfEvaluationForm,
    TargetForm,
    from_cells,
    from_json,
    to_json,
)
from generator.forms.plain_data import taken
from generator.forms.shapes import Key, Must, Record, made

Value = TypeVar("Value")


class Cited(Record, Generic[Value]):
    value: Value
    source: Annotated[str, Must(min_length=1)]


class Page(Record):
    points: Cited[Decimal]
    words: Annotated[tuple[str, ...], Must(min_length=1), Key("except")]
    kind: Literal["large", "small"] = "small"
    notes: dict[str, int] = made(default_factory=dict)

    @cached_property
    def joined(self) -> str:
        return "".join(self.words)


PAGE: dict[str, Any] = {"points": {"value": "1.5", "source": "附件"}, "except": ["甲", "乙"]}


def test_plain_data_becomes_what_the_fields_are() -> None:
    page = Page.model_validate(PAGE)
    assert page.points.value == Decimal("1.5")
    assert (page.words, page.kind, page.notes) == (("甲", "乙"), "small", {})


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"except": []}, ("except",)),
        ({"points": {"value": "x", "source": "附件"}}, ("points", "value")),
        ({"points": {"value": 1, "source": ""}}, ("points", "source")),
        ({"points": {"value": 1}}, ("points", "source")),
        ({"kind": "medium"}, ("kind",)),
        ({"colour": "red"}, ("colour",)),
    ],
)
def test_what_does_not_belong_is_refused_with_its_place(
    change: dict[str, Any], place: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError, match=place[-1]) as refused:
        Page.model_validate(PAGE | change)
    assert refused.value.errors()[0]["loc"] == place  # type: ignore[attr-defined]


def test_records_are_equal_by_their_fields_and_never_change() -> None:
    one, other = Page.model_validate(PAGE), Page.model_validate(PAGE)
    assert one.joined == "甲乙"
    assert one == other and one != one.model_copy(update={"kind": "large"})
    with pytest.raises(AttributeError):
        one.kind = "large"  # type: ignore[misc]


def test_what_was_worked_out_is_neither_pickled_nor_copied() -> None:
    page = Page.model_validate(PAGE)
    assert page.joined
    assert "joined" in vars(page)
    for copy in (pickle.loads(pickle.dumps(page)), deepcopy(page), page.model_copy()):
        assert copy == page and "joined" not in vars(copy)


def test_a_field_may_be_called_what_a_method_is_called() -> None:
    class Odd(Record):
        model_copy: str  # type: ignore[assignment]

    with pytest.raises(TypeError):
        Odd()
    assert Odd(model_copy="甲").model_copy == "甲"


def test_a_kind_of_its_own_adds_fields_and_keeps_the_others() -> None:
    assert list(EvaluatedIndicator.model_fields) == [
        "level1", "level2", "name", "target", "weight", "actual", "score", "deviation_analysis",
    ]  # fmt: skip


def test_defaults_made_are_not_shared() -> None:
    assert Page.model_validate(PAGE).notes is not Page.model_validate(PAGE).notes


@pytest.mark.parametrize("values", [{}, {"value": 1, "source": "x", "colour": "red"}])
def test_missing_and_unknown_keywords_are_refused(values: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Cited(**values)


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


def test_forms_are_equal_whether_a_blank_was_given_or_not() -> None:
    one, other = FundTotal(score=Decimal(1)), FundTotal(score=Decimal(1), weight=None)
    assert one == other and one != FundTotal(score=Decimal(2))


def test_what_is_set_is_checked() -> None:
    row = FundTotal()
    row.score = "9.5"  # type: ignore[assignment]  # as JSON writes it
    assert row.score == Decimal("9.5")
    for wrong in ("many", ""):
        with pytest.raises(ValueError, match="decimal"):
            row.score = wrong  # type: ignore[assignment]
    with pytest.raises(AttributeError):
        row.points = Decimal(1)  # type: ignore[attr-defined]
    form = TargetForm(layout="sh-decl-2026")
    form.money_unit = "万元"
    with pytest.raises(ValueError, match="元"):
        form.money_unit = "亿元"  # type: ignore[assignment]


def test_a_deep_copy_shares_nothing() -> None:
    form = SelfEvaluationForm(layout="sh-eval-2023", indicators=[EvaluatedIndicator(name="甲")])
    copy = form.model_copy(deep=True)
    copy.indicators[0].name, copy.funds.annual_total.score = "乙", Decimal(1)
    assert form.indicators[0].name == "甲" and form.funds.annual_total.score is None
    assert to_json(form) == {"layout": "sh-eval-2023", "indicators": [{"name": "甲"}]}


CELLS: dict[str, Any] = {
    "layout": "sh-eval-2023",
    "funds": {"annual_total": {"score": Decimal("9.5")}},
    "indicators": [{"name": "甲", "weight": Decimal(3)}],
}


def test_cells_and_json_make_the_same_form() -> None:
    assert from_cells(SelfEvaluationForm, CELLS) == from_json(CELLS)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"unit": "长" * 32_768}, "unit"),
        ({"money_unit": "亿元"}, "money_unit"),
        (
            {"indicators": [{"name": "甲", "weight": Decimal("0.00000000001")}]},
            "indicators[0].weight",
        ),
        (
            {"funds": {"carry_over": {"initial_budget": Decimal("1E-11")}}},
            "funds.carry_over.initial_budget",
        ),
    ],
)
def test_cells_no_form_can_hold_are_named(change: dict[str, Any], field: str) -> None:
    with pytest.raises(NoForm) as refused:
        from_cells(SelfEvaluationForm, CELLS | change)
    assert refused.value.field == field


class Line(Record):
    name: str
    number: int = 1
    note: str | None = None
    areas: tuple[tuple[int, int], ...] = ()
    columns: dict[str, int] | None = None


def test_our_own_json_is_taken_back() -> None:
    data = {"name": "甲", "areas": [[1, 2]], "columns": {"a": 1}, "later": "passed over"}
    assert taken(Line, data) == Line(name="甲", areas=((1, 2),), columns={"a": 1})


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"name": 1},
        {"name": "甲", "number": "1"},
        {"name": "甲", "number": True},
        {"name": "甲", "number": 1.0},
        {"name": "甲", "note": 1},
        {"name": "甲", "areas": [[1]]},
        {"name": "甲", "areas": "甲"},
        {"name": "甲", "columns": {"a": None}},
        {"name": "甲", "columns": []},
    ],
)
def test_anything_else_is_refused(data: Any) -> None:
    with pytest.raises(TypeError):
        taken(Line, data)
