"""The catalogue of rules: ids, severities and Chinese texts of everything a review can find.

Rules are data (``templates/rules/*.yaml``, one file per family); :func:`finding` is the single way
from a rule to a finding.
"""

from generator.forms.catalogue.fault import Fault, by_effect, fault, finding, shown
from generator.forms.catalogue.rules import (
    Family,
    Kind,
    Rule,
    RuleFileError,
    Variant,
    catalogue,
    families,
    read_families,
    severity_text,
)

__all__ = [
    "Family",
    "Fault",
    "Kind",
    "Rule",
    "RuleFileError",
    "Variant",
    "by_effect",
    "catalogue",
    "families",
    "fault",
    "finding",
    "read_families",
    "severity_text",
    "shown",
]
