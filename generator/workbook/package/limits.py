"""How much an input may be before it is refused; roomy for a form, small for an attack."""

from msgspec import Struct

_MB = 1024 * 1024


class Limits(Struct, frozen=True):
    """Upper bounds, each inclusive; sizes in bytes, everything else counted.

    ``inflated`` is the sum over all members, ``xml_depth`` the nesting of elements no part of
    ours knows, ``rows`` and ``cells`` hold for one sheet, ``strings`` for the shared strings;
    ``foreign_*`` bound the child process that reads formats other than .xlsx.
    """

    file_size: int = 20 * _MB
    members: int = 200
    inflated: int = 100 * _MB
    rows: int = 200_000
    cells: int = 200_000
    merges: int = 2_000
    strings: int = 200_000
    defined_names: int = 5_000
    xml_depth: int = 64
    foreign_memory: int = 1024 * _MB
    foreign_seconds: int = 20


DEFAULT = Limits()
