"""The words about returns, as ``templates/messages/returns.yaml`` gives them."""

from functools import cache

from generator.forms.data_files import Record, shipped


class Wording(Record):
    """Everything said about several returns and outstanding ones."""

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
    return shipped("messages", "returns", Wording)
