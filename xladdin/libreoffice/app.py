"""One LibreOffice, as xlwings sees an application, with its screen and its messages."""

import contextlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xladdin.libreoffice import area as areas
from xladdin.libreoffice import runtime
from xladdin.libreoffice.books import Books
from xladdin.libreoffice.connection import Connection
from xladdin.libreoffice.errors import LibreOfficeError
from xladdin.libreoffice.process import Office
from xladdin.libreoffice.ranges import Range
from xladdin.libreoffice.remote import Remote
from xladdin.libreoffice.sheet import Sheet

if TYPE_CHECKING:
    from xladdin.libreoffice.engine import Engine

_NO_RANGE = 0


class Screen:
    """Drawing and status bar of a LibreOffice."""

    def __init__(self, app: "App") -> None:
        """Take a LibreOffice."""
        self._app = app
        self._locked: list[Remote] = []
        self._updating = True
        self._status: str | bool = False
        self._indicator: Remote | None = None

    @property
    def updating(self) -> bool:
        """Whether changes are drawn at once; each book is unlocked as often as it was locked."""
        return self._updating

    @updating.setter
    def updating(self, value: bool) -> None:
        if bool(value) == self._updating:
            return
        self._updating = bool(value)
        if value:
            self._unlock()
        else:
            self._locked = [book.xl for book in self._app.books]
            for document in self._locked:
                document.lockControllers()

    @property
    def status(self) -> str | bool:
        """The text in the status bar; False when it is LibreOffice's own."""
        return self._status

    @status.setter
    def status(self, value: str | bool) -> None:
        self._status = value if isinstance(value, str) else False
        self._close_indicator()
        book = self._app.books.active
        if isinstance(value, str) and book is not None and not self._app.hidden:
            self._indicator = book.controller.Frame.createStatusIndicator()
            self._indicator.start(value, _NO_RANGE)

    def _unlock(self) -> None:
        for document in self._locked:
            with contextlib.suppress(LibreOfficeError):  # closed meanwhile
                document.unlockControllers()
        self._locked = []

    def _close_indicator(self) -> None:
        if self._indicator is not None:
            with contextlib.suppress(LibreOfficeError):  # its window is closed
                self._indicator.end()
            self._indicator = None


_TOOLKIT = "com.sun.star.awt.Toolkit"
_BUTTONS = {"ok": 1, "ok_cancel": 2, "yes_no": 3, "yes_no_cancel": 4}
_ANSWERS = {0: "cancel", 1: "ok", 2: "yes", 3: "no"}
_UNATTENDED = {"ok": "ok", "ok_cancel": "cancel", "yes_no": "no", "yes_no_cancel": "cancel"}


@dataclass(frozen=True, slots=True)
class Message:
    """What would have been shown."""

    text: str
    title: str
    buttons: str
    critical: bool


def unattended(message: Message) -> str:
    """Return the answer of nobody: nothing is agreed to."""
    return _UNATTENDED[message.buttons]


def show(connection: Connection, frame: Any, message: Message) -> str:
    """Show a message and return the button that was pressed."""
    kind = "ERRORBOX" if message.critical else "MESSAGEBOX"
    box = connection.create(_TOOLKIT).createMessageBox(
        frame.ContainerWindow,
        runtime.enumeration("com.sun.star.awt.MessageBoxType", kind),
        _BUTTONS[message.buttons],
        message.title,
        message.text,
    )
    try:
        return _ANSWERS[int(box.execute())]
    finally:
        box.dispose()  # or LibreOffice keeps its hidden window until it ends


_MODES = ("automatic", "manual")


