"""The list of all rules as a page to read (``docs/规则.md``)."""

import re

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.forms.catalogue.rules import Rule, Variant, families, severity_text
from generator.forms.profiles import load_profile
from generator.resources import templates

_DEFAULT = "national-2020"
_PLACEHOLDER = re.compile(r" ?\{\w+\} ?")
_BLANK_LINES = re.compile(r"\n{3,}")


def rules_page() -> str:
    """Return the whole catalogue in Markdown, by ``templates/reports/rules.md.j2``."""
    environment = Environment(
        loader=FileSystemLoader(templates("reports")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # Markdown, and all of it our own
    )
    text = environment.get_template("rules.md.j2").render(
        families=families(),
        limits=load_profile(_DEFAULT).tolerances,
        severity=_severity,
        case_severity=_case_severity,
        shown=_shown,
    )
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"


def _severity(rule: Rule) -> str:
    """Return the severity, and where a profile has another one."""
    others = (
        f"，{load_profile(profile).name}为{severity_text(rule, profile)}"
        for profile in rule.severity_in
    )
    return severity_text(rule) + "".join(others)


def _case_severity(variant: Variant) -> str:
    """Return the severity of a case in brackets, where it or a profile has one of its own."""
    own = [variant.severity.chinese] if variant.severity else []
    own += [f"{load_profile(p).name}为{one.chinese}" for p, one in variant.severity_in.items()]
    return f"（{'，'.join(own)}）" if own else ""


def _shown(text: str) -> str:
    """Return a message with dots where the program fills something in."""
    return _PLACEHOLDER.sub("……", text)
