"""The open books of a LibreOffice: asked anew each time, since a person may open and close some."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xladdin.libreoffice import runtime
from xladdin.libreoffice.book import Book, opening
from xladdin.libreoffice.errors import LibreOfficeError, MissingError, OpenError
from xladdin.libreoffice.remote import Remote

if TYPE_CHECKING:
    from xladdin.libreoffice.app import App

_SPREADSHEET = "com.sun.star.sheet.SpreadsheetDocument"
_NEW = "private:factory/scalc"


class Books(base_classes.Books):
    """The open spreadsheets; other documents are left out."""

    def __init__(self, app: "App") -> None:
        """Take a LibreOffice."""
        self.app = app
        self._known: dict[str, Book] = {}
        self._active: str | None = None

    @property
    def api(self) -> Remote:
        """The open documents in LibreOffice."""
        components: Remote = self.app.desktop.Components
        return components

    @property
    def active(self) -> Book | None:
        """The book in front; without a window, the one opened or activated last."""
        front = None if self.app.hidden else self.app.desktop.getCurrentComponent()
        if front is not None and front.supportsService(_SPREADSHEET):
            return self._book(front)
        books = self._open()
        chosen = self._known.get(self._active or "")
        return chosen if chosen in books else (books[-1] if books else None)

    def set_active(self, book: Book) -> None:
        """Bring a book to the front."""
        self._active = str(book.xl.RuntimeUID)
        if not self.app.hidden:
            book.controller.Frame.activate()

    def __iter__(self) -> Iterator[Book]:
        return iter(self._open())

    def __len__(self) -> int:
        return len(self._open())

    def __call__(self, name_or_index: str | int) -> Book:
        """Return a book by name, path or number, counted from 1 in the order of opening."""
        books = self._open()
        if isinstance(name_or_index, str):
            wanted = name_or_index.casefold()
            for book in books:
                if wanted in (book.name.casefold(), book.fullname.casefold()):
                    return book
        elif 1 <= name_or_index <= len(books):
            return books[name_or_index - 1]
        raise MissingError(f"there is no open book {name_or_index!r}")

    def add(self) -> Book:
        """Open a new book."""
        return self._load(_NEW, {"Hidden": self.app.hidden}, "a new book")

    def open(
        self,
        fullname: str,
        update_links: bool | None = None,
        read_only: bool | None = None,
        format: str | None = None,
        password: str | None = None,
        *_: Any,
        **__: Any,
    ) -> Book:
        """Open a file (arguments only Excel knows are ignored); one already open is returned."""
        path = Path(fullname).absolute()
        if not path.is_file():
            raise FileNotFoundError(fullname)
        if not path.stat().st_size:  # LibreOffice would take it for a new book
            raise OpenError(f"cannot open {path}: it is empty")
        for book in self._open():
            if book.path and Path(book.path) == path:
                book.activate()
                return book
        arguments = opening(
            path,
            hidden=self.app.hidden,
            read_only=bool(read_only),
            update_links=bool(update_links),
            password=password,
        )
        opened = self._load(runtime.file_url(path), arguments, str(path))
        opened.password = password
        return opened

    def _load(self, url: str, arguments: dict[str, Any], what: str) -> Book:
        try:
            document = self.app.desktop.loadComponentFromURL(
                url, "_blank", 0, runtime.properties(arguments)
            )
        except LibreOfficeError as error:
            raise OpenError(f"cannot open {what}: {error}") from error
        if document is None:
            raise OpenError(f"cannot open {what}: broken, in use, or its password is missing")
        if not document.supportsService(_SPREADSHEET):
            document.close(True)
            raise OpenError(f"cannot open {what}: it is no spreadsheet")
        document.enableAutomaticCalculation(self.app.calculation == "automatic")
        book = self._book(document)
        book.activate()
        return book

    def _open(self) -> list[Book]:
        components = self.api.createEnumeration()
        found: dict[str, Book] = {}
        while components.hasMoreElements():
            document = components.nextElement()
            if document.supportsService(_SPREADSHEET):
                found[str(document.RuntimeUID)] = self._book(document)
        self._known = found
        return [found[uid] for uid in sorted(found, key=int)]

    def _book(self, document: Remote) -> Book:
        uid = str(document.RuntimeUID)
        if uid not in self._known:
            self._known[uid] = Book(self.app, document)
        return self._known[uid]
