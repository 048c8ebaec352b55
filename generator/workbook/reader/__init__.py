"""Reading a returned workbook: by its hidden sheet and defined names, or by its labels."""

from generator.workbook.reader.read import read_workbook_form
from generator.workbook.reader.reading import Note, Origin, Reading

__all__ = ["Note", "Origin", "Reading", "read_workbook_form"]
