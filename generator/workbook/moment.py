"""The time a file is dated with."""

import os
from datetime import UTC, datetime


def issue_moment() -> datetime:
    """Return the time a file is dated with: now, or SOURCE_DATE_EPOCH where builds must repeat."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed else datetime.now().astimezone()
