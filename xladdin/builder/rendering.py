"""The XML templates of the add-in and the extension: everything put into them is escaped."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import __version__
from generator.resources import templates
from xladdin.builder.archive import build_moment
from xladdin.ribbon import button_table


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(templates("ribbon")),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(name: str, **values: object) -> bytes:
    """Return a template of ``templates/ribbon`` filled with the table of buttons and values."""
    table = button_table()
    text = (
        _environment()
        .get_template(name)
        .render(
            tab=table.tab,
            groups=table.groups,
            version=__version__,
            moment=build_moment().strftime("%Y-%m-%dT%H:%M:%SZ"),
            **values,
        )
    )
    return text.encode()
