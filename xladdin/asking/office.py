"""Questions in LibreOffice: its own message boxes and dialogs, one of them for long work."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from xladdin.asking.memory import Memory, PasswordAsker
from xladdin.contract import WORKBOOKS, Progress
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


_OK, _YES_NO = 1, 3
_YES = 2
_ACCEPTED = 1
"""LibreOffice's numbers for buttons and answers (``com.sun.star.awt``, ``ui.dialogs``)."""

_DIALOG = ("UnoControlDialogModel", "UnoControlDialog")


class OfficeAsker(PasswordAsker):
    """LibreOffice, reached through its UNO component context."""

    def __init__(self, context: Any, memory: Memory) -> None:
        super().__init__(memory)
        self._context = context
        self._title = texts().click.title

    def message(self, text: str) -> None:
        """Show a text."""
        self._box("INFOBOX", _OK, text)

    def confirm(self, question: str) -> bool:
        """Ask yes or no."""
        return self._box("QUERYBOX", _YES_NO, question) == _YES

    def choose_file(self, prompt: str, endings: Sequence[str] = WORKBOOKS) -> Path | None:
        """Ask for an existing file."""
        dialog = self._service("com.sun.star.ui.dialogs.FilePicker")
        dialog.appendFilter(texts().click.workbooks, ";".join(f"*.{each}" for each in endings))
        dialog.setTitle(prompt)
        return _path(dialog.getSelectedFiles()[0]) if dialog.execute() == _ACCEPTED else None

    def choose_folder(self, prompt: str) -> Path | None:
        """Ask for an existing folder."""
        dialog = self._service("com.sun.star.ui.dialogs.FolderPicker")
        dialog.setTitle(prompt)
        return _path(dialog.getDirectory()) if dialog.execute() == _ACCEPTED else None

    def progress(self) -> AbstractContextManager[Progress]:
        """Show how far long work is in a dialog of our own."""
        toolkit = self._service("com.sun.star.awt.Toolkit")
        return office_progress(toolkit, *self._dialog(), self._window())

    def _ask_secret(self, prompt: str) -> str | None:
        """Ask in a small dialog of our own: LibreOffice has none for a typed text."""
        model, dialog = self._dialog()
        model.Title, model.Width, model.Height = self._title, 220, 70
        model.PositionX, model.PositionY = 100, 60
        add_control(model, "prompt", "FixedText", (8, 6, 204, 26), Label=prompt, MultiLine=True)
        add_control(model, "typed", "Edit", (8, 34, 204, 12), EchoChar=ord("*"))
        add_control(model, "ok", "Button", (110, 52, 48, 14), PushButtonType=1, DefaultButton=True)
        add_control(model, "cancel", "Button", (164, 52, 48, 14), PushButtonType=2)
        dialog.setModel(model)
        dialog.createPeer(self._service("com.sun.star.awt.Toolkit"), self._window())
        try:
            accepted = dialog.execute() == _ACCEPTED
            return dialog.getControl("typed").getText() if accepted else None
        finally:
            dialog.dispose()  # or the office keeps its hidden window until it ends

    def _box(self, kind: str, buttons: int, text: str) -> int:
        import uno

        toolkit = self._service("com.sun.star.awt.Toolkit")
        shape = uno.Enum("com.sun.star.awt.MessageBoxType", kind)
        box = toolkit.createMessageBox(self._window(), shape, buttons, self._title, text)
        try:
            return int(box.execute())
        finally:
            box.dispose()  # or the office keeps its hidden window until it ends

    def _dialog(self) -> tuple[Any, Any]:
        """Return the model and the control of a new dialog."""
        model, dialog = (self._service(f"com.sun.star.awt.{name}") for name in _DIALOG)
        return model, dialog

    def _window(self) -> Any:
        frame = self._service("com.sun.star.frame.Desktop").getCurrentFrame()
        return frame.getContainerWindow() if frame else None

    def _service(self, name: str) -> Any:
        return self._context.ServiceManager.createInstanceWithContext(name, self._context)


def _path(url: str) -> Path:
    return Path(url2pathname(urlsplit(url).path)) if url.startswith("file:") else Path(unquote(url))
