"""STR-9 and STR-10: texts are meant, not place-holders of the template or noise of an import."""

import re
from collections.abc import Iterator

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import Context
from generator.forms.checks.registry import check
from generator.forms.checks.wording import INDICATOR_COLUMNS

_LONGEST = 24
_PLACEHOLDER = (
    r"(?:[一二三]级)?(?:绩效)?(?:指标|目标|任务)[一二三四五六七八九十\d]*[::：、.]?[…\.。]*"
    r"|[…\.。·]{2,}|[xX×＊*]{2,}|[\d.,%％\s]+"
    r"|[(（]?(?:请|在此)(?:填写|输入)[^。]*[)）]?|[(（]?(?:填写|输入)[^，。]*[)）]?"
    r"|[(（](?:不超过|限)?\d+字(?:以内|以下|左右)?[)）]"
)
_PROMPT = (
    r"[(（][^()（）。]{0,20}?(?<!\d)\d+字(?:以内|以下|左右)[)）]|[(（](?:不超过|限)?\d+字[)）]"
    r"|[(（](?:请|在此|请在此|此处)(?:填写|填报|输入)[^()（）。]{0,30}[)）]"
)
# Nearly every name is told from a placeholder by its characters, and needs no pattern.
_OPENING = ("(", "（")
_FILL_IN = ("填写", "填报", "输入")
_GLYPHS = frozenset("一二三四五六七八九十级绩效指标目任务:：、.。…·xX×＊*,%％")


def is_placeholder(text: str) -> bool:
    """Tell whether a text is only what a template leaves to be filled in."""
    if len(text) > _LONGEST:
        return False
    words = text.strip()
    return _may_be_placeholder(words) and re.fullmatch(_PLACEHOLDER, words) is not None


def prompt_left(text: str) -> str | None:
    """Return what a template asks for and nobody has taken out of a text, None for nothing."""
    if not any(bracket in text for bracket in _OPENING):
        return None
    if "字" not in text and not _asks(text):
        return None
    found = re.search(_PROMPT, text)
    return found[0] if found else None


def _may_be_placeholder(words: str) -> bool:
    return words.startswith(_OPENING) or _asks(words) or all(map(_is_in_placeholders, words))


def _asks(text: str) -> bool:
    return any(map(text.__contains__, _FILL_IN))


def _is_in_placeholders(glyph: str) -> bool:
    return glyph in _GLYPHS or glyph.isdecimal() or glyph.isspace()


_TEXTS = {
    "project_name": "项目名称",
    "overall_goal": "项目总目标",
    "annual_goal": "年度总体目标",
    "expected_goal": "预期目标",
    "actual_result": "实际完成情况",
}
_ROW_TEXTS = {**INDICATOR_COLUMNS, "deviation_analysis": "偏差原因分析及改进措施"}
# Patterns are made when a text first needs them: many a form does without.
_MARKUP = r"</?[a-zA-Z][^<>]{0,80}>|\*\*|&(?:nbsp|lt|gt|amp);"
_PHRASE_TWICE = r"([一-鿿]{4,12})\1"
_TWICE = re.compile(r"(.{4,12})\1")  # finds no less, and is made in a tenth of the time


@check("STR-9")
def no_placeholder_is_left(context: Context) -> Iterator[Fault]:
    """Names of indicators and goals say something; no prompt of the template is left in them."""
    for row in context.active:
        if row.name and is_placeholder(row.name):
            yield fault(row.field("name"), entered=row.name, place=f"第{row.index + 1}项指标的名称")
    for field, name, text in _head_texts(context):
        prompt = prompt_left(text)
        if prompt or is_placeholder(text):
            yield fault(field, entered=prompt or text, place=name)


@check("STR-10")
def no_noise_is_left(context: Context) -> Iterator[Fault]:
    """No markup of a web page, no phrase pasted twice."""
    for field, name, text in (*_head_texts(context), *_doubtful_row_texts(context)):
        noise = _noise(text)
        if noise is not None:
            variant, found = noise
            yield fault(field, entered=found, variant=variant, place=name)


def _noise(text: str) -> tuple[str, str] | None:
    """Return which kind of noise a text holds and the words, ``None`` for none."""
    markup = re.search(_MARKUP, text) if any(mark in text for mark in "<*&") else None
    if markup:
        return "markup", markup[0]
    repeated = re.search(_PHRASE_TWICE, text) if _TWICE.search(text) else None
    return ("repeated", repeated[0]) if repeated else None


def _head_texts(context: Context) -> Iterator[tuple[str, str, str]]:
    """Yield (field, Chinese name, text) of the long texts of the form."""
    for field, name in _TEXTS.items():
        text = getattr(context.form, field, None)
        if text:
            yield field, name, text


def _doubtful_row_texts(context: Context) -> Iterator[tuple[str, str, str]]:
    """Yield what ``_row_texts`` yields, unless one look at all of it tells that it is clean."""
    if _noise("\n".join(_cells(context))) is not None:
        yield from _row_texts(context)


def _cells(context: Context) -> Iterator[str]:
    for indicator in context.form.indicators:
        for column in _ROW_TEXTS:
            text = getattr(indicator, column, None)
            if isinstance(text, str):
                yield text


def _row_texts(context: Context) -> Iterator[tuple[str, str, str]]:
    for row in context.rows:
        indicator = context.form.indicators[row.index]
        for column, name in _ROW_TEXTS.items():
            text = getattr(indicator, column, None)
            if isinstance(text, str):
                yield row.field(column), f"{row.place}的{name}", text
