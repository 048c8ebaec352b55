"""The ledger of issues: numbers kept, counted on, lost; and returns of what was withdrawn."""

from datetime import date
from pathlib import Path

import pytest

from generator.batch.returns.issuer import Issuer
from generator.batch.returns.ledger import Entry, Ledger, ledger_beside
from generator.forms.models import SelfEvaluationForm
from tests.forms.forms import broken, evaluation
from tests.issued.tampering import found, issued, only

DAY, LATER = date(2026, 1, 5), date(2026, 3, 9)


@pytest.fixture
def issuer(tmp_path: Path) -> Issuer:
    return Issuer(tmp_path / "keys.json")


def changed() -> SelfEvaluationForm:
    return broken(evaluation(), ("indicators[0].target", "≥12(场)"))


def issue(
    ledger: Ledger, form: SelfEvaluationForm, day: date, *, reissue: bool = False
) -> tuple[int, bool]:
    (planned,) = ledger.plan([form], day, reissue=reissue)
    ledger.add([planned.entry])
    return planned.entry.issue, planned.replaces


def test_the_ledger_lies_beside_the_keys(tmp_path: Path) -> None:
    assert ledger_beside(tmp_path / "keys.json") == tmp_path / "keys.issues.jsonl"


def test_the_same_content_keeps_its_number(issuer: Issuer) -> None:
    assert issue(issuer.ledger, evaluation(), DAY) == (1, False)
    assert issue(issuer.ledger, evaluation(), LATER) == (1, False)
    assert issue(issuer.ledger, evaluation(), LATER, reissue=True) == (1, False)
    assert len(issuer.ledger.path.read_text().splitlines()) == 1


def test_another_content_is_told_and_keeps_the_number(issuer: Issuer) -> None:
    issue(issuer.ledger, evaluation(), DAY)
    assert issue(issuer.ledger, changed(), LATER) == (1, True)


def test_a_reissue_counts_on(issuer: Issuer) -> None:
    issue(issuer.ledger, evaluation(), DAY)
    assert issue(issuer.ledger, changed(), LATER, reissue=True) == (2, False)
    assert issue(issuer.ledger, evaluation(), LATER, reissue=True) == (3, False)


def test_a_reissue_after_the_warning_counts_on_once(issuer: Issuer) -> None:
    """Who was told to add --reissue runs the same list again: now the first forms are old."""
    issue(issuer.ledger, evaluation(), DAY)
    assert issue(issuer.ledger, changed(), LATER) == (1, True)
    assert issue(issuer.ledger, changed(), LATER, reissue=True) == (2, False)
    assert issue(issuer.ledger, changed(), LATER, reissue=True) == (2, False)
    assert issue(issuer.ledger, changed(), LATER) == (2, False)


def test_a_reissue_without_a_ledger_is_the_second(issuer: Issuer) -> None:
    assert issue(issuer.ledger, changed(), LATER, reissue=True) == (2, False)


def test_torn_lines_and_nonsense_are_passed_over(issuer: Issuer) -> None:
    issue(issuer.ledger, evaluation(), DAY)
    with issuer.ledger.path.open("ab") as file:
        file.write(b'\xff\xfe\n[]\n{"project_id": "x", "iss')
    assert issue(issuer.ledger, changed(), LATER, reissue=True) == (2, False)
    (entry,) = issuer.ledger.latest().values()
    assert isinstance(entry, Entry) and entry.day == "2026-03-09"


def test_a_return_of_a_withdrawn_issue(issuer: Issuer) -> None:
    issue(issuer.ledger, evaluation(), DAY)
    assert found(issued(evaluation()), issuer) == []
    issue(issuer.ledger, changed(), LATER, reissue=True)
    one = only(issued(evaluation()), issuer)
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-16", "error")
    assert "该表已于2026年3月9日重新下发（第2次）" in one.finding.message
    assert "请填报重新下发的新表" in one.finding.message
    assert found(issued(changed(), issue=2), issuer) == []


def test_forms_of_other_projects_are_not_withdrawn(issuer: Issuer) -> None:
    issue(issuer.ledger, changed(), LATER, reissue=True)
    other = broken(evaluation(), ("project_name", "道路养护"))
    assert found(issued(other), issuer) == []
