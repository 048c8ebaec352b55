"""From a row and its kind to the text of a prompt, by the templates a finance officer can edit."""

from decimal import Decimal
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.forms.catalogue import shown
from generator.forms.checks.context import EvaluationContext, ScoredRow
from generator.forms.checks.wording import percent
from generator.forms.prompt_text import prompt_text
from generator.forms.prompts.kinds import Kind
from generator.forms.scoring import is_limit
from generator.forms.values import Quantity
from generator.resources import templates

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
