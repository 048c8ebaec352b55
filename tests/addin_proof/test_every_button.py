"""Every button, from the finished add-in's callback to the file LibreOffice saves.

The proofs stand in :mod:`tests.addin_proof.proofs`.  Each button of the table is asked for its
own, so a new button fails here until somebody has said and shown what it does.
"""

import pytest

from tests.addin_proof import proofs
from tests.addin_proof.desk import Desk
from tests.addin_proof.proofs import help
from tests.addin_proof.registry import PROOFS, RETURNED, Proof
from xladdin.ribbon import button_table

pytestmark = pytest.mark.libreoffice
BUTTONS = [button.id for button in button_table().buttons]
CASES = [
    pytest.param(each, name, id=f"{'+'.join(each.button_ids)}-{each.run.__name__}-{name}")
    for each in PROOFS
    for name in each.on
]


@pytest.mark.parametrize(("proof", "name"), CASES)
def test_the_button(proof: Proof, name: str, desk: Desk) -> None:
    proof.run(desk.open(RETURNED / f"{name}.xlsx"))
    assert desk.clicked >= set(proof.button_ids)


@pytest.mark.parametrize("button_id", BUTTONS)
def test_there_is_a_proof_of(button_id: str) -> None:
    proven = {each for proof in PROOFS for each in proof.button_ids}
    assert button_id in proven, f"say in {proofs.__name__} what it does"


def test_undo_is_proven_for_every_button_that_changes_the_form() -> None:
    assert set(BUTTONS) == help.WRITING | help.READING


def test_there_are_no_proofs_of_buttons_that_are_gone() -> None:
    assert {each for proof in PROOFS for each in proof.button_ids} == set(BUTTONS)
