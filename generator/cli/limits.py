"""``--limit``: settings turned into an allowance, wrong ones told with the list of limits."""

from collections.abc import Sequence

from generator.batch.allowance import Allowance, WrongLimit, names, usual
from generator.cli import console


def allowance(settings: Sequence[str] | None) -> Allowance:
    """Return what one file may take; ends the command for a limit nobody knows or a bad value."""
    try:
        return Allowance().with_settings(settings or ())
    except WrongLimit as wrong:
        known = "、".join(f"{name}（{usual(name)}）" for name in names())
        console.fail(
            f"--limit {wrong.text} 不能用：应为“名称=正整数”。"
            f"可用的名称（括号内为默认值）有：{known}。"
            "file_size、inflated、memory、foreign_memory 以 MB 计，"
            "seconds、foreign_seconds 以秒计。"
        )
