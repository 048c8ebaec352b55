"""The engine as xlwings knows it, and its applications."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import xlwings as xw
from xlwings import base_classes

from xladdin.libreoffice import values
from xladdin.libreoffice.app import App
from xladdin.libreoffice.connection import Connection
from xladdin.libreoffice.process import Office
from xladdin.libreoffice.remote import Calls

NAME = "libreoffice"


class Apps(base_classes.Apps):
    """The LibreOffices in use; the first is the active one."""

    def __init__(self, engine: "Engine") -> None:
        """Take the engine."""
        self._engine = engine
        self._apps: list[App] = []

    def add(
        self,
        spec: str | None = None,
        add_book: bool | None = None,
        xl: Any = None,
        visible: bool | None = None,
    ) -> App:
        """Start a LibreOffice (``spec``: its program, if not the installed one)."""
        office = Office(spec).start()
        app = App(self._engine, Connection(office.context, self._engine.calls), office, hidden=True)
        self._apps.insert(0, app)
        if add_book:
            app.books.add()
        return app

    def attach(self, context: Any, hidden: bool) -> App:
        """Use a running LibreOffice; the second time, what is known of it already."""
        connection = Connection(context, self._engine.calls)
        for app in self._apps:
            if app.is_attached_to(connection):
                self.set_active(app)
                return app
        app = App(self._engine, connection, None, hidden)
        self._apps.insert(0, app)
        return app

    def set_active(self, app: App) -> None:
        """Make an application the active one."""
        self.forget(app)
        self._apps.insert(0, app)

    def forget(self, app: App) -> None:
        """Leave an application out from now on."""
        self._apps = [other for other in self._apps if other is not app]

    def keys(self) -> list[int]:
        """Return the process numbers."""
        return [app.pid for app in self._apps]

    def __getitem__(self, pid: int) -> App:
        for app in self._apps:
            if app.pid == pid:
                return app
        raise KeyError(f"no LibreOffice has the process number {pid}")

    def __iter__(self) -> Iterator[App]:
        return iter(list(self._apps))

    def __len__(self) -> int:
        return len(self._apps)

    @staticmethod
    def cleanup() -> None:
        """Nothing to do: processes of ours end with us."""


class Engine:
    """LibreOffice in the place of Excel."""

    name = NAME
    type = "desktop"

    def __init__(self) -> None:
        self.calls = Calls()
        self.apps = Apps(self)

    @staticmethod
    def prepare_xl_data_element(value: Any, options: Any) -> values.CellValue:
        """Return a Python value as a cell can hold it."""
        return values.prepare(value)

    @staticmethod
    def clean_value_data(
        data: Iterable[Iterable[Any]],
        datetime_builder: Callable[..., Any],
        empty_as: Any,
        number_builder: Callable[[float], Any] | None,
        err_to_str: bool,
    ) -> list[list[Any]]:
        """Return what was read in the types the caller has asked for."""
        return values.clean(data, datetime_builder, empty_as, number_builder, err_to_str)


def register(activate: bool = True) -> Engine:
    """Make the engine known to xlwings, and by default the active one; return it."""
    if NAME not in [engine.name for engine in xw.engines]:
        xw.engines.add(xw.Engine(impl=Engine()))
    engine = xw.engines[NAME]
    if activate:
        engine.activate()
    impl: Engine = engine.impl
    return impl


def attach(context: Any, *, hidden: bool = False) -> xw.App:
    """Use a running LibreOffice through its UNO component context.

    An extension hands in the context it was given: its books become xlwings books, and
    ``xw.Book.caller()`` is the one in front.  ``hidden`` is for a LibreOffice without a window.
    """
    app = register().apps.attach(context, hidden)
    front = app.books.active
    if front is not None:
        xw.Book(impl=front).set_mock_caller()
    return xw.App(impl=app)
