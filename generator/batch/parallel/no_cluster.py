"""Why a cluster cannot be used."""


class NoCluster(Exception):  # noqa: N818  (an answer about the cluster, not a program error)
    """The cluster cannot be used; ``installed`` says whether at least the package is there."""

    def __init__(self, scheduler: str, *, installed: bool) -> None:
        super().__init__(scheduler)
        self.scheduler, self.installed = scheduler, installed
