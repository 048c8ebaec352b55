"""The table of buttons, read strictly from ``templates/ribbon/buttons.yaml``."""

import itertools
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from generator.forms.data_files import Record, load, shaped
from generator.resources import templates
from generator.snapshot import kept

Text = Annotated[str, Field(min_length=1, max_length=1024, pattern=r"^\S(.*\S)?$")]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
KeyTip = Annotated[str, Field(pattern=r"^[A-Z0-9]{1,3}$")]
Icon = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
ActionName = Annotated[str, Field(pattern=r"^[a-z_]+:[a-z_]+$")]


class Tab(Record):
    """The ribbon tab."""

    id: Identifier
    label: Text
    key_tip: KeyTip


class Button(Record):
    """A button; ``buttons.yaml`` says what each value means."""

    id: Identifier
    label: Text
    screentip: Text
    supertip: Text
    icon: Icon
    key_tip: KeyTip
    action: ActionName
    asks: bool
    size: Literal["large", "normal"]


class Group(Record):
    """Buttons that stand together."""

    id: Identifier
    label: Text
    buttons: Annotated[tuple[Button, ...], Field(min_length=1)]


class ButtonTable(Record):
    """The tab with its groups, in the order of the screen."""

    tab: Tab
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]

    @property
    def buttons(self) -> Iterator[Button]:
        """Yield every button."""
        return itertools.chain.from_iterable(group.buttons for group in self.groups)

    def find(self, button_id: str) -> Button | None:
        """Return the button with an id, ``None`` for no such one."""
        return next((button for button in self.buttons if button.id == button_id), None)


def _refuse_clashes(table: ButtonTable) -> None:
    buttons = list(table.buttons)
    _refuse_twice("id", [table.tab.id, *(g.id for g in table.groups), *(b.id for b in buttons)])
    _refuse_twice("label", [button.label for button in buttons])
    _refuse_twice("action", [button.action for button in buttons])
    _refuse_clashing_tips([button.key_tip for button in buttons])


def _refuse_twice(what: str, values: list[str]) -> None:
    for value in values:
        if values.count(value) > 1:
            raise ValueError(f"{what} given twice: {value}")


def _refuse_clashing_tips(tips: list[str]) -> None:
    """Refuse a key tip that begins another: the longer one could never be typed."""
    for one, other in itertools.permutations(tips, 2):
        if other.startswith(one):
            raise ValueError(f"key tips clash: {one} and {other}")


def read_table(path: Path) -> ButtonTable:
    """Read a table.  Raises ``DataFileError`` naming file, line and what is wrong."""
    document = load(path)
    table = shaped(document, ButtonTable)
    try:
        _refuse_clashes(table)
    except ValueError as error:
        raise document.error(str(error)) from None
    return table


@cache
def button_table() -> ButtonTable:
    """Return the product's table, read once."""
    path = templates("ribbon", "buttons.yaml")
    return kept("ribbon-buttons", [path], read_table, path)
