"""Writing the workbook of one form: drawn with openpyxl, filled in through our own patcher."""

from generator.workbook.writer.write import FormOptions, write_form

__all__ = ["FormOptions", "write_form"]
