"""One form and one xlsx: layouts, writing, formulas, reading, patching, the seal."""
