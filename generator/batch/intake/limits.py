"""How much an archive may be before it is refused; a city's forms of a year fit easily."""

from msgspec import Struct

MB = 1024 * 1024


class ArchiveLimits(Struct, frozen=True):
    """Upper bounds for one archive given or found, with all archives inside it, each inclusive.

    ``depth`` counts archives inside each other, the outermost included; ``members`` and
    ``inflated`` (bytes, as the directories declare them) are sums; ``nested`` is the size in
    bytes of one archive inside another, which has to be held in memory.
    """

    depth: int = 3
    members: int = 100_000
    inflated: int = 4096 * MB
    nested: int = 100 * MB


DEFAULT = ArchiveLimits()
