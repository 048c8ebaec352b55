"""What was issued against what came back: the record in the hidden sheet, and every departure.

``record`` makes the record while a form is written, ``stored`` reads it back, ``compare`` finds
what differs.  Each is imported by its own name: writing knows nothing of reading.
"""
