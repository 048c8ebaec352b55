"""What may come next in a sequence: one kind of deed, or of click, a module."""
