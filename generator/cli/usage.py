"""The help pages: what commands there are, and what each takes."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from generator.cli.arguments import Argument, Option, Parameter, parameters
from generator.cli.commands import Commands

_GAP = 2  # columns between a name and what it means
_WIDEST = 34
"""A longer name has its explanation on the next line."""


def group_page(name: str, group: Commands) -> str:
    """Return the page of a group of commands, or of the whole program."""
    rows = [(each, _first_line(group.load(each))) for each in group.names()]
    parts = (f"用法：{name} 命令 [参数...]", group.help, "命令：", *_listed(rows))
    return _page(*parts, f"各命令的用法：{name} 命令 --help")


def command_page(name: str, command: Callable[..., None]) -> str:
    """Return the page of one command."""
    taken = parameters(command)
    arguments = [(each.shown, _help(each)) for each in taken if not _is_option(each)]
    options = [(_option_name(each), _help(each)) for each in taken if _is_option(each)]
    places = " ".join(name for name, _ in arguments)
    return _page(
        f"用法：{name} {places} [选项]".replace("  ", " "),
        command.__doc__ or "",
        *(("参数：", *_listed(arguments)) if arguments else ()),
        "选项：",
        *_listed([*options, ("--help", "显示这页说明。")]),
    )


def _page(*parts: str) -> str:
    return "\n".join(parts) + "\n"


def _first_line(thing: Callable[..., None] | Commands) -> str:
    text = thing.help if isinstance(thing, Commands) else thing.__doc__ or ""
    return text.partition("\n")[0]


def _is_option(parameter: Parameter) -> bool:
    return isinstance(parameter.declared, Option)


def _option_name(parameter: Parameter) -> str:
    assert isinstance(parameter.declared, Option)
    return f"{', '.join(parameter.declared.names)} {parameter.declared.metavar}".rstrip()


def _help(parameter: Parameter) -> str:
    needed = parameter.required and not isinstance(parameter.declared, Argument)
    return f"{parameter.declared.help}{'（必填）' if needed else ''}"


def _listed(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield names with their explanations beside them, in columns a terminal keeps."""
    known = list(rows)
    fitting = [_width(name) for name, _ in known if _width(name) <= _WIDEST]
    column = max(fitting, default=0) + _GAP
    for name, text in known:
        if _width(name) > _WIDEST:
            yield f"  {name}"
            yield " " * (column + 2) + text
        else:
            yield f"  {name}{' ' * (column - _width(name))}{text}"


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes: two for a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
