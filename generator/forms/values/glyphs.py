"""One glyph for each meaning: full-width forms, look-alike signs, dashes, brackets, blanks."""

import re

_SAME = {
    "≥": "≧⩾≽",
    "≤": "≦⩽≼",
    "=": "═﹦",
    ">": "﹥〉",
    "<": "﹤〈",
    "-": "‐‑‒–—―−﹣",
    "~": "〜∼∽",
    "%": "﹪",
    "(": "【〔［[﹙",
    ")": "】〕］]﹚",
    "*": "×✕╳",
    "/": "∕⁄",
    ",": "﹐",
    ".": "﹒",
    ":": "∶﹕",
    "": "\u200b\u200c\u200d\u2060\ufeff\u00ad",
}

# Full-width ASCII stands at a fixed distance from its half-width form.
_TABLE = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {glyph: one for one, glyphs in _SAME.items() for glyph in glyphs}
)

# A blank between digits is kept: it makes the number unreadable instead of a longer one.
_BLANKS = re.compile(r"(?<![0-9.,])\s+|\s+(?![0-9.,])")


def fold(text: str) -> str:
    """Return ``text`` in half-width form with unified glyphs and without blanks.

    A run of blanks between digits, points and commas stays as one blank.
    """
    folded = text.translate(_TABLE)
    words = folded.split()
    if len(words) < 2:
        return "".join(words)
    return re.sub(r"\s+", " ", _BLANKS.sub("", folded))
