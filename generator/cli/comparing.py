"""``compare``: forms against earlier or issued ones."""

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.options import Force, Json, OpenPassword, Paths


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(compare)


def compare(
    current: Paths,
    earlier: Annotated[
        list[Path], typer.Option("--with", help="对照的表（可重复给出）。", metavar="路径")
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="输出工作簿。", metavar="FILE.xlsx")
    ] = None,
    json: Json = None,
    password: OpenPassword = None,
    force: Force = False,
) -> None:
    """与以前年度的表或发出的表对照：指标的增减、更名、放宽和收紧。"""
    raise NotImplementedError
