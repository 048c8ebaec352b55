"""Writes ``docs/规则.md`` from the catalogue of rules: ``python -m tests.docs.make_rules``."""

from pathlib import Path

from generator.forms.catalogue.page import rules_page

PAGE = Path(__file__).parents[2] / "docs" / "规则.md"


def main() -> None:
    """Write the page."""
    PAGE.write_text(rules_page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
