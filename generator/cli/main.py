"""The command's entry: a command found and called, wrong use told in one Chinese sentence."""

import gc
import os
import sys
from collections.abc import Sequence

from generator.cli import console
from generator.cli.commands import Command, Commands, Program
from generator.cli.parsing import WrongUse, parse

NAME = "jixiao"
DEBUG = "JIXIAO_DEBUG"
"""Environment variable that lets an internal error show its traceback, for the makers."""

_HELP = "--help"
_COLLECTED_FROM = 50_000
"""So many new objects before the garbage is looked through: what a start imports is none."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command and end the process with its exit status."""
    gc.set_threshold(_COLLECTED_FROM)
    console.prepare_streams()
    given = sys.argv[1:] if arguments is None else arguments
    try:
        status = _run(given)
    finally:
        gc.freeze()  # the end of the process need not look through what it leaves
    sys.exit(status)


def _run(arguments: list[str]) -> int:
    try:
        _call_in(Program(), NAME, arguments)
    except console.Ended as ended:
        return ended.status
    except WrongUse as wrong:
        console.warn(f"{wrong}。")
        return console.USAGE
    except KeyboardInterrupt:
        console.warn("已中断。")
        return 130
    except OSError as error:
        console.warn(f"文件无法写入或读取（{error.strerror}）：{error.filename or ''}")
        return console.USAGE
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        console.warn(
            f"程序内部出错（{type(error).__name__}: {error}），已停止，原文件没有改动。"
            f"请把所用命令和文件告诉维护人员；设置环境变量 {DEBUG}=1 可显示详细信息。"
        )
        return console.UNREADABLE
    return console.FINE


def _call_in(group: Commands, called: str, words: Sequence[str]) -> None:
    """Call the command the first word names, with what the others give."""
    if not words or words[0] == _HELP:
        from generator.cli.usage import group_page

        console.page(group_page(called, group))
        raise console.Ended(console.FINE if words else console.USAGE)
    name, *rest = words
    try:
        found = group.load(name)
    except LookupError:
        raise WrongUse(f"没有“{name}”这个命令。用法请见 {called} --help") from None
    if callable(found):
        _call(found, f"{called} {name}", rest)
    else:
        _call_in(found, f"{called} {name}", rest)


def _call(command: Command, called: str, words: Sequence[str]) -> None:
    from generator.cli.arguments import parameters

    if _HELP in words:
        from generator.cli.usage import command_page

        console.page(command_page(called, command))
        return
    try:
        values = parse(parameters(command), words)
    except WrongUse as wrong:
        raise WrongUse(f"{wrong}。用法请见 {called} {_HELP}") from None
    command(**values)
