"""Checks find the wording they look for where plain patterns of the same words find it."""

import re

from hypothesis import given

from generator.forms.checks import texts, values, values_answers, values_measures
from generator.forms.checks.funds_changes import money_words
from generator.forms.checks.reason_words import is_commonplace, reason_words, speaks_of_measure
from generator.forms.checks.texts import _PLACEHOLDER, _PROMPT, is_placeholder, prompt_left
from generator.forms.checks.vocabulary import measures
from generator.forms.values import Quantity, parse
from generator.forms.values.numerals import NUMERALS
from generator.forms.values.vocabulary import vocabulary
from generator.forms.words import alternatives
from tests.glued import glued

REASONS = reason_words()
MONEY = money_words()
COUNTS = measures().counts
MARKS = "，,。;；:：、.)1٣ "
LEFT = [
    "绩效",
    "指标",
    "目标",
    "任务",
    "一级",
    "…",
    ".",
    "请",
    "填写",
    "输入",
    "(",
    "）",
    "不超过",
    "100字",
    "以内",
]


@given(
    glued(REASONS.actions, REASONS.leads, REASONS.intends, REASONS.hereafter, MARKS, "受的")
    | glued(REASONS.underway, REASONS.not_done, REASONS.leads, REASONS.measures, MARKS, "已的")
)
def test_a_measure_is_found_where_one_pattern_finds_it(text: str) -> None:
    begins = r"(?:^|[,，。;；:：、.．)）\d])"
    leads, actions = alternatives(REASONS.leads), alternatives(REASONS.actions)
    done = f"(?!{alternatives(REASONS.not_done)}){REASONS.done}"
    first = f"{begins}(?:{alternatives(REASONS.underway)}|(?:{leads})*(?:{done}|{actions}))"
    intended = f"(?:{alternatives(REASONS.intends)})(?:{actions})"
    later = f"(?:{alternatives(REASONS.hereafter)})[^,，。;；]{{0,10}}(?:{actions})"
    pattern = f"{alternatives(REASONS.measures)}|{intended}|{later}|{first}"
    assert speaks_of_measure(text) == bool(re.search(pattern, text))


@given(glued(REASONS.commonplaces, REASONS.fillers, MARKS, "人"))
def test_commonplaces_are_told_clause_by_clause(text: str) -> None:
    said = re.compile(f"(?>{alternatives((*REASONS.commonplaces, *REASONS.fillers))})++")
    clauses = [clause for clause in re.split(r"[,，。;；:：、.!！?？\s]+", text) if clause]
    assert is_commonplace(text) == (len(text) <= 40 and all(map(said.fullmatch, clauses)))


@given(
    glued(MONEY.more_or_less, MONEY.changed, MONEY.changes, MONEY.later, MONEY.budgeting, "，的")
)
def test_what_is_said_of_money(sentence: str) -> None:
    near = (
        f"(?:{alternatives(MONEY.more_or_less)})[^，。,;；]{{0,8}}(?:{alternatives(MONEY.changed)})"
    )
    change = f"{alternatives(MONEY.changes)}|{near}"
    assert MONEY.tell_change(sentence) == bool(re.search(change, sentence))
    later, budgeting = alternatives(MONEY.later), alternatives(MONEY.budgeting)
    next_budget = f"(?:{later})[^，,。；;]*?(?:{budgeting})"
    assert MONEY.without_next_budget(sentence) == re.sub(next_budget, "", sentence)


@given(glued(LEFT, LEFT, "一二x×*5٣%（） \n完率", most=7))
def test_no_placeholder_is_overlooked(text: str) -> None:
    whole = len(text) <= 24 and re.fullmatch(_PLACEHOLDER, text.strip())
    assert is_placeholder(text) == bool(whole)
    prompt = re.search(_PROMPT, text)
    assert prompt_left(text) == (prompt[0] if prompt else None)


@given(glued("一丁丂鿿a5\n", ["提升服务水平", "加强管理", "12345678"], most=12))
def test_no_phrase_pasted_twice_is_overlooked(text: str) -> None:
    twice = re.search(r"([一-鿿]{4,12})\1", text)
    assert texts._noise(text) == (("repeated", twice[0]) if twice else None)


@given(glued(COUNTS.endings, COUNTS.counted, COUNTS.idioms, COUNTS.exceptions, NUMERALS, "第5率"))
def test_a_name_that_says_how_many(name: str) -> None:
    idioms, exceptions = (
        "".join(f"(?<!{word})" for word in words) for words in (COUNTS.idioms, COUNTS.exceptions)
    )
    number = f"(?<![第{NUMERALS}0-9])[{NUMERALS}0-9]+(?:{alternatives(COUNTS.counted)})$"
    pattern = f"{number}{idioms}|(?:{alternatives(COUNTS.endings)})${exceptions}"
    assert values_measures._says_how_many(name) == bool(re.search(pattern, name))


@given(glued(vocabulary().grades, ",;。、(:的", most=3))
def test_more_words_behind_a_grade(words: str) -> None:
    pattern = f"(?:{alternatives(vocabulary().grades)})[,;。、(:]"
    assert values_answers._begins_with_grade(words) == bool(re.match(pattern, words))


@given(glued("≥≧=＝<﹤>", [" ", "\u3000", "95%", "人"], most=4))
def test_a_sign_is_what_stands_first(text: str) -> None:
    value = parse(text)
    if isinstance(value, Quantity):
        written = values._sign(value)
        match = re.match(r"\s*([≥≧⩾≽≤≦⩽≼=＝═﹦>＞﹥<＜﹤]+)", text)
        expected = match[1].translate(str.maketrans("＝＞＜", "=><")) if match else None
        assert (written[1] if written else None) == expected
