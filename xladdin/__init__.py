"""The Excel side of jixiao: the ribbon add-in and its actions on an open workbook."""
