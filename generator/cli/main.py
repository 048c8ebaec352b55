"""The command's entry: a command found and called, wrong use told in one Chinese sentence."""

import gc
import os
import sys

from generator.cli import console, usage
from generator.cli.commands import Program

NAME = "jixiao"
HELP = "绩效目标申报表与绩效自评表：生成空白表，复算和复核退回表。"
INTERRUPTED = 130
"""Exit status of a command broken off by the person at the keyboard, as shells give it."""

DEBUG = "JIXIAO_DEBUG"
"""Environment variable that lets an internal error show its traceback, for the makers."""

_COLLECTED_FROM = 150_000
"""So many new objects before the garbage is looked through: what a start imports is none."""

_NO_PLUGINS = ("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""We bring none, and to find none pydantic would read about every package installed."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command and end the process with its exit status."""
    gc.set_threshold(_COLLECTED_FROM)
    os.environ.setdefault(*_NO_PLUGINS)
    console.prepare_streams()
    given = sys.argv[1:] if arguments is None else arguments
    try:
        status = _run(given)
    finally:
        gc.freeze()  # the end of the process need not look through what it leaves
    sys.exit(status)


def _run(arguments: list[str]) -> int:
    try:
        _call(arguments)
    except console.Ended as ended:
        return ended.status
    except usage.WrongUse as wrong:
        console.warn(str(wrong))
        return console.USAGE
    except KeyboardInterrupt:
        console.warn("已中断。")
        return INTERRUPTED
    except OSError as error:
        console.warn(_refused(error))
        return console.USAGE
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        console.warn(_fault(error))
        return console.UNREADABLE
    return console.FINE


def _refused(error: OSError) -> str:
    from generator.batch.system_errors import in_chinese  # late: seldom needed

    place = error.filename or "输出文件"
    return f"无法写入 {place}：{in_chinese(error)}。请核对路径和权限，或换一个输出位置后重试。"


def _fault(error: Exception) -> str:
    from generator.forms.data_files import DataFileError  # late: seldom needed

    if isinstance(error, DataFileError):
        return f"数据文件有误，已停止，原文件没有改动。请更正这个文件的这一行：{error}"
    return (
        f"程序内部出错（{type(error).__name__}: {error}），已停止，原文件没有改动。"
        f"请把所用命令和文件告诉维护人员；设置环境变量 {DEBUG}=1 可显示详细信息。"
    )


def _call(arguments: list[str]) -> None:
    """Call the command the arguments name; typer's refusals become ours."""
    program = Program(name=NAME, help=HELP, no_args_is_help=True)
    try:
        status = program.main(args=arguments, prog_name=NAME, standalone_mode=False)
    except Exception as error:
        name = type(error).__name__
        if name == "Abort":
            raise KeyboardInterrupt from None
        if name == "NoArgsIsHelpError":
            console.page(error.ctx.get_help() + "\n")  # type: ignore[attr-defined]
            raise console.Ended(console.USAGE) from None
        if hasattr(error, "format_message"):
            console.warn(usage.worded(error))
            raise console.Ended(console.USAGE) from None
        raise
    if status == INTERRUPTED:  # what typer makes of it, in some versions
        raise KeyboardInterrupt
