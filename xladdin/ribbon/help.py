"""What each button does, as text for a message or a manual."""

from collections.abc import Iterator

from xladdin.ribbon.table import ButtonTable, Group, button_table


def help_text(table: ButtonTable | None = None) -> str:
    """Return one line a button under the name of its group."""
    shown = table or button_table()
    return "\n\n".join("\n".join(_lines(group)) for group in shown.groups)


def _lines(group: Group) -> Iterator[str]:
    yield f"【{group.label}】"
    for button in group.buttons:
        yield f"{button.label}：{button.supertip}"
