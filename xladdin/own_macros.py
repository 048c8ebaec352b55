"""Calls of the add-in's own VBA, which does in one round trip what would take many."""

import xlwings as xw

ADDIN = "jixiao.xlam"
"""The add-in's file, by which Excel knows its macros."""


class NoAddin(Exception):  # noqa: N818  (an answer about Excel, not a program error)
    """The add-in is not loaded (or is another version): the macro could not be run."""


def call(app: xw.App, function: str, *texts: str) -> str:
    """Run a function of the add-in with texts and return the text it gives.

    Raises ``NoAddin`` where it cannot be run.
    """
    try:
        return str(app.macro(f"{ADDIN}!{function}")(*texts) or "")
    except Exception:  # each system's bridge to Excel has an error of its own
        raise NoAddin from None
