"""What can go wrong, as exceptions an xlwings user can catch.

All of them are ``xlwings.XlwingsError``, so code written for Excel needs no LibreOffice in its
``except`` clauses.
"""

from xlwings import NoSuchObjectError, XlwingsError


class LibreOfficeError(XlwingsError):
    """LibreOffice refused a call; the text says which one and why."""


class NotAvailableError(LibreOfficeError):
    """LibreOffice or its Python bridge is not installed, or does not fit this Python."""


class StartError(LibreOfficeError):
    """LibreOffice did not start in time, or ended while starting."""


class GoneError(LibreOfficeError):
    """LibreOffice has ended, or the document or sheet has been closed meanwhile."""


class ProtectedError(LibreOfficeError):
    """The cells are locked and their sheet is protected; nothing was written."""


class PasswordError(LibreOfficeError):
    """The password is missing or wrong."""


class FormulaError(LibreOfficeError):
    """The text is not a formula LibreOffice understands."""


class OpenError(LibreOfficeError, OSError):
    """The file cannot be opened as a spreadsheet."""


class SaveError(LibreOfficeError, OSError):
    """The file cannot be written."""


class MissingError(NoSuchObjectError, KeyError):
    """There is no book, sheet or name of this name."""

    def __str__(self) -> str:
        return str(self.args[0])
