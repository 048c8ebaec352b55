"""Outcomes as a batch gives them, made by hand."""

from decimal import Decimal

from generator.batch.outcome import Computed, Figures, Located, Outcome
from generator.forms.findings import Finding, Severity
from generator.workbook.rejection import Rejection

SHEET = "绩效自评表"
HOSTILE = (
    '=HYPERLINK("http://x","点")',
    "+1+1",
    "@SUM(A1)",
    "-2",
    "\t=1",
    "<script>alert(1)</script>",
    "]]><x/>&amp;",
    "'\"",
    "坏\x00字\x01符\x0b\x1f\x7f",
    "_x0041_",
    "\ud800半个",
    "\u202e倒写",
    "两行\r\n文字",
    "长" * 40_000,
)


def located(
    severity: Severity,
    rule: str = "FND-3",
    cell: str | None = "G9",
    sheet: str | None = SHEET,
    message: str = "执行率填写为 93.65，应为 72.47。",
    entered: str | None = "93.65",
    expected: str | None = "72.47",
) -> Located:
    """Return one finding at a cell."""
    because = "误用了年初预算数"
    reference = "财预〔2020〕10号"
    found = Finding(rule, severity, "f", message, entered, expected, reference, because)
    return Located(found, sheet, cell)


ERROR = located(Severity.ERROR)
WARNING = located(Severity.WARNING, "SCR-3", "H18", message="得分高于按规则计算的 2.10。")
INFO = located(Severity.INFO, "STR-2", None, None, message="没有满意度指标。")


def outcome(
    file: str, *findings: Located, layout: str = "sh-eval-2023", rate: str = "72.47"
) -> Outcome:
    """Return the answer to a self-evaluation that was read."""
    points = Decimal("9.36"), Decimal("97.95")
    computed = Computed(
        Decimal(rate), Decimal("7.25"), Decimal("95.84"), "优", (), Decimal(94), "优"
    )
    return Outcome(
        file,
        layout=layout,
        project_name=f"项目{file}",
        department="某局",
        unit="某中心",
        fiscal_year=2023,
        entered=Figures(Decimal("93.65"), *points, "良"),
        computed=computed,
        findings=findings,
    )


def rejected(file: str) -> Outcome:
    """Return the answer to a file that could not be read."""
    return Outcome(file, Rejection("PKG-EMPTY", "文件是空的。"))


def hostile() -> Outcome:
    """Return an outcome all of whose texts are meant to do harm."""
    found = [
        located(Severity.WARNING, message=text, entered=text, expected=text) for text in HOSTILE
    ]
    return outcome(HOSTILE[0] + "<b>.xlsx", ERROR, *found)
