"""Between an open workbook and the engine: cells come in one read and go back in few writes.

``current`` reads the form in front as the command line would read its file; ``writes``, ``marks``
and ``rows`` change cells; ``guard`` opens a protected sheet and closes it again; ``undo`` keeps
what was there.
"""
