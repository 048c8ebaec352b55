"""Many files: blanks, filled forms, recalculated returns, summaries, reports."""
