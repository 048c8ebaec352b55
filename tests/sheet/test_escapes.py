"""Texts are escaped, and references known, where plain patterns find what matters."""

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.workbook.sheet.escapes import decode, encode
from generator.workbook.sheet.quick.well_formed import is_certain
from tests.glued import glued

NAMED = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "a", "&", ";", "达成"]
NUMBERED = ["&#10;", "&#55296;", "&#65533;", "&#x41;", "&#1;", "&#9999999;", "&nbsp;"]


@given(
    st.text() | glued("_x0aF9 \n\r\t\x0b\x1f\x7f\ud800\uffff\u3000达", ["_x000D_", "&<>"], most=9)
)
def test_a_text_is_escaped_where_the_plain_pattern_says(text: str) -> None:
    unfit = r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)"
    fit = re.sub(unfit, lambda match: f"_x{ord(match[0]):04X}_", text)
    fit = fit.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert encode(text) == fit.encode()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_escaped_is_read_again(text: str) -> None:
    plain = encode(text).decode().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert decode(plain) == text


@given(glued(NAMED, most=8) | glued(NAMED, NUMBERED, most=8))
def test_references_are_those_a_parser_takes(text: str) -> None:
    decimal = (
        rb"#(?:9|10|3[2-9]|[4-9][0-9]|[1-9][0-9]{2,3}|[1-4][0-9]{4}"
        rb"|5(?:[0-4]|[89])[0-9]{3}|6[0-4][0-9]{3}|65[0-4][0-9]{2})"
    )
    plain = rb"(?:[^&]*+&(?:amp|lt|gt|quot|apos|" + decimal + rb");)*+[^&]*+"
    assert is_certain(text.encode()) == bool(re.fullmatch(plain, text.encode()))
