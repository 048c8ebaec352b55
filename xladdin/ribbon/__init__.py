"""The one table of buttons: it gives the ribbon, the extension, the help and the dispatch."""

from xladdin.ribbon.help import help_text
from xladdin.ribbon.table import Button, ButtonTable, Group, Tab, button_table, read_table

__all__ = ["Button", "ButtonTable", "Group", "Tab", "button_table", "help_text", "read_table"]
