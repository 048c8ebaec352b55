"""In LibreOffice, a dialog that stays in front while long work goes on, with a button to stop it.

The work is done in LibreOffice itself, which looks at mouse and keyboard only when it is told to:
after each file.  Meanwhile its window takes no clicks, so that no second button is pressed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from xladdin.contract import Progress
from xladdin.wording import texts

_LABEL, _STOP = "told", "stop"


class OfficeProgress:
    """The dialog; its button stays pressed, so that nobody has to listen for the click."""

    def __init__(self, toolkit: Any, dialog: Any) -> None:
        self._toolkit, self._dialog = toolkit, dialog

    def tell(self, text: str) -> bool:
        """Show how far the work is; return whether the user wants it stopped."""
        label = self._dialog.getControl(_LABEL).getModel()
        label.Label = text
        self._toolkit.processEventsToIdle()
        stopped = bool(self._dialog.getControl(_STOP).getModel().State)
        if stopped:
            label.Label = texts().click.stopping
        return stopped


@contextmanager
def office_progress(toolkit: Any, model: Any, dialog: Any, window: Any) -> Iterator[Progress]:
    """Show the dialog over the document's window for the block.

    ``model`` and ``dialog`` are new UNO services for a dialog; ``window`` may be ``None``.
    """
    said = texts().click
    model.Title, model.Width, model.Height = said.title, 180, 48
    model.PositionX, model.PositionY = 100, 60
    add_control(model, _LABEL, "FixedText", (8, 8, 164, 12), Label="")
    add_control(model, _STOP, "Button", (66, 28, 48, 14), Label=said.stop, Toggle=True)
    dialog.setModel(model)
    dialog.createPeer(toolkit, window)
    dialog.setVisible(True)
    if window is not None:
        window.setEnable(False)
    try:
        yield OfficeProgress(toolkit, dialog)
    finally:
        if window is not None:
            window.setEnable(True)
        dialog.dispose()


def add_control(
    dialog: Any, name: str, kind: str, place: tuple[int, int, int, int], **values: object
) -> None:
    """Put a control of a kind into a dialog's model."""
    control = dialog.createInstance(f"com.sun.star.awt.UnoControl{kind}Model")
    control.PositionX, control.PositionY, control.Width, control.Height = place
    for key, value in values.items():
        setattr(control, key, value)
    dialog.insertByName(name, control)
