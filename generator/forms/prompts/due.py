"""Which prompts a form wants: where a reason is due and nobody has given one."""

from collections.abc import Iterator

from generator.forms.checks.context import EvaluationContext, FormFacts, context_of
from generator.forms.checks.funds_explained import unexplained_low_rate
from generator.forms.models import Form
from generator.forms.profiles import Profile
from generator.forms.prompt_text import persons_words
from generator.forms.prompts.kinds import kind_of
from generator.forms.prompts.prompt import Prompt
from generator.forms.prompts.texts import execution_text, row_text

REASON = "deviation_analysis"
RESULT = "actual_result"


def prompts_for(form: Form, profile: Profile, facts: FormFacts) -> list[Prompt]:
    """Return the prompts a form wants, in its order: fields without a person's words only.

    A reason is due where points were lost (RSN-1), a target was far exceeded (RSN-2, RSN-3), or
    the execution rate is low (FND-7).  Target forms want none.
    """
    context = context_of(form, profile, facts)
    if not isinstance(context, EvaluationContext):
        return []
    return [*_of_result(context), *_of_rows(context)]


def _of_result(context: EvaluationContext) -> Iterator[Prompt]:
    if not context.prints(RESULT) or persons_words(context.form.actual_result):
        return
    rate = unexplained_low_rate(context)
    if rate is not None:
        yield Prompt(RESULT, execution_text(context, rate))


def _of_rows(context: EvaluationContext) -> Iterator[Prompt]:
    if not context.prints(f"indicators.{REASON}"):
        return
    for scored in context.scored:
        if persons_words(scored.entered.deviation_analysis):
            continue
        kind = kind_of(scored, context)
        if kind is not None:
            yield Prompt(scored.row.field(REASON), row_text(scored, kind))
