"""实际完成情况 as people wrote it: a prompt that still stands there says nothing of the project."""

from generator.forms.models import Form, SelfEvaluationForm
from generator.forms.prompt_text import begins_with_prompt, persons_words


def result_of(form: Form) -> str | None:
    """Return what a person wrote as the result, ``None`` for nothing and for target forms.

    A prompt somebody wrote into still asks more than it tells, so it counts as nothing too, as it
    does for a reason.
    """
    if not isinstance(form, SelfEvaluationForm):
        return None
    words = persons_words(form.actual_result)
    return None if not words or begins_with_prompt(words) else words
