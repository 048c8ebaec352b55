"""Tables in tests: one case a line, its cells divided by a bar."""


def table(text: str) -> list[tuple[str, ...]]:
    """Return the rows of a table with their cells stripped."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]
