"""Chinese numerals and the numbers they write: 三十, 二〇二四, 五百万."""

NUMERALS = "零〇一二两三四五六七八九十百千万亿"
FIRST_NUMERALS = "零〇一二两三四五六七八九十"
"""What a numeral may begin with: 百 and 万 are more often parts of words."""
DIGITS = {"〇": 0} | {digit: n for n, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}


def numeral(text: str) -> int | None:
    """Return the number a Chinese numeral writes, or None where it is not well formed.

    Year style (二〇二四) is read for four digits; other strings of bare digits (三五) are not.
    """
    if len(text) == 4 and all(glyph in DIGITS for glyph in text):
        return int("".join(str(DIGITS[glyph]) for glyph in text))
    total = section = digit = 0
    fresh = True
    for glyph in text:
        if glyph in DIGITS:
            if not fresh:
                return None
            digit, fresh = DIGITS[glyph], glyph in "零〇"
        elif glyph in _PLACES:
            section += (digit or 1) * _PLACES[glyph]
            digit, fresh = 0, True
        else:
            total = (total + section + digit) * _MYRIADS[glyph] or _MYRIADS[glyph]
            section, digit, fresh = 0, 0, True
    return total + section + digit


def numeral_end(text: str, start: int) -> int:
    """Return where the numerals end that begin at a place; the place itself where none do."""
    end = start
    while end < len(text) and text[end] in NUMERALS:
        end += 1
    return end


def ends_in_number(text: str, counted: tuple[str, ...], glyphs: str = NUMERALS) -> bool:
    """Tell whether a text ends in so many of what is counted, not in which: 二次, no 第二次."""
    if not text.endswith(counted):
        return False
    for unit in counted:
        words = text.removesuffix(unit)
        before = words.rstrip(glyphs)
        if words != text and before != words and not before.endswith("第"):
            return True
    return False
