"""``python -m tests.review.report``: how often every rule fires on forms, and how well."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.forms.catalogue import catalogue
from generator.forms.findings import Finding
from tests.review.measure import FORMS, Measured, measured

_HEADS = ("规则", "提出", "应提且提出", "漏提", "误提", "未列入", "标题")
_WIDTHS = (8, 6, 12, 6, 6, 8)


def main() -> None:
    """Print a line for every rule, then every miss, false alarm and finding no list speaks of."""
    by_folder: dict[str, list[Measured]] = {}
    for path in FORMS:
        by_folder.setdefault(str(path.parent), []).append(measured(path))
    for folder, results in by_folder.items():
        sys.stdout.write(f"{folder}（{len(results)} 张表）\n")
        sys.stdout.writelines(f"{line}\n" for line in (*_table(results), *_notes(results), ""))


def _table(results: list[Measured]) -> Iterator[str]:
    fired = _count(finding for each in results for finding in each.findings)
    hits = _count(finding for each in results for finding in each.hits)
    missed = Counter(entry.rule for each in results for entry in each.missed)
    false = _count(finding for each in results for finding in each.false_alarms)
    unjudged = _count(finding for each in results for finding in each.unjudged)
    yield _line(_HEADS)
    for rule in catalogue().values():
        if rule.found_by == "check":
            counts = (table[rule.id] for table in (fired, hits, missed, false, unjudged))
            yield _line((rule.id, *map(str, counts), rule.title))
    totals = (sum(table.values()) for table in (fired, hits, missed, false, unjudged))
    yield _line(("合计", *map(str, totals), ""))


def _notes(results: list[Measured]) -> Iterator[str]:
    for each in results:
        for entry in each.missed:
            yield f"漏提 {each.name} {entry.rule} {entry.why}"
        for words, findings in (("误提", each.false_alarms), ("未列入", each.unjudged)):
            for finding in findings:
                severity = finding.severity.chinese
                yield f"{words} {each.name} {finding.rule} {severity} {finding.message}"


def _count(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(finding.rule for finding in findings)


def _line(cells: Iterable[str]) -> str:
    *counts, title = cells
    padded = (_padded(cell, width) for cell, width in zip(counts, _WIDTHS, strict=True))
    return "".join((*padded, title))


def _padded(text: str, width: int) -> str:
    """Fill up to a width on the screen, where Chinese characters take two places."""
    return text + " " * max(width - len(text) - sum(ord(char) > 0x2E80 for char in text), 1)


if __name__ == "__main__":
    main()
