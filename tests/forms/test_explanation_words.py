"""The words of explanations: every sentence is used, and every one that is used is there."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

import generator.forms.explanations
from generator.forms.explanations.wording import name, names, say, sentences

SOURCE = "\n".join(
    path.read_text("utf-8")
    for path in Path(generator.forms.explanations.__file__).parent.glob("*.py")
)


def test_no_chinese_text_is_left_in_the_code() -> None:
    assert not re.search(
        '"[^"\n]*[一-鿿][^"\n]*"(?!"")', re.sub('""".*?"""', "", SOURCE, flags=re.S)
    )


def test_every_sentence_and_name_is_used() -> None:
    quoted = set(re.findall(r'"(\w+)"', SOURCE))
    named = {f"{key}_one_of" for key in ("left_out", "added_twice")}
    assert set(sentences()) <= quoted | named
    assert set(names()) <= quoted


def test_every_sentence_that_is_said_is_there() -> None:
    assert set(re.findall(r'say\(\s*"(\w+)"', SOURCE)) <= set(sentences())
    assert set(re.findall(r'name\("(\w+)"\)', SOURCE)) <= set(names())


def test_a_sentence_is_filled_with_figures_as_staff_read_them() -> None:
    words = say("left_out", name=name("budget"), value=Decimal("2653.26"))
    assert words == "可能漏加了全年预算数（2,653.26）"


def test_there_is_no_such_sentence() -> None:
    with pytest.raises(KeyError):
        say("moon_phase")
