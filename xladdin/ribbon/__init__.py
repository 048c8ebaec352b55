"""The one table of buttons: it gives the ribbon and its help, the extension and the dispatch."""

from xladdin.ribbon.table import Button, ButtonTable, Group, Tab, button_table, read_table

__all__ = ["Button", "ButtonTable", "Group", "Tab", "button_table", "read_table"]
