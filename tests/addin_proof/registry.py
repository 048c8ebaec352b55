"""Which proofs a button has, and on which returned forms they are to hold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.addin_proof.desk import OpenForm
from tests.real_forms import ROOT

RETURNED = ROOT / "sample_workbooks" / "returned"
EVERY = sorted(path.stem for path in RETURNED.glob("*.xlsx"))
TARGETS = [name for name in EVERY if name.startswith(("sh2026", "mh2024"))]
EVALUATIONS = [name for name in EVERY if name not in TARGETS]

ANY = ["sh2023-04"]
ONE_OF_EACH_EVALUATION = ["sh2023-01", "sz2021-06", "shxx2021-01"]
ONE_OF_EACH_TARGET = ["sh2026-01", "mh2024-01"]
ONE_OF_EACH = [*ONE_OF_EACH_EVALUATION, *ONE_OF_EACH_TARGET]
"""A form of each layout that was returned: sh-eval-2023, sz-eval-2021, sh-eval-2021, sh-decl-2026
and sh-decl-2024."""


@dataclass(frozen=True)
class Proof:
    """What some buttons are proven to do (the function's name says it), on which forms."""

    button_ids: tuple[str, ...]
    run: Callable[[OpenForm], None]
    on: Sequence[str]


PROOFS: list[Proof] = []


def proof(
    *button_ids: str, on: Sequence[str]
) -> Callable[[Callable[[OpenForm], None]], Callable[[OpenForm], None]]:
    """Make a function a proof of some buttons, to be run on some returned forms, by their names."""

    def keep(function: Callable[[OpenForm], None]) -> Callable[[OpenForm], None]:
        PROOFS.append(Proof(button_ids, function, on))
        return function

    return keep
