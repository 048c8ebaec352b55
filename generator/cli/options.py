"""The options several commands share, worded once."""

from pathlib import Path
from typing import Annotated

from generator.cli.arguments import Argument, Option

Paths = Annotated[list[Path], Argument(help="文件或文件夹，可以多个。", metavar="路径...")]
Folder = Annotated[Path, Option("-o", "--output", help="输出文件夹。", metavar="文件夹")]
File = Annotated[Path, Option("-o", "--output", help="输出文件。", metavar="文件")]
Force = Annotated[bool, Option("--force", help="覆盖已有的输出文件。")]
OpenPassword = Annotated[
    str | None, Option("--password", help="打开加密文件的密码。", metavar="密码")
]
LockPassword = Annotated[
    str | None, Option("--password", help="给工作表保护加上密码。", metavar="密码")
]
FormPassword = Annotated[
    str | None,
    Option("--open-password", help="打开加密申报表的密码。", metavar="密码"),
]
Reissue = Annotated[
    bool, Option("--reissue", help="重新下发：内容有变的表作为新一次下发，旧表作废。")
]
Json = Annotated[
    str | None, Option("--json", help="把结果写成 JSON 文件；- 表示屏幕。", metavar="文件|-")
]
Limited = Annotated[
    list[str] | None,
    Option(
        "--limit",
        help="放宽或收紧一项上限，可多次给出，如 cells=300000、seconds=60、file_size=30（MB）。",
        metavar="名称=数值",
    ),
]
LayoutName = Annotated[
    str | None, Option("--layout", help="表式编号或名称，见 jixiao layouts。", metavar="表式")
]
