"""What the add-in says, from ``templates/ribbon/texts.yaml``."""

from functools import cache

from generator.forms.data_files import Record, shipped


class Trouble(Record):
    """Something the doctor may find."""

    what: str
    remedy: str


class Click(Record):
    """What a click may be answered with."""

    title: str
    no_book: str
    unknown: str
    missing: str
    crashed: str
    refused: str
    password: str
    wrong_password: str
    workbooks: str
    stop: str
    stopping: str


class Command(Record):
    """What the commands answer."""

    built: str
    installed: str
    uninstalled: str
    nothing: str
    locked: str
    unsupported: str
    healthy: str
    findings: str


class Texts(Record):
    """Everything the add-in says apart from its buttons."""

    excel: dict[str, str]
    click: Click
    command: Command
    doctor: dict[str, Trouble]
    extension: dict[str, str]


@cache
def texts() -> Texts:
    """Return the words, read once.  Raises ``DataFileError`` where the file is wrong."""
    return shipped("ribbon", "texts", Texts)
