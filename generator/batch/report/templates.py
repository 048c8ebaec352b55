"""The report templates: everything put into them is escaped."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.resources import templates


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(templates("reports")),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def template(name: str) -> Template:
    """Return a template of ``templates/reports``."""
    return _environment().get_template(name)
