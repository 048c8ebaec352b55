"""Numbers somebody typed as text: `` 1,922.94 ``, full-width digits, ``95%``, ``2,000元``."""

import re
from decimal import Decimal

_WIDE = str.maketrans("０１２３４５６７８９．，％－＋（）", "0123456789.,%-+()")
_NUMBER = re.compile(r"([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?)(万?元|分)?")
_BLANK = {"", "-", "—", "——", "--", "–", "/", "－"}
_LONGEST = 18


def narrow(text: str) -> str:
    """Return a text with its full-width digits and signs as ASCII has them."""
    return text.translate(_WIDE)


def is_dash(text: str) -> bool:
    """Tell whether a text only says that there is no figure."""
    return "".join(text.split()) in _BLANK


def typed_number(text: str, *, percent: Decimal | None = None) -> Decimal | None:
    """Return the number a text writes, ``None`` for one that writes none.

    ``percent`` is what ``%`` multiplies by: 1 where the field itself is a percentage, 0.01 where
    it is a ratio, ``None`` where ``%`` has no place.
    """
    match = _NUMBER.fullmatch("".join(narrow(text).split()))
    if match is None or len(match[0]) > _LONGEST:
        return None
    sign, whole, fraction, sign_of_percent, _ = match.groups()
    number = Decimal(sign + whole.replace(",", "") + (fraction or ""))
    if not sign_of_percent:
        return number
    return None if percent is None else number * percent
