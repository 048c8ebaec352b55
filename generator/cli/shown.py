"""The answers to files as lines: what was entered, what it comes to, what was found."""

import sys
from collections.abc import Iterable, Iterator, Mapping

from generator.batch.outcome import Outcome, Status
from generator.cli import console
from generator.forms.findings import Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_STATUS = {Status.OK: "通过", Status.FINDINGS: "有问题", Status.REJECTED: "未读取"}


def show_outcomes(outcomes: Iterable[Outcome]) -> None:
    """Show one line a file, then the findings above information; in colours on a terminal."""
    coloured = console.out() if sys.stdout.isatty() else None
    for outcome in outcomes:
        for line in outcome_lines(outcome):
            if coloured is None:
                console.say("".join(text for text, _ in line))
            else:
                console.draw(coloured, line)


def outcome_lines(outcome: Outcome) -> Iterator[console.Line]:
    """Yield what is shown of the answer to one file."""
    yield list(_headline(outcome))
    for located in outcome.findings:
        finding = located.finding
        if finding.severity is Severity.INFO:
            continue
        cause = f"（可能原因：{finding.explanation}）" if finding.explanation else ""
        place = f"{finding.rule} {located.cell or ''} ".replace("  ", " ")
        yield [
            (f"    {finding.severity.chinese} ", _COLOURS[finding.severity]),
            (f"{place}{finding.message}{cause}", ""),
        ]


def _headline(outcome: Outcome) -> Iterator[tuple[str, str]]:
    yield f"{outcome.file}：{_STATUS[outcome.status]}", ""
    if outcome.rejection is not None:
        yield f"。{outcome.rejection.message}", "red"
        return
    entered, computed = outcome.entered, outcome.computed
    if entered is not None and computed is not None:
        yield f"，填报 {_score(entered.total_score)} 分{entered.rating or ''}", ""
        yield f"，复算 {_score(computed.total_score)} 分{computed.rating or ''}", ""
    for severity in Severity:
        if outcome.count(severity):
            yield f"，{severity.chinese} {outcome.count(severity)}", ""


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
    return closing_line(files, rejected, found), files


def closing_line(files: int, rejected: int, found: Mapping[Severity, int]) -> str:
    """Return the closing line over so many files and findings."""
    counts = "、".join(f"{severity.chinese} {found[severity]} 处" for severity in Severity)
    unread = f"，其中 {rejected} 份未能读取" if rejected else ""
    return f"共 {files} 份{unread}；{counts}。"


def exit_status(outcomes: Iterable[Outcome]) -> int:
    """Return the exit status for some answers: unreadable wins over errors."""
    status = console.FINE
    for outcome in outcomes:
        if outcome.status is Status.REJECTED:
            return console.UNREADABLE
        if outcome.count(Severity.ERROR):
            status = console.ERRORS
    return status
