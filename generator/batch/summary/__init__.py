"""One workbook over many forms: results, targets, indicators, statistics, what was not read."""

from generator.batch.summary.collected import Collected
from generator.batch.summary.write import write_summary

__all__ = ["Collected", "write_summary"]
