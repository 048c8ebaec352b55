"""How people save the form, and what must be the same afterwards."""

from contextlib import suppress
from typing import Any

from hypothesis.stateful import rule

from tests.addin_actions.sequences.person import Person
from xladdin.book.current import current
from xladdin.book.native import Look
from xladdin.contract import Refused

_PROTECTION = "ISS-11"


class Saving(Person):
    """The open form and its file say the same."""

    @rule()
    def save(self) -> None:
        """The buttons say of the open form what the command says of the file, once it is saved."""
        said = self._said()
        self.hands.save()
        assert self._said() == said

    @rule()
    def save_and_reopen(self) -> None:
        """What is entered stays; LibreOffice shows some files' colours only once it saved them."""
        before = self.hands.see()
        self.hands.reopen()
        after = self.hands.see()
        assert after.contents == before.contents
        for at in {*before.looks, *after.looks}:
            if self._own(at) == before.looks.get(at, Look()):
                self._keep_own(at, after.looks.get(at, Look()))

    def _said(self) -> dict[str, Any] | None:
        """Return what is said of the form, but for its protection: that may have changed."""
        with suppress(Refused):
            said = current(self.hands.book).outcome.to_json()
            return {**said, "findings": [f for f in said["findings"] if f["rule"] != _PROTECTION]}
        return None
