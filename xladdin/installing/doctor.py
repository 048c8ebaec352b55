"""What keeps the add-in from working, told with its remedy."""

from collections.abc import Iterator

from msgspec import Struct

from xladdin.installing import excel_checks, file_checks
from xladdin.installing.install import Unsupported
from xladdin.installing.machine import Machine
from xladdin.installing.places import places
from xladdin.wording import texts


class Complaint(Struct, frozen=True):
    """Something that is wrong: its name in the texts, what it is, the remedy."""

    name: str
    what: str
    remedy: str


def examine(machine: Machine) -> list[Complaint]:
    """Return everything found wrong on a machine, Excel first, then our own files.

    Raises ``Unsupported`` where there is no Excel for its system.
    """
    return list(_complaints(machine))


def _complaints(machine: Machine) -> Iterator[Complaint]:
    where = places(machine)
    if where is None:
        raise Unsupported
    for check in excel_checks.CHECKS:
        yield from (_worded(*found) for found in check(machine))
    for inspect in file_checks.CHECKS:
        yield from (_worded(*found) for found in inspect(machine, where))


def _worded(name: str, values: dict[str, str]) -> Complaint:
    trouble = texts().doctor[name]
    return Complaint(name, trouble.what.format(**values), trouble.remedy.format(**values))
