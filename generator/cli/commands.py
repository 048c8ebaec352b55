"""Which commands there are; the module of one is imported when it is called, and no other."""

from collections.abc import Callable, Iterable
from importlib import import_module

PLUGINS = "jixiao.commands"
"""Entry-point group by which further commands join (the add-in's, which need xlwings)."""

_MODULES = {
    "demo": "demo",
    "layouts": "catalogue",
    "rules": "catalogue",
    "projects": "issuing",
    "blank": "issuing",
    "carry": "issuing",
    "fill": "exchange",
    "read": "exchange",
    "check": "returns",
    "recalc": "returns",
    "summary": "returns",
    "compare": "comparing",
    "key": "keys",
}
"""The module of :mod:`generator.cli` that holds each command, under the command's name."""

Command = Callable[..., None]


class Commands:
    """Several commands under one name, each a function and called as that is."""

    def __init__(self, help: str, *commands: Command) -> None:
        self.help = help
        self._commands = {command.__name__: command for command in commands}

    def names(self) -> Iterable[str]:
        """Return the names of the commands."""
        return self._commands

    def load(self, name: str) -> "Command | Commands":
        """Return a command; raises ``LookupError`` for none of this name."""
        return self._commands[name]


class Program(Commands):
    """All commands: our own, and those other packages bring."""

    def __init__(self) -> None:
        super().__init__("绩效目标申报表与绩效自评表：生成空白表，复算和复核退回表。")

    def names(self) -> Iterable[str]:
        """Return the names of all commands there are."""
        return (*_MODULES, *_plugins())

    def load(self, name: str) -> "Command | Commands":
        """Return a command or a group of them; raises ``LookupError`` for none of this name."""
        if name not in _MODULES:
            return _plugins()[name]()
        module = import_module(f"generator.cli.{_MODULES[name]}")
        found: Command | Commands = getattr(module, name)
        return found


def _plugins() -> dict[str, Callable[[], Commands]]:
    """Return what loads each of the other packages' commands; to look for them takes a while."""
    from importlib.metadata import entry_points

    return {entry.name: entry.load for entry in entry_points(group=PLUGINS)}
