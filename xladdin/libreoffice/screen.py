"""What a person sees while a program works: drawing, and the status bar."""

import contextlib
from typing import TYPE_CHECKING

from xladdin.libreoffice.errors import LibreOfficeError
from xladdin.libreoffice.remote import Remote

if TYPE_CHECKING:
    from xladdin.libreoffice.app import App

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
