"""What the command line shows: tables, progress, one-line messages; never a traceback."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NoReturn, TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from generator.batch.outcome import Outcome, Status
from generator.forms.findings import Severity

Item = TypeVar("Item")

USAGE, UNREADABLE, ERRORS, FINE = 2, 3, 1, 0
"""Exit status: wrong use, unreadable input, findings of severity error, nothing of the kind."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_STATUS = {Status.OK: "通过", Status.FINDINGS: "有问题", Status.REJECTED: "未读取"}


def prepare_streams() -> None:
    """Let output never fail on a console that cannot show Chinese."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def out() -> Console:
    """Return the console for results."""
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def err() -> Console:
    """Return the console for messages."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def say(text: str) -> None:
    """Show one line of a result."""
    out().print(Text(text))


def warn(text: str) -> None:
    """Show one line of a message."""
    err().print(Text(text))


def fail(text: str, status: int = USAGE) -> NoReturn:
    """Show why a command cannot go on, and end it."""
    warn(text)
    raise typer.Exit(status)


def progress(items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
    """Yield items while a bar counts them, on a terminal only and on long work only."""
    console = err()
    if total < 2 or not console.is_terminal:
        yield from items
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(label, total=total)
        for item in items:
            yield item
            bar.advance(task)


def table(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Show a table; cells are plain text, whatever they contain."""
    drawn = Table(title=title, title_justify="left", header_style="bold")
    for heading in headings:
        drawn.add_column(heading, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    out().print(drawn)


def show_outcomes(outcomes: Iterable[Outcome]) -> None:
    """Show one line a file, then the findings above information with their cells."""
    console = out()
    for outcome in outcomes:
        console.print(_headline(outcome))
        for located in outcome.findings:
            finding = located.finding
            if finding.severity is Severity.INFO:
                continue
            line = Text("    ")
            line.append(f"{finding.severity.chinese} ", style=_COLOURS[finding.severity])
            line.append(f"{finding.rule} {located.cell or ''} ".replace("  ", " "))
            line.append(finding.message)
            if finding.explanation:
                line.append(f"（可能原因：{finding.explanation}）")
            console.print(line)


def _headline(outcome: Outcome) -> Text:
    line = Text(f"{outcome.file}：{_STATUS[outcome.status]}")
    if outcome.rejection is not None:
        return line.append(f"。{outcome.rejection.message}", style="red")
    entered, computed = outcome.entered, outcome.computed
    if entered is not None and computed is not None:
        line.append(f"，填报 {_score(entered.total_score)} 分{entered.rating or ''}")
        line.append(f"，复算 {_score(computed.total_score)} 分{computed.rating or ''}")
    counts = (f"{s.chinese} {outcome.count(s)}" for s in Severity if outcome.count(s))
    tail = "，".join(counts)
    return line.append(f"，{tail}" if tail else "")


def _score(value: object) -> str:
    return "—" if value is None else str(value)


def totals(outcomes: Iterable[Outcome]) -> tuple[str, int]:
    """Return the closing line over many files, and how many there are."""
    files, rejected = 0, 0
    found = dict.fromkeys(Severity, 0)
    for outcome in outcomes:
        files += 1
        rejected += outcome.status is Status.REJECTED
        for severity in Severity:
            found[severity] += outcome.count(severity)
    counts = "、".join(f"{severity.chinese} {count} 处" for severity, count in found.items())
    unread = f"，其中 {rejected} 份未能读取" if rejected else ""
    return f"共 {files} 份{unread}；{counts}。", files


def exit_status(outcomes: Iterable[Outcome]) -> int:
    """Return the exit status for some answers: unreadable wins over errors."""
    status = FINE
    for outcome in outcomes:
        if outcome.status is Status.REJECTED:
            return UNREADABLE
        if outcome.count(Severity.ERROR):
            status = ERRORS
    return status
