"""What the command line shows: tables, progress, one-line messages; never a traceback."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NoReturn, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

Item = TypeVar("Item")
Line = list[tuple[str, str]]
"""Stretches of one line, each with its style, "" for none."""

USAGE, UNREADABLE, ERRORS, FINE = 2, 3, 1, 0
"""Exit status: wrong use, unreadable input, findings of severity error, nothing of the kind."""


def prepare_streams() -> None:
    """Let output never fail on a console that cannot show Chinese."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


class Ended(Exception):  # noqa: N818  (the end of a command, not a program error)
    """Raised where a command ends, with its exit status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def out() -> "Console":
    """Return the console for results."""
    from rich.console import Console  # late: only tables and terminals need it

    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def say(text: str) -> None:
    """Show one line of a result."""
    sys.stdout.write(f"{text}\n")


def page(text: str) -> None:
    """Show several lines as they are."""
    sys.stdout.write(text)


def warn(text: str) -> None:
    """Show one line of a message."""
    sys.stderr.write(f"{text}\n")


def fail(text: str, status: int = USAGE) -> NoReturn:
    """Show why a command cannot go on, and end it."""
    warn(text)
    raise Ended(status)


def progress(items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
    """Yield items while a bar counts them, on a terminal only and on long work only."""
    if total < 2 or not sys.stderr.isatty():
        return iter(items)
    from generator.cli.bar import counted  # late: see ``out``

    return counted(items, total, label)


def table(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Show a table; cells are plain text, whatever they contain."""
    from rich.table import Table
    from rich.text import Text

    drawn = Table(title=title, title_justify="left", header_style="bold")
    for heading in headings:
        drawn.add_column(heading, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    out().print(drawn)


def draw(console: "Console", line: Line) -> None:
    """Show one line in its colours."""
    from rich.text import Text

    console.print(Text.assemble(*line))
