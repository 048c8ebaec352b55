"""One workbook over many forms: results, targets, indicators, statistics, what was not read."""

from generator.batch.summary.entry import SummaryEntry
from generator.batch.summary.write import summary_workbook

__all__ = ["SummaryEntry", "summary_workbook"]
