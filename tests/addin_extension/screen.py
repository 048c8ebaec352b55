"""A screen nobody sees (Xvfb), a mouse and a keyboard (xdotool), a camera (scrot)."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.addin_extension.office import ExtendedOffice

Found = TypeVar("Found")
TOOLBAR = "private:resource/toolbar/addon_cn.jixiao.addin.bar"
_DIALOGS = (1, 12)
"""What screen readers call an alert and a dialog (``com.sun.star.accessibility``)."""

_TRIES, _PATIENCE = 4, 15
_MOST = 500
"""More than any dialog has in one place, and far fewer than a sheet has cells."""

needs_screen = pytest.mark.skipif(
    not all(map(shutil.which, ("Xvfb", "xdotool", "scrot"))),
    reason="no screen (packages xvfb, xdotool, scrot)",
)


@dataclass(frozen=True)
class Screen:
    """A screen by its X display name."""

    display: str

    def click(self, place: tuple[int, int]) -> None:
        """Click with the mouse."""
        self._do("xdotool", "mousemove", *map(str, place), "sleep", "0.1", "click", "1")

    def type(self, text: str) -> None:
        """Type into the window the mouse is over."""
        self._do("xdotool", "type", "--delay", "5", text)

    def press(self, key: str) -> None:
        """Press a key by its X name."""
        self._do("xdotool", "sleep", "0.4", "key", key)

    def photograph(self, picture: Path) -> None:
        """Save what the screen shows as PNG."""
        self._do("scrot", "-o", str(picture))

    def _do(self, *command: str) -> None:
        subprocess.run(command, env={**os.environ, "DISPLAY": self.display}, check=True, timeout=60)


@contextmanager
def screen(size: str = "1600x900") -> Iterator[Screen]:
    """Start a screen and yield it."""
    reading, writing = os.pipe()
    options = ["-screen", "0", f"{size}x24", "-nolisten", "tcp", "-displayfd", str(writing)]
    server = subprocess.Popen(["Xvfb", *options], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield Screen(f":{told.readline().strip()}")
    finally:
        server.terminate()
        server.wait(20)


def until(get: Callable[[], Found | None], seconds: float = 60) -> Found:
    """Return what ``get`` gives as soon as it gives something."""
    found = before(get, seconds)
    if not found:
        raise AssertionError(f"not on the screen after {seconds} seconds")
    return found


def before(get: Callable[[], Found | None], seconds: float) -> Found | None:
    """Return what ``get`` gives before time is up, ``None`` where it gives nothing."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with suppress(Exception):  # windows come and go while they are looked at
            found = get()
            if found:
                return found
        time.sleep(0.1)
    return None


def in_toolbar(frame: Any, title: str) -> tuple[int, int]:
    """Return where a button of our toolbar is."""
    bar = until(lambda: frame.LayoutManager.getElement(TOOLBAR).getRealInterface())
    return until(lambda: place_of(bar, title))


class Dialogs:
    """The dialogs an office shows, as somebody sees them who can look and click."""

    def __init__(self, office: ExtendedOffice, at: Screen) -> None:
        self._office, self._at = office, at

    @property
    def text(self) -> str:
        """All texts of the dialog in front, "" where there is none."""
        window = self._front
        return "\n".join(each.getAccessibleName() for each in below(window)) if window else ""

    def place(self, name: str) -> tuple[int, int]:
        """Return where something is in the dialog in front, once that stands still."""

        def settled() -> tuple[int, int] | None:
            first = place_of(self._front, name)
            time.sleep(0.3)
            return first if place_of(self._front, name) == first else None

        return until(settled)

    def opens(self, click: Callable[[], None]) -> str:
        """Click until a dialog opens, and return its text.

        An office under load loses a click on a window that is just being drawn, or behind a dialog
        that is just being closed; somebody who sees nothing happen clicks again.
        """
        for _ in range(_TRIES):
            click()
            text = before(lambda: self.text, _PATIENCE)
            if text:
                return text
        raise AssertionError("no dialog opens")

    def closes(self, name: str) -> str:
        """Click a button of the dialog in front until it closes; return what it said."""
        text = until(lambda: self.text)
        for _ in range(_TRIES):
            self._at.click(self.place(name))
            if before(lambda: self.text != text, _PATIENCE):
                return text
        raise AssertionError(f"{name} does not close: {text}")

    @property
    def _front(self) -> Any:
        toolkit = self._office.create("com.sun.star.awt.Toolkit")
        windows = (toolkit.getTopWindow(n) for n in range(toolkit.getTopWindowCount()))
        return next((each for each in windows if _role(each) in _DIALOGS), None)


def place_of(window: Any, name: str) -> tuple[int, int]:
    """Return the middle of what has a name, in a window."""
    found = next(each for each in below(window) if _label(each) == name)
    corner, size = found.getLocationOnScreen(), found.getSize()
    return corner.X + size.Width // 2, corner.Y + size.Height // 2


def below(accessible: Any) -> Iterator[Any]:
    """Yield everything on the screen in something, as a screen reader knows it."""
    context = accessible.getAccessibleContext()
    yield context
    for number in range(min(context.getAccessibleChildCount(), _MOST)):
        child = context.getAccessibleChild(number)
        if hasattr(child, "getAccessibleContext"):  # a list's lines may be gone, or be no window
            yield from below(child)


def _label(context: Any) -> str:
    """Return a name without the key LibreOffice adds to Chinese buttons: 停止(A)."""
    return str(context.getAccessibleName()).partition("(")[0]


def _role(window: Any) -> int:
    return int(window.getAccessibleContext().getAccessibleRole())
