"""Messages to the person at the screen; without a screen they are kept and answered "no"."""

from dataclasses import dataclass
from typing import Any

from xladdin.libreoffice import runtime
from xladdin.libreoffice.connection import Connection

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
