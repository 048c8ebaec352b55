"""The answers to a batch: a copy to send back for each form, a workbook and a page over all."""
