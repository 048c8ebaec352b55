"""``key``: the issuer's key, with which issued forms are sealed."""

from typing import TYPE_CHECKING

from generator.cli import console
from generator.cli.commands import group
from generator.cli.options import OpenPassword, Paths

if TYPE_CHECKING:
    from generator.batch.intake import Input
    from generator.batch.keyring import KeyRing
    from generator.batch.returns.issuer import Issuer

_REASONS = {
    "altered": "印记与内容不符：印记出自本单位密钥，但下发记录被改动过。",
    "foreign": "由其他单位或旧密钥签发：本机没有盖这个印记的密钥。",
    "malformed": "签发印记已损坏，无法验证。",
    "removed": "签发印记已被删除：下发记录说明这份表盖过印记。",
    "unsealed": "没有签发印记：这份表下发时没有盖印记。",
}
"""Why a seal does not hold, by the verdict on it."""


def show() -> None:
    """显示签发密钥的指纹和存放位置。"""
    ring = _ring()
    known = ring.existing()
    if not known:
        console.say(f"还没有签发密钥：第一次生成空白表时自动产生，存放在 {ring.path}。")
        return
    rows = [
        (key.seal.fingerprint, key.made, "当前" if number == 0 else "仅验证")
        for number, key in enumerate(reversed(known))
    ]
    console.table("签发密钥", ("指纹", "生成日期", "用途"), rows)
    console.say(
        f"密钥文件：{ring.path}。请把它和同一文件夹中的下发登记簿（.issues.jsonl）备份到安全的地方，丢失后无法验证已发出的表。"
    )


def rotate() -> None:
    """更换签发密钥；旧密钥保留，仍可验证以前发出的表。"""
    key = _ring().rotate()
    console.say(f"已启用新密钥 {key.seal.fingerprint}，旧密钥保留用于验证。请重新备份密钥文件。")


def verify(paths: Paths, password: OpenPassword = None) -> None:
    """验证表单是否由本单位发出、发出的内容是否完整。"""
    from generator.cli.writing import collect

    ring = _ring()
    if not ring.existing():
        console.fail("本机还没有签发密钥，无法验证。请把签发时的密钥文件从备份恢复到本机。")
    status = console.FINE
    for each in collect(paths).inputs:
        text, found = _verified(ring, each, password)
        status = max(status, found)
        console.say(f"{each.file}：{text}")
    raise console.Ended(status)


def known_issuer() -> "Issuer":
    """Return this user's issuer, to test returns with; says so where the key file is broken."""
    from generator.batch.keyring import BrokenKeyFile, KeyRing
    from generator.batch.returns.issuer import Issuer
    from generator.batch.system_errors import unread_because

    issuer = Issuer.here()
    try:
        KeyRing(issuer.path).existing()
    except BrokenKeyFile as broken:
        console.warn(f"密钥文件 {broken.path} 已损坏，这次不验证签发印记；请从备份恢复。")
    except OSError as error:
        console.warn(
            f"密钥文件 {issuer.path} 无法读取（{unread_because(error)}），这次不验证签发印记。"
        )
    return issuer


def _ring() -> "KeyRing":
    from generator.batch.keyring import BrokenKeyFile, KeyRing

    ring = KeyRing()
    try:
        ring.existing()
    except BrokenKeyFile as broken:
        console.fail(f"密钥文件 {broken.path} 已损坏，请从备份恢复；没有备份的，移走后重新生成。")
    return ring


def _verified(ring: "KeyRing", source: "Input", password: str | None) -> tuple[str, int]:
    from generator.batch.fill import reading_of
    from generator.workbook.issued.origin import Verdict, judge
    from generator.workbook.issued.stored import stored_record
    from generator.workbook.rejection import Rejected

    try:
        issued = reading_of(source, password).issued
    except Rejected as refused:
        return refused.rejection.message, console.UNREADABLE
    record = stored_record(issued.record)
    if record is None:
        return "没有下发记录：非本系统发出，或隐藏工作表已被删除、损坏。", console.ERRORS
    keys = [key.seal for key in ring.existing()]
    verdict = judge(issued.record, issued.seal, record.sealed_by, keys)
    key = ring.named_by(issued.seal)
    if verdict is Verdict.GENUINE and key is not None:
        day = f"，{record.issued} 下发" if record.issued else ""
        made = f"密钥 {key.seal.fingerprint}，{key.made} 起用"
        return f"印记有效（{made}{day}，第{record.issue}次）。", console.FINE
    return _REASONS[verdict.value], console.ERRORS


key = group("签发密钥：查看、更换、验证表单。", show, rotate, verify)
"""The command ``key``."""
