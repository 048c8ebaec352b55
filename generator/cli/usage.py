"""The help pages and the refusals of wrong use, Chinese throughout."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

_GAP = 2  # columns between a name and what it means
_WIDEST = 34
"""A longer name has its explanation on the next line."""


def group_page(called: str, help: str, commands: Iterable[tuple[str, Any]]) -> str:
    """Return the page of a group of commands, or of the whole program."""
    rows = [(name, (command.help or "").partition("\n")[0]) for name, command in commands]
    parts = (f"用法：{called} 命令 [参数...]", help, "命令：", *_listed(rows))
    return _page(*parts, f"各命令的用法：{called} 命令 --help")


def command_page(called: str, command: Any) -> str:
    """Return the page of one of typer's commands."""
    arguments = [(shown(each), each.help or "") for each in command.params if not _is_option(each)]
    options = [(_option_name(each), _help(each)) for each in command.params if _is_option(each)]
    places = "".join(f" {name}" for name, _ in arguments)
    return _page(
        f"用法：{called}{places} [选项]",
        command.help or "",
        *(("参数：", *_listed(arguments)) if arguments else ()),
        "选项：",
        *_listed([*options, ("--help", "显示这页说明。")]),
    )


def shown(parameter: Any) -> str:
    """Return what staff call a parameter."""
    return str(max(parameter.opts, key=len) if _is_option(parameter) else parameter.metavar)


def _page(*parts: str) -> str:
    return "\n".join(parts) + "\n"


def _is_option(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "option")


def _option_name(parameter: Any) -> str:
    return f"{', '.join(parameter.opts)} {parameter.metavar or ''}".rstrip()


def _help(parameter: Any) -> str:
    return f"{parameter.help}{'（必填）' if parameter.required else ''}"


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


_EXTRA = re.compile(r"\(([^()]*)\)$")
_LEAST = re.compile(r"(?:x>=|equal to )(\d+)")


class WrongUse(Exception):  # noqa: N818  (an answer to the user, not a program error)
    """A command was called wrongly; ``called`` is the command whose help says more."""

    def __init__(self, what: str, called: str) -> None:
        super().__init__(f"{what}。用法请见 {called} --help。")


def worded(error: Any) -> str:
    """Return what typer's refusal of the arguments means to staff.

    Its exceptions are told by name: where they are defined differs from version to version.
    """
    called = getattr(error.ctx, "command_path", "jixiao")
    return str(WrongUse(_what(error), called))


def _what(error: Any) -> str:
    match type(error).__name__:
        case "NoSuchOption":
            return f"没有“{error.option_name}”这个选项"
        case "MissingParameter":
            return f"缺少参数“{shown(error.param)}”"
        case "BadOptionUsage" if "not take" in error.message:
            return f"选项“{error.option_name}”后面不能有内容"
        case "BadOptionUsage":
            return f"选项“{error.option_name}”后面缺少内容"
        case "BadParameter":
            return _bad(error)
    extra = _EXTRA.search(error.message)
    return f"多余的参数“{extra[1]}”" if extra else f"命令用法有误：{error.message}"


def _bad(error: Any) -> str:
    least = _LEAST.search(error.message)
    beyond = f"（不小于 {least[1]}）" if least else ""
    return f"“{shown(error.param)}”应为整数{beyond}"
