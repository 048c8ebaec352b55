"""Reading a form by its labels: for workbooks copied, exported from elsewhere or made by hand.

Rows and columns may have moved, merges may be split: labels are found wherever they stand, and a
field stands where its label points.
"""

from generator.workbook.reader.labelled.recognise import labelled_places

__all__ = ["labelled_places"]
