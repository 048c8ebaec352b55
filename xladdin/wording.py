"""What the add-in says, from ``templates/ribbon/texts.yaml``."""

from functools import cache

from pydantic import BaseModel, ConfigDict, ValidationError

from generator.forms.strict_yaml import load
from generator.resources import templates


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Trouble(_Strict):
    """Something the doctor may find."""

    what: str
    remedy: str


class Click(_Strict):
    """What a click may be answered with."""

    title: str
    no_book: str
    unknown: str
    missing: str
    crashed: str
    password: str
    wrong_password: str
    workbooks: str


class Command(_Strict):
    """What the commands answer."""

    built: str
    installed: str
    uninstalled: str
    nothing: str
    locked: str
    unsupported: str
    healthy: str
    findings: str


class Texts(_Strict):
    """Everything the add-in says apart from its buttons."""

    excel: dict[str, str]
    click: Click
    command: Command
    doctor: dict[str, Trouble]
    extension: dict[str, str]


@cache
def texts() -> Texts:
    """Return the words, read once.  Raises ``DataFileError`` where the file is wrong."""
    document = load(templates("ribbon", "texts.yaml"))
    try:
        return Texts.model_validate(document.data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise document.error(f"{where}: {first['msg']}", *first["loc"]) from None
