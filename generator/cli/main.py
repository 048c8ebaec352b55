"""The command's entry: commands gathered, wrong use told in one Chinese sentence."""

import os
import sys
from importlib.metadata import entry_points
from typing import Any

import typer

from generator.cli import catalogue, comparing, console, demo, exchange, issuing, keys, returns

PLUGINS = "jixiao.commands"
"""Entry-point group by which further commands join (the add-in's, which need xlwings)."""

DEBUG = "JIXIAO_DEBUG"
"""Environment variable that lets an internal error show its traceback, for the makers."""

app = typer.Typer(
    name="jixiao",
    help="绩效目标申报表与绩效自评表：生成空白表，复算和复核退回表。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for module in (demo, catalogue, issuing, exchange, returns, comparing, keys):
    module.register(app)


def main(arguments: list[str] | None = None) -> None:
    """Run the command and end the process with its exit status."""
    console.prepare_streams()
    given = sys.argv[1:] if arguments is None else arguments
    sys.exit(_run(given))


def _run(arguments: list[str]) -> int:
    _add_plugins(arguments)
    try:
        status = app(args=arguments, standalone_mode=False)
    except typer.Abort:
        console.warn("已中断。")
        return 130
    except KeyboardInterrupt:
        console.warn("已中断。")
        return 130
    except OSError as error:
        console.warn(f"文件无法写入或读取（{error.strerror}）：{error.filename or ''}")
        return console.USAGE
    except Exception as error:
        if hasattr(error, "format_message"):
            console.warn(_wrong_use(error))
            return console.USAGE
        if os.environ.get(DEBUG):
            raise
        console.warn(
            f"程序内部出错（{type(error).__name__}: {error}），已停止，原文件没有改动。"
            f"请把所用命令和文件告诉维护人员；设置环境变量 {DEBUG}=1 可显示详细信息。"
        )
        return console.UNREADABLE
    return status if isinstance(status, int) else console.FINE


def _add_plugins(arguments: list[str]) -> None:
    """Let other packages' commands join, when one is asked for or the help lists them."""
    own = {command.name or "" for command in app.registered_commands}
    own |= {group.name or "" for group in app.registered_groups}
    if arguments and arguments[0] in own:
        return
    for entry in entry_points(group=PLUGINS):
        if entry.name not in own:
            app.add_typer(entry.load(), name=entry.name)


def _wrong_use(error: Any) -> str:
    """Word what the command-line library says of wrong arguments."""
    name = type(error).__name__
    parameter = getattr(getattr(error, "param", None), "human_readable_name", "")
    if name == "NoSuchOption":
        return f"没有“{error.option_name}”这个选项。用法请见 jixiao 命令 --help。"
    if name == "MissingParameter":
        return f"缺少参数“{parameter}”。用法请见 jixiao 命令 --help。"
    if name == "NoArgsIsHelpError":
        return str(error.format_message())
    return f"命令用法有误：{error.format_message()}。用法请见 jixiao --help。"
