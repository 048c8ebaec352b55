"""Prompts are written, rewritten and taken away; a person's words are never touched."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms.fields import put
from generator.forms.prompt_text import persons_words, prompt_text
from generator.forms.prompts import Change
from tests.forms.forms import broken, found, rules
from tests.prompts.made import REASON, WORDS, changes, missed, prompted, prompts


def test_a_blank_field_gets_its_prompt() -> None:
    (prompt,) = prompts(missed())
    assert changes(missed()) == [Change(REASON, None, prompt.text)]


def test_a_standing_prompt_stays_while_the_figures_do() -> None:
    assert changes(prompted()) == []


def test_another_way_to_write_a_figure_changes_nothing() -> None:
    form = prompted()
    assert changes(broken(form, ("indicators[0].score", "12.00"))) == []


def test_a_prompt_is_rewritten_when_the_figures_change() -> None:
    form = broken(prompted(), ("indicators[0].actual", "9(场)"), ("indicators[0].score", "13.5"))
    (change,) = changes(form)
    assert "完成率80%" in (change.old or "")
    assert "完成率90%，得13.5分，比分值少1.5分" in (change.new or "")


def test_a_prompt_is_rewritten_when_its_kind_changes() -> None:
    form = broken(prompted(), ("indicators[0].actual", "10(场)"))
    (change,) = changes(form)
    assert "指标值已经达到" in (change.new or "")


def test_a_prompt_goes_when_it_is_no_longer_due() -> None:
    form = broken(prompted(), ("indicators[0].score", "15"), ("indicators[0].actual", "10(场)"))
    (change,) = changes(form)
    assert change.new is None


def test_words_written_behind_a_prompt_stay_and_the_prompt_goes() -> None:
    form = prompted()
    text = form.indicators[0].deviation_analysis or ""
    form = broken(form, (REASON, f"{text}\n{WORDS}"))
    assert "RSN-1" not in rules(found(form))
    assert changes(form) == [Change(REASON, f"{text}\n{WORDS}", WORDS)]


def test_words_written_before_a_prompt_stay_too() -> None:
    form = prompted()
    text = form.indicators[0].deviation_analysis or ""
    (change,) = changes(broken(form, (REASON, WORDS + text)))
    assert change.new == WORDS


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("请写明", "因停电取消两场。请写明"),
        lambda text: text.replace("【以上为提示", "因停电取消两场。【以上为提示"),
        lambda text: text.partition("【以上为提示")[0] + "因停电取消两场。",
        lambda text: text.replace("8(场)", "8(场),两场停电"),
    ],
)
def test_a_prompt_somebody_wrote_into_is_theirs(edit: Callable[[str], str]) -> None:
    form = prompted()
    edited = edit(form.indicators[0].deviation_analysis or "")
    form = broken(form, (REASON, edited))
    assert persons_words(edited) == edited
    assert changes(form) == []
    assert prompts(form) == []
    assert rules(found(form))["RSN-1"] == "error"


@pytest.mark.parametrize("words", [WORDS, "无", "/", " 两场改期 "])
def test_a_person_s_words_are_never_touched(words: str) -> None:
    assert changes(broken(missed(), (REASON, words))) == []


def test_refreshing_twice_changes_nothing_more() -> None:
    form = missed()
    for change in changes(form):
        put(form, change.field, change.new)
    assert changes(form) == []


@given(st.text(max_size=60))
def test_whatever_a_prompt_says_it_is_known_again(body: str) -> None:
    text = prompt_text(body)
    assert persons_words(text) == ""


@given(st.text(alphabet=st.characters(exclude_characters="【】"), max_size=40))
def test_whatever_a_person_writes_is_kept(words: str) -> None:
    assert persons_words(words) == words.strip()
    assert persons_words(prompt_text("请写明原因。") + words) == words.strip()
