"""Goals and results in words: the figures, totals, years and delays in them, and what they measure.

Deterministic: word lists (``templates/vocabularies/narrative.yaml``) and the readers of values.
"""

from generator.forms.narrative.figures import Figure, figures
from generator.forms.narrative.prose import (
    NamedYear,
    Prose,
    prose,
    quoted,
    years_named,
    years_planned,
)
from generator.forms.narrative.result_words import delay_in, is_copy, says_nothing
from generator.forms.narrative.subjects import (
    Subject,
    counts_same_thing,
    same_thing,
    subject_of,
    subjects,
)
from generator.forms.narrative.sums import StatedTotal, counted_totals, stated_totals
from generator.forms.narrative.vocabulary import FUND_COLUMNS, narrative_words

__all__ = [
    "FUND_COLUMNS",
    "Figure",
    "NamedYear",
    "Prose",
    "StatedTotal",
    "Subject",
    "counted_totals",
    "counts_same_thing",
    "delay_in",
    "figures",
    "is_copy",
    "narrative_words",
    "prose",
    "quoted",
    "same_thing",
    "says_nothing",
    "stated_totals",
    "subject_of",
    "subjects",
    "years_named",
    "years_planned",
]
