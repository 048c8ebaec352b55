"""Forms that want prompts, made from the clean one."""

from generator.forms.models import EvaluatedIndicator, SelfEvaluationForm
from generator.forms.prompts import Change, Prompt, prompts_for, refresh
from tests.forms.forms import broken, evaluation, facts, national

REASON = "indicators[0].deviation_analysis"
WORDS = "两场培训因场地停电取消，已定于三月补办。"


def form_of(level1: str, level2: str, aimed: str, actual: str, score: str) -> SelfEvaluationForm:
    """Return the clean form with its first row (15 points) like this, without a reason."""
    form = broken(evaluation(), ("indicators[6].score", "10"), ("indicators[6].actual", "95(%)"))
    form.indicators[6].deviation_analysis = None
    form.indicators[0] = EvaluatedIndicator.model_validate(
        {
            "level1": level1,
            "level2": level2,
            "name": "举办培训场次",
            "target": aimed,
            "actual": actual,
            "weight": "15",
            "score": score,
        }
    )
    return form


def missed() -> SelfEvaluationForm:
    """Return a form that held 8 of 10 training courses: 12 of 15 points."""
    return form_of("产出指标", "数量指标", "≥10(场)", "8(场)", "12")


def prompts(form: SelfEvaluationForm) -> list[Prompt]:
    """Return the prompts a form wants where its layout prints everything."""
    return prompts_for(form, national(), facts(type(form)))


def changes(form: SelfEvaluationForm) -> list[Change]:
    """Return what refreshing the form would change."""
    return refresh(form, national(), facts(type(form)))


def prompted() -> SelfEvaluationForm:
    """Return the form with the missed target and its prompt standing."""
    form = missed()
    (prompt,) = prompts(form)
    return broken(form, (prompt.field, prompt.text))
