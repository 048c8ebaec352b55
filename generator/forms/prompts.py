"""Prompts: what is written where a reason is due and nobody has given one (DESIGN §6).

A prompt is refreshed when the numbers change, removed when it is no longer due, and never touches
a person's words.
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from msgspec import Struct

from generator.forms import fields
from generator.forms.catalogue import shown
from generator.forms.checks.context import EvaluationContext, FormFacts, Row, ScoredRow, context_of
from generator.forms.checks.deviations import is_exceeded, is_far_within, loses_points
from generator.forms.checks.funds_changes import repeats_execution_rate, unexplained_low_rate
from generator.forms.checks.wording import percent
from generator.forms.models import Form, SelfEvaluationForm
from generator.forms.profiles import Profile
from generator.forms.prompt_text import persons_words, prompt_text
from generator.forms.scoring import is_limit
from generator.forms.values import Quantity
from generator.resources import templates


class Kind(StrEnum):
    """What a prompt asks about; each is a file ``templates/prompts/<kind>.j2``."""

    QUANTITY = "quantity"
    QUALITY = "quality"
    TIMELINESS = "timeliness"
    COST = "cost"
    BENEFIT = "benefit"
    SATISFACTION = "satisfaction"
    OCCURRENCE = "occurrence"
    """What was not to happen, or not so often: complaints, accidents, errors."""
    OTHER = "other"
    """Points lost in a class the catalogue does not know."""
    DEDUCTED = "deducted"
    """Points lost though the target was met."""
    OVER_ACHIEVEMENT = "over_achievement"
    LOW_EXECUTION = "low_execution"
    """Points lost in an indicator that repeats the execution rate (成本控制率 86%)."""
    PROJECT_EXECUTION = "project_execution"
    """A low execution rate of the project, explained in 实际完成情况."""


_BY_LEVEL = {
    "数量指标": Kind.QUANTITY,
    "质量指标": Kind.QUALITY,
    "时效指标": Kind.TIMELINESS,
    "成本指标": Kind.COST,
    "效益指标": Kind.BENEFIT,
    "满意度指标": Kind.SATISFACTION,
}
_OF_EFFECTS = (Kind.BENEFIT, Kind.SATISFACTION, Kind.QUANTITY, Kind.OTHER)
"""Classes in which a limit counts what should not happen; elsewhere it is money, time, faults."""


def kind_of(scored: ScoredRow, context: EvaluationContext) -> Kind | None:
    """Return what an indicator is to be explained for, ``None`` where nothing is."""
    if not loses_points(scored):
        return Kind.OVER_ACHIEVEMENT if _surpasses(scored, context) else None
    if scored.outcome.met:
        return Kind.DEDUCTED
    if repeats_execution_rate(scored, context):
        return Kind.LOW_EXECUTION
    kind = _class_of(scored.row)
    return Kind.OCCURRENCE if kind in _OF_EFFECTS and _is_undesired(scored.row) else kind


def _surpasses(scored: ScoredRow, context: EvaluationContext) -> bool:
    """Tell whether RSN-2 or RSN-3 asks for a reason; that nothing happened needs none."""
    profile = context.profile
    if not scored.row.active:
        return False
    if is_exceeded(scored, profile.over_achievement.threshold.value):
        return True
    return bool(scored.outcome.completion_ratio) and is_far_within(scored, profile)


def _is_undesired(row: Row) -> bool:
    """Tell whether less is better, as of complaints: ≤5(件), =0(件)."""
    target = row.target
    return isinstance(target, Quantity) and (is_limit(target) or not target.number)


def _class_of(row: Row) -> Kind:
    """Return the kind of a class: level 2 says more, level 1 is always there."""
    known = _BY_LEVEL.get(row.level2 or "") or _BY_LEVEL.get(row.level1 or "")
    return known or Kind.OTHER


class Prompt(Struct, frozen=True):
    """A prompt that is due: the field it belongs into, and its whole text."""

    field: str
    text: str


class Change(Struct, frozen=True):
    """A field whose prompt is to be written, rewritten or taken away (``new`` is ``None``)."""

    field: str
    old: str | None
    new: str | None


_MISSING = "未填"
_ZERO = Decimal(0)


def row_text(scored: ScoredRow, kind: Kind) -> str:
    """Return the prompt for one indicator; the template says which words it may use."""
    entered, target = scored.entered, scored.row.target
    ratio = scored.outcome.completion_ratio
    score, weight = entered.score or _ZERO, entered.weight or _ZERO
    return _rendered(
        kind,
        name=scored.row.name,
        target=_quoted(entered.target),
        actual=_quoted(entered.actual),
        limit=isinstance(target, Quantity) and is_limit(target),
        share="" if ratio is None else percent(ratio),
        weight=_plain(weight),
        score=_plain(score),
        lost=_plain(weight - score),
    )


def execution_text(context: EvaluationContext, rate: Decimal) -> str:
    """Return the prompt for the execution rate of the project (percent)."""
    limit = context.profile.execution.reason_below.value
    share = percent(rate / 100)
    return _rendered(Kind.PROJECT_EXECUTION, rate=share, limit=f"{_plain(limit)}%")


def _rendered(kind: Kind, **facts: object) -> str:
    return prompt_text(_template(kind).render(facts))


@cache
def _template(kind: Kind) -> Template:
    environment = Environment(
        loader=FileSystemLoader(templates("prompts")),
        undefined=StrictUndefined,
        autoescape=False,  # plain text for cells, no markup
    )
    return environment.get_template(f"{kind.value}.j2")


def _quoted(text: str | None) -> str:
    return shown((text or "").strip() or _MISSING)


def _plain(value: Decimal) -> str:
    """Write points without trailing zeros: 2.7 and 2.70 are one text, which is not refreshed."""
    return f"{value.normalize():,f}"


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


__all__ = ["Change", "Prompt", "prompts_for", "refresh"]
