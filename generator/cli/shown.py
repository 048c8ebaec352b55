"""The answers to files as lines: what was entered, what it comes to, what was found."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.batch.outcome import Outcome, Status
from generator.cli import console
from generator.forms.findings import Severity

if TYPE_CHECKING:
    from generator.batch.report.statistics import Statistics

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


def closing_line(counts: "Statistics") -> str:
    """Return the closing line over many files."""
    found = "、".join(f"{each.chinese} {counts.severities[each]} 处" for each in Severity)
    unread = f"，其中 {counts.rejected} 份未能读取" if counts.rejected else ""
    return f"共 {counts.files} 份{unread}；{found}。"
