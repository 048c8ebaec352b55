"""Prose is taken apart where plain patterns of its words and marks take it apart."""

import re

from hypothesis import given

from generator.forms.narrative import figures, is_copy, prose, result_words
from generator.forms.narrative.prose import _YEAR, Prose
from generator.forms.narrative.subjects import _bare, _names
from generator.forms.narrative.vocabulary import narrative_words
from generator.forms.words import alternatives
from tests.glued import glued

WORDS = narrative_words()
LISTS = ["1、", "12.", "一、", "十一是", "满意度", "准确率", "_", " "]


@given(glued(WORDS.shared, WORDS.joints, WORDS.whole_words, LISTS, "及与人的", most=8))
def test_names_are_split_by_the_plain_patterns(words: str) -> None:
    listing = r"^[0-9]{1,2}[、.]|^[一二三四五六七八九十]{1,2}(?:是|、)"
    shared = f"(?:{alternatives(WORDS.shared)})+$"
    bare = re.sub(shared, "", re.sub(listing, "", words))
    whole = alternatives(word for word in WORDS.whole_words if word not in WORDS.joints)
    parts = [""]
    for match in re.finditer(f"(?:{whole})|({alternatives(WORDS.joints)})|.", bare):
        if match[1]:
            parts.append("")
        else:
            parts[-1] += match[0]
    assert _names(words) == [name for name in map(_bare, parts) if name]
    assert _bare(words) == re.sub(r"[^\w]|_", "", words)


@given(glued(";。:!?(),，；", ["12", "1,234", "人", "第5", "完成", "\n", "。\n ", " "], most=12))
def test_clauses_and_sentences_end_at_the_marks_of_the_plain_patterns(text: str) -> None:
    told = prose(text)
    clause_end = r"[;。:!?()]|,(?![0-9]{3}(?![0-9]))|(?<![0-9]),"
    assert told._clause_ends == [match.start() for match in re.finditer(clause_end, told.text)]
    assert told._sentence_ends == [match.start() for match in re.finditer("[;。!?]", told.text)]
    assert told.sentences == [words for words in re.split("[;。!?]", told.text) if words]


@given(
    glued(["2024年", "1998年", "第2024年", "-2023年", "(2020年", "[2019年", "年代", "计划", "，"])
)
def test_years_are_those_of_the_plain_pattern(text: str) -> None:
    found = re.findall(r"(?<![0-9(\[第-])((?:19|20)[0-9]{2})年(?!代)", text)
    assert re.findall(_YEAR, text) == found


@given(
    glued(["20", "24", "1.5", "1,234", "年", "人", "%", "~", "-", "至", "/", "V2", "，"], most=8)
)
def test_figures_are_those_of_the_plain_pattern(text: str) -> None:
    number = r"(?:[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
    plain = rf"(?<![A-Za-z0-9.,/-])(?<![~])(?:({number})%?[-~至到])?({number})"
    starts = {match.start() for match in re.finditer(plain, text)}
    years_ = {match.start(2) for match in re.finditer(plain, text)
              if re.match("(?:19|20)[0-9]{2}年", text[match.start(2) :])}  # fmt: skip
    found = figures(Prose(text))
    assert {figure.start for figure in found} <= starts
    assert not {figure.start for figure in found if figure.low is None} & years_


@given(glued(WORDS.tenses, "人。_ 5", most=8), glued(WORDS.tenses, "人。_ 5", most=8))
def test_tenses_make_no_difference(one: str, other: str) -> None:
    tenses = alternatives(WORDS.tenses)
    bare = [re.sub(tenses, "", re.sub(r"[\W_]+", "", prose(text).text)) for text in (one, other)]
    assert result_words._words_of(one) == bare[0]
    assert is_copy(one, other) == (bool(bare[0]) and bare[0] == bare[1])
