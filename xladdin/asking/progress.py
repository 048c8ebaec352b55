"""A small window of our own that tells how far long work is and has a button to stop it.

While an action runs, Excel waits for it and takes neither clicks nor the Esc key.  Python is a
process of its own there, so the window is Python's (Tk, which comes with Python on Windows and
macOS): it answers whatever Excel does.  Where Tk is missing the work runs to its end.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from xladdin.contract import Progress
from xladdin.wording import texts

if TYPE_CHECKING:
    import tkinter

_WIDTH = 46
"""Characters in a line of the window."""


class Unstoppable:
    """Work nobody can stop."""

    def tell(self, text: str) -> bool:
        """Go on."""
        return False


class TkProgress:
    """The window; a click on the button, Esc and its cross all ask for the stop."""

    def __init__(self, root: "tkinter.Tk") -> None:
        import tkinter

        said = texts().click
        self._root, self._stopped = root, False
        root.title(said.title)
        root.attributes("-topmost", True)
        root.resizable(width=False, height=False)
        root.protocol("WM_DELETE_WINDOW", self._stop)
        root.bind("<Escape>", lambda _: self._stop())
        self._label = tkinter.Label(root, width=_WIDTH, padx=16, pady=12)
        self._label.pack()
        self._button = tkinter.Button(root, text=said.stop, width=12, command=self._stop)
        self._button.pack(pady=(0, 12))

    def tell(self, text: str) -> bool:
        """Show how far the work is; return whether the user wants it stopped."""
        self._label.configure(text=texts().click.stopping if self._stopped else text)
        self._root.update()
        return self._stopped

    def _stop(self) -> None:
        self._stopped = True


@contextmanager
def tk_progress() -> Iterator[Progress]:
    """Show the window for the block."""
    root = _root()
    if root is None:
        yield Unstoppable()
        return
    try:
        yield TkProgress(root)
    finally:
        root.destroy()


def _root() -> "tkinter.Tk | None":
    with suppress(Exception):  # no Tk in this Python, or no screen for it
        import tkinter

        return tkinter.Tk()
    return None
