"""The live formulas of a workbook, and the values they are cached with."""
