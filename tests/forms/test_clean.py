"""The clean made forms are clean: whatever a test finds comes from its one change."""

from tests.forms.forms import evaluation, found, target


def test_the_clean_self_evaluation_has_no_findings() -> None:
    assert found(evaluation()) == []


def test_the_clean_target_form_has_no_findings() -> None:
    assert found(target(), "shanghai") == []
