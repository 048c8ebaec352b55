"""Random sequences of clicks and typing: nothing typed is lost, nothing stays behind.

Some here; ``python -m tests.addin_actions.many_sequences`` does as many as one likes.
"""

from hypothesis import HealthCheck, settings

from tests.addin_actions.many_sequences import InMemory
from tests.addin_actions.sequences import clicks
from xladdin.ribbon import button_table

TestInMemory = InMemory.TestCase
TestInMemory.settings = settings(
    max_examples=250,
    stateful_step_count=10,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def test_every_button_takes_part() -> None:
    taking_part = {*clicks.LOOKING, *clicks.WRITING, *clicks.BATCH, clicks.UNDO}
    assert taking_part == {button.id for button in button_table().buttons}
