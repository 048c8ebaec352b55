"""What a template leaves to be filled in: 指标2, ……, 请填写, (不超过100字)."""

import re

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
