"""Bringing the prompts of a form up to date, never touching a person's words."""

from collections.abc import Iterator

from generator.forms import fields
from generator.forms.checks.context import FormFacts
from generator.forms.models import Form, SelfEvaluationForm
from generator.forms.profiles import Profile
from generator.forms.prompt_text import persons_words
from generator.forms.prompts.due import REASON, RESULT, prompts_for
from generator.forms.prompts.prompt import Change


def refresh(form: Form, profile: Profile, facts: FormFacts) -> list[Change]:
    """Return what has to change for exactly the due prompts to stand; the form is not changed.

    A blank field gets its prompt; an untouched prompt is rewritten when the figures changed and
    taken away when it is no longer due.  Where a person wrote beside a prompt, the words stay and
    the prompt goes.
    """
    due = {prompt.field: prompt.text for prompt in prompts_for(form, profile, facts)}
    changes = []
    for field in _fields(form):
        old: str | None = fields.get(form, field)
        new = due.get(field) or _without_prompt(old)
        if new != old:
            changes.append(Change(field, old, new))
    return changes


def _fields(form: Form) -> Iterator[str]:
    if isinstance(form, SelfEvaluationForm):
        yield RESULT
        for index in range(len(form.indicators)):
            yield fields.indicator_field(index, REASON)


def _without_prompt(text: str | None) -> str | None:
    """Return the text without untouched prompts; one that has none is returned as it is."""
    words = persons_words(text)
    return text if text is None or words == text.strip() else words or None
