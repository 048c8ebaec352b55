"""The engine of jixiao: everything that runs without Excel.

``forms`` knows what a form is, ``workbook`` turns one form into one xlsx and back,
``batch`` does that for many files, ``cli`` is the command ``jixiao``.
"""

__version__ = "0.1.0"
