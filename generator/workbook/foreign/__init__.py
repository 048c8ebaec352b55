"""Workbooks that are no .xlsx (.xls, .xlsb, .ods, .et): their values as an .xlsx in memory.

The libraries that understand these formats can abort a process or eat its memory, so they run in
a child process with limits, and so does the decryption of protected files.
"""

from generator.workbook.foreign.convert import as_xlsx, decrypted

__all__ = ["as_xlsx", "decrypted"]
