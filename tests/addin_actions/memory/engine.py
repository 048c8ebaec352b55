"""The program and the engine xlwings knows it by."""

from typing import Any

from xlwings import base_classes

from tests.addin_actions.memory.sheets import Book

NAME = "memory"


class Engine:
    name = NAME
    type = "desktop"

    def __init__(self) -> None:
        self.apps = Apps()

    @staticmethod
    def prepare_xl_data_element(x: Any, options: Any) -> Any:
        return "" if x is None else x

    @staticmethod
    def clean_value_data(data: Any, dates: Any, empty: Any, numbers: Any, errors: bool) -> Any:
        return [[empty if v in (None, "") else v for v in row] for row in data]


class Apps(base_classes.Apps):
    def __init__(self) -> None:
        self._apps: list[App] = []

    def keys(self) -> list[int]:
        return list(range(len(self._apps)))

    def __iter__(self) -> Any:
        return iter(self._apps)

    def __len__(self) -> int:
        return len(self._apps)

    def __getitem__(self, pid: int) -> "App":
        return self._apps[pid]

    def add(self, *args: Any, **kwargs: Any) -> "App":
        self._apps[:] = [App()]
        return self._apps[0]


class App(base_classes.App):
    def __init__(self) -> None:
        self._state: dict[str, Any] = {
            "screen_updating": True, "status_bar": False, "calculation": "automatic",
            "display_alerts": True,
        }  # fmt: skip
        self._books: list[Book] = []
        self._selection: Any = None

    engine = property(lambda self: ENGINE)
    pid = property(lambda self: 0)
    books = property(lambda self: self._books)
    selection = property(lambda self: self._selection)

    def calculate(self) -> None:
        pass

    def activate(self, steal_focus: bool = False) -> None:
        pass


def _setting(name: str) -> property:
    def get(self: Any) -> Any:
        return self._state[name]

    def put(self: Any, value: Any) -> None:
        self._state[name] = value

    return property(get, put)


for _name in ("screen_updating", "status_bar", "calculation", "display_alerts"):
    setattr(App, _name, _setting(_name))

ENGINE = Engine()
