"""Which commands there are; the module of one is imported when it is called, and no other."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from generator.cli import usage

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


class Command(TyperCommand):
    """A command whose help page is Chinese throughout, and which knows what was called."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the words of the command line; a refusal of them names this command."""
        try:
            return super().parse_args(ctx, args)
        except Exception as error:
            if getattr(error, "ctx", ctx) is None:  # an option without its value
                error.ctx = ctx  # type: ignore[attr-defined]
            raise

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        formatter.write(usage.command_page(ctx.command_path, self))


class Group(TyperGroup):
    """Several commands under one name."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        formatter.write(usage.group_page(ctx.command_path, self.help or "", commands))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command the first word names; raises ``WrongUse`` for none."""
        if self.get_command(ctx, args[0]) is None:
            raise usage.WrongUse(f"没有“{args[0]}”这个命令", ctx.command_path)
        return super().resolve_command(ctx, args)


class Program(Group):
    """All commands: our own, and those other packages bring."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of all commands there are."""
        return [*_MODULES, *_plugins()]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command by its name, made when first asked for; ``None`` for none."""
        if cmd_name not in self.commands and (thing := _named(cmd_name)) is not None:
            self.add_command(_made(thing), cmd_name)
        return super().get_command(ctx, cmd_name)


def group(help: str, *commands: Callable[..., None]) -> typer.Typer:
    """Return several functions as the commands of one name."""
    app = typer.Typer(cls=Group, help=help, no_args_is_help=True, add_completion=False)
    for command in commands:
        app.command(command.__name__, cls=Command)(command)
    return app


def _named(name: str) -> Callable[..., None] | typer.Typer | None:
    """Return the function or group of a command, its module imported; ``None`` for none."""
    if name in _MODULES:
        module = import_module(f"generator.cli.{_MODULES[name]}")
        own: Callable[..., None] | typer.Typer = getattr(module, name)
        return own
    load = _plugins().get(name)
    return None if load is None else load()


def _made(thing: Callable[..., None] | typer.Typer) -> Any:
    """Return what typer makes of a function, or of a group."""
    if isinstance(thing, typer.Typer):
        return typer.main.get_command(thing)
    app = typer.Typer(add_completion=False)
    app.command(thing.__name__, cls=Command)(thing)
    return typer.main.get_command(app)


def _plugins() -> dict[str, Callable[[], typer.Typer]]:
    """Return what loads each of the other packages' commands; to look for them takes a while."""
    from importlib.metadata import entry_points

    return {entry.name: entry.load for entry in entry_points(group=PLUGINS)}
