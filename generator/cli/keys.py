"""``key``: the issuer's key, with which issued forms are sealed."""

from typing import Any

import typer

from generator.cli import console
from generator.cli.options import Paths


def register(app: typer.Typer) -> None:
    """Add these commands."""
    group = typer.Typer(help="签发密钥：查看、更换、验证表单。", no_args_is_help=True)
    group.command()(show)
    group.command()(rotate)
    group.command()(verify)
    app.add_typer(group, name="key")


def show() -> None:
    """显示签发密钥的指纹和存放位置。"""
    ring = _ring()
    rows = [
        (key.seal.fingerprint, key.made, "当前" if number == 0 else "仅验证")
        for number, key in enumerate(reversed(ring.keys()))
    ]
    console.table("签发密钥", ("指纹", "生成日期", "用途"), rows)
    console.say(f"密钥文件：{ring.path}。请妥善备份，丢失后无法验证已发出的表。")


def rotate() -> None:
    """更换签发密钥；旧密钥保留，仍可验证以前发出的表。"""
    key = _ring().rotate()
    console.say(f"已启用新密钥 {key.seal.fingerprint}，旧密钥保留用于验证。请重新备份密钥文件。")


def verify(paths: Paths) -> None:
    """验证表单是否由本单位发出、发出的内容是否完整。"""
    from generator.cli.writing import collect

    ring = _ring()
    status = console.FINE
    for each in collect(paths).inputs:
        text, found = _verified(ring, each.path)
        status = max(status, found)
        console.say(f"{each.file}：{text}")
    raise typer.Exit(status)


def _ring() -> Any:
    from generator.batch.keyring import BrokenKeyFile, KeyRing

    ring = KeyRing()
    try:
        ring.keys()
    except BrokenKeyFile as broken:
        console.fail(f"密钥文件 {broken.path} 已损坏，请从备份恢复；没有备份的，移走后重新生成。")
    return ring


def _verified(ring: Any, path: Any) -> tuple[str, int]:
    from generator.workbook.reader import read_workbook_form
    from generator.workbook.rejection import Rejected

    try:
        reading = read_workbook_form(path)
    except Rejected as refused:
        return refused.rejection.message, console.UNREADABLE
    if not reading.issued.seal:
        return "没有签发印记，非本系统发出，或隐藏工作表已被删除。", console.ERRORS
    key = ring.verify(reading.issued.record, reading.issued.seal)
    if key is None:
        return "签发印记与内容或密钥不符，可能被改动过，或由其他单位发出。", console.ERRORS
    return f"印记有效（密钥 {key.seal.fingerprint}，{key.made} 起用）。", console.FINE
