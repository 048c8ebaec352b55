"""The options several commands share, worded once."""

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[list[Path], typer.Argument(help="文件或文件夹，可以多个。", metavar="路径...")]
Folder = Annotated[Path, typer.Option("-o", "--output", help="输出文件夹。", metavar="文件夹")]
File = Annotated[Path, typer.Option("-o", "--output", help="输出文件。", metavar="文件")]
Force = Annotated[bool, typer.Option("--force", help="覆盖已有的输出文件。")]
OpenPassword = Annotated[
    str | None, typer.Option("--password", help="打开加密文件的密码。", metavar="密码")
]
LockPassword = Annotated[
    str | None, typer.Option("--password", help="给工作表保护加上密码。", metavar="密码")
]
FormPassword = Annotated[
    str | None,
    typer.Option("--open-password", help="打开加密申报表的密码。", metavar="密码"),
]
Reissue = Annotated[
    bool, typer.Option("--reissue", help="重新下发：内容有变的表作为新一次下发，旧表作废。")
]
Json = Annotated[
    str | None, typer.Option("--json", help="把结果写成 JSON 文件；- 表示屏幕。", metavar="文件|-")
]
Limited = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        help="放宽或收紧一项上限，可多次给出，如 cells=300000、seconds=60、file_size=30（MB）。",
        metavar="名称=数值",
    ),
]
LayoutName = Annotated[
    str | None, typer.Option("--layout", help="表式编号或名称，见 jixiao layouts。", metavar="表式")
]
