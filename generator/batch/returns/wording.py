"""The words about returns, as ``templates/messages/returns.yaml`` gives them."""

from functools import cache

from pydantic import BaseModel, ConfigDict, ValidationError

from generator.forms.strict_yaml import load
from generator.resources import templates


class Wording(BaseModel):
    """Everything said about several returns and outstanding ones."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    basis: dict[str, str]
    difference: str
    indicators: str
    blank: str
    most: int
    more: str
    only_withdrawn: str


@cache
def wording() -> Wording:
    """Return the words, read once.  Raises ``DataFileError`` where the file is wrong."""
    document = load(templates("messages", "returns.yaml"))
    try:
        return Wording.model_validate(document.data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise document.error(f"{where}: {first['msg']}", *first["loc"]) from None
