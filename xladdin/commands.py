"""``jixiao addin``: build, install, uninstall and examine the add-in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import console
from generator.cli.commands import group
from generator.cli.options import Force

if TYPE_CHECKING:
    from xladdin.wording import Command

Target = Annotated[Path | None, typer.Option("-o", "--output", help="输出文件。", metavar="文件")]
Extension = Annotated[bool, typer.Option("--extension", help="生成 LibreOffice 扩展（.oxt）。")]


def build(output: Target = None, extension: Extension = False, force: Force = False) -> None:
    """生成加载项文件 jixiao.xlam，或 LibreOffice 扩展 jixiao.oxt。"""
    from generator.cli.writing import guard, save

    path = output or Path("jixiao.oxt" if extension else "jixiao.xlam")
    guard([path], force=force)
    save(_extension() if extension else _addin(), path)
    console.say(_words().built.format(path=path))


def install() -> None:
    """安装 Excel 加载项（当前用户，不需要管理员权限）。"""
    from xladdin import installing

    with _refusals():
        done = installing.install(installing.ThisMachine())
    console.say(_words().installed.format(version=done.version, path=done.path))


def uninstall() -> None:
    """卸载 Excel 加载项。"""
    from xladdin import installing

    with _refusals():
        removed = installing.uninstall(installing.ThisMachine())
    for path in removed:
        console.say(_words().uninstalled.format(path=path))
    if not removed:
        console.say(_words().nothing)


def doctor() -> None:
    """检查加载项为什么不能用，并说明怎样处理。"""
    from xladdin import installing

    with _refusals():
        complaints = installing.examine(installing.ThisMachine())
    if not complaints:
        console.say(_words().healthy)
        return
    rows = [(each.what, each.remedy) for each in complaints]
    console.table(_words().findings, ("问题", "处理办法"), rows)
    raise console.Ended(console.ERRORS)


def _words() -> "Command":
    from xladdin.wording import texts  # late: a page of help says none of them

    return texts().command


@contextmanager
def _refusals() -> Iterator[None]:
    """End the command with the sentence for what the installer refuses."""
    from xladdin.installing import Locked, Unsupported

    try:
        yield
    except Locked as refused:
        message = _words().locked.format(path=refused.path)
        console.fail(message, console.UNREADABLE)
    except Unsupported:
        console.fail(_words().unsupported)


def _addin() -> bytes:
    from xladdin.builder import build_addin

    return build_addin()


def _extension() -> bytes:
    from xladdin.extension import build_extension

    return build_extension()


app = group(
    "Excel 加载项和 LibreOffice 扩展：生成、安装、卸载、检查。", build, install, uninstall, doctor
)
"""The command ``addin``."""
