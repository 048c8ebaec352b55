"""One click in a process of its own, as in Excel: run by a test, with nothing of the tests loaded.

Arguments: the workbook, the code and then the arguments the add-in gives.  LibreOffice stands
where xlwings looks for Excel; what the user is told goes out.
"""

import sys

import xlwings as xw

from xladdin.libreoffice import register


def main(path: str, code: str, *arguments: str) -> None:
    """Open the workbook, run the code as Python does with ``-c``, save."""
    register()
    with xw.App(add_book=False) as app:
        book = app.books.open(path)
        sys.argv = ["-c", *arguments]
        exec(code, {"__name__": "__main__"})
        sys.stdout.writelines(message.text for message in app.impl.messages)
        book.save()


if __name__ == "__main__":
    main(*sys.argv[1:])