class App(base_classes.App):
    """A LibreOffice: a process of our own (never visible), or one somebody is working with."""

    display_alerts = True
    enable_events = True
    interactive = True
    cut_copy_mode: bool | str | None = None

    def __init__(
        self, engine: "Engine", connection: Connection, office: Office | None, hidden: bool
    ) -> None:
        """Take a connection, and the process behind it when it is our own."""
        self.engine = engine
        self.hidden = hidden
        self.messages: list[Message] = []
        self._books = Books(self)
        self._connection, self._office = connection, office
        self._calculation = "automatic"
        self._screen = Screen(self)
        self._pid = office.pid if office else os.getpid()

    def is_attached_to(self, connection: Connection) -> bool:
        """Tell whether this is somebody else's LibreOffice at the end of a connection."""
        return self._office is None and self._connection.context == connection.context

    @property
    def books(self) -> Books:
        """The open books."""
        return self._books

    @property
    def pid(self) -> int:
        """The number of our own process, or of this Python's when somebody else's is used."""
        return self._pid

    @property
    def desktop(self) -> Remote:
        """LibreOffice's desktop."""
        return self._connection.desktop

    @property
    def api(self) -> Remote:
        """LibreOffice's desktop."""
        return self.desktop

    xl = api

    @property
    def version(self) -> str:
        """LibreOffice's version, as in ``7.4.7.2``."""
        return self._connection.version

    @property
    def hwnd(self) -> None:
        """There is no window handle."""
        return None

    @property
    def visible(self) -> bool:
        """Whether there is a window; asking a LibreOffice without one to show it does nothing."""
        return not self.hidden

    @visible.setter
    def visible(self, value: bool) -> None:
        """LibreOffice cannot change this while it runs."""

    @property
    def screen_updating(self) -> bool:
        """Whether changes are drawn at once."""
        return self._screen.updating

    @screen_updating.setter
    def screen_updating(self, value: bool) -> None:
        self._screen.updating = value

    @property
    def status_bar(self) -> str | bool:
        """The text in the status bar; False when it is LibreOffice's own."""
        return self._screen.status

    @status_bar.setter
    def status_bar(self, value: str | bool) -> None:
        self._screen.status = value

    @property
    def calculation(self) -> str:
        """``automatic`` or ``manual``, for all books."""
        return self._calculation

    @calculation.setter
    def calculation(self, mode: str) -> None:
        if mode not in _MODES:
            raise ValueError(f"LibreOffice calculates {' or '.join(_MODES)}, not {mode!r}")
        self._calculation = mode
        for book in self.books:
            book.xl.enableAutomaticCalculation(mode == "automatic")

    def calculate(self) -> None:
        """Calculate all formulas of all books anew."""
        for book in self.books:
            book.xl.calculateAll()

    @property
    def selection(self) -> Range | None:
        """The selected cells of the active book; None when something else is selected."""
        book = self.books.active
        if book is None:
            return None
        selected = book.controller.getSelection()
        try:
            return Sheet(book, selected.Spreadsheet).at(areas.of(selected.RangeAddress))
        except LibreOfficeError:  # several areas, or a drawing
            return None

    def activate(self, steal_focus: bool = False) -> None:
        """Make it the active application."""
        self.engine.apps.set_active(self)

    def alert(
        self,
        prompt: str | None,
        title: str | None,
        buttons: str | None,
        mode: str | None,
        callback: str | None,
    ) -> str:
        """Show a message; without a window it is kept in ``messages`` and not agreed to."""
        message = Message(prompt or "", title or "", buttons or "ok", mode == "critical")
        book = self.books.active
        if self.hidden or book is None:
            self.messages.append(message)
            return unattended(message)
        return show(self._connection, book.controller.Frame, message)

    def quit(self) -> None:
        """Close our own LibreOffice without saving; leave another's, only forgetting it."""
        if self._office is not None:
            for book in self.books if self._office.running else ():
                book.close()
            self._office.stop()
        self.engine.apps.forget(self)

    def kill(self) -> None:
        """End our own LibreOffice at once; leave another's, only forgetting it."""
        if self._office is not None:
            self._office.kill()
        self.engine.apps.forget(self)
