"""Scripts that measure; nothing here is timed by a test."""
