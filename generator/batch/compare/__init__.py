"""``jixiao compare``: many forms against earlier or issued ones, as table, JSON and workbook."""

from generator.batch.compare.as_json import comparison_to_json
from generator.batch.compare.book import comparison_book
from generator.batch.compare.rows import comparison_headings, comparison_rows
from generator.batch.compare.run import ComparedPair, Comparison, FiledForm, compare_all

__all__ = [
    "ComparedPair",
    "Comparison",
    "FiledForm",
    "compare_all",
    "comparison_book",
    "comparison_headings",
    "comparison_rows",
    "comparison_to_json",
]
