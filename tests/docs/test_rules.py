"""``docs/规则.md`` is what the catalogue says."""

from generator.forms.catalogue import catalogue
from generator.forms.catalogue.page import rules_page
from tests.docs.make_rules import PAGE


def test_the_page_is_up_to_date() -> None:
    """If not: ``python -m tests.docs.make_rules``."""
    assert PAGE.read_text(encoding="utf-8") == rules_page()


def test_the_page_has_every_rule_with_its_source_and_no_placeholder() -> None:
    page = rules_page()
    for rule in catalogue().values():
        assert f"### {rule.id} {rule.title}\n" in page
        assert rule.reference in page
        assert rule.why in page
    assert "{" not in page
    assert "\n\n\n" not in page
