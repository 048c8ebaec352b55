"""The report templates: everything put into them is escaped."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.resources import templates
from generator.snapshot import compiled_templates


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(templates("reports")),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled_templates(),
    )


def template(name: str) -> Template:
    """Return a template of ``templates/reports``."""
    return _environment().get_template(name)
