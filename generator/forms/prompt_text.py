"""A prompt as the text of a cell, told from a person's words; a result that is one says nothing."""

import re
from zlib import crc32

from generator.forms.models import Form, SelfEvaluationForm

PROMPT_MARK = "【请填写】"
"""What a prompt begins with; while it stands, the reason counts as missing (DESIGN §6)."""
_CLOSING = "【以上为提示，编号{number}】"
_PROMPT = r"【请填写】([^【】]*)【以上为提示，编号(\d{4})】"
_SOFTENED = str.maketrans("【】", "〔〕")
_NUMBERS = 10_000


def prompt_text(body: str) -> str:
    """Return the text of a prompt that says ``body``, in one line."""
    words = "".join(line.strip() for line in body.translate(_SOFTENED).splitlines())
    return PROMPT_MARK + words + _CLOSING.format(number=_number(words))


def begins_with_prompt(text: str | None) -> bool:
    """Tell whether a cell begins as prompts do, whatever became of the rest."""
    return (text or "").lstrip().startswith(PROMPT_MARK)


def persons_words(text: str | None) -> str:
    """Return what a person wrote: the text without untouched prompts.

    A prompt that somebody has changed is theirs and stays.
    """
    if not text or PROMPT_MARK not in text:
        return (text or "").strip()
    return re.sub(_PROMPT, lambda match: "" if _untouched(match) else match[0], text).strip()


def _untouched(match: re.Match[str]) -> bool:
    return match[2] == _number(match[1])


def _number(words: str) -> str:
    return f"{crc32(words.encode()) % _NUMBERS:04d}"


def result_of(form: Form) -> str | None:
    """Return what a person wrote as the result, ``None`` for nothing and for target forms.

    A prompt somebody wrote into still asks more than it tells, so it counts as nothing too, as it
    does for a reason.
    """
    if not isinstance(form, SelfEvaluationForm):
        return None
    words = persons_words(form.actual_result)
    return None if not words or begins_with_prompt(words) else words
