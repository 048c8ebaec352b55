"""The answers to a batch: a copy to send back for each form, a workbook and a page over all."""

from generator.batch.report.gathered import Gathered
from generator.batch.report.return_copy import return_copy
from generator.batch.report.review_book import write_review_book
from generator.batch.report.review_page import write_review_page

__all__ = ["Gathered", "return_copy", "write_review_book", "write_review_page"]
