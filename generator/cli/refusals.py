"""Wrong use of a command, worded in one Chinese sentence."""

import re
from typing import Any

from generator.cli.usage import shown

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
