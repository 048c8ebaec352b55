"""Prompts: what is written where a reason is due and none is given (DESIGN §6).

The texts are templates (``templates/prompts/*.j2``) that a finance officer can edit.
"""

from generator.forms.prompts.due import prompts_for
from generator.forms.prompts.prompt import Change, Prompt
from generator.forms.prompts.refresh import refresh

__all__ = ["Change", "Prompt", "prompts_for", "refresh"]
