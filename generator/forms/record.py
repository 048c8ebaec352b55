"""``Record``: the base of what data files say, read strictly and never changed afterwards."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A thing of a data file: unknown keys are refused, and nothing is set once it is made.

    Most records come from snapshots (:mod:`generator.snapshot`), where nothing is checked any
    more: what checks a kind of record is therefore built when the first is checked.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
