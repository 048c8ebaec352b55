"""What holds for all tests: nothing outside their folders, and the same answer to the same code.

Property tests try the same cases every time.  ``pytest --hypothesis-profile=searching`` tries
others, many of them; what it finds becomes a test of its own.
"""

import atexit
import os
import shutil
import tempfile

from hypothesis import settings

_KEPT = tempfile.mkdtemp(prefix="jixiao-tests-")
atexit.register(shutil.rmtree, _KEPT, ignore_errors=True)
os.environ["JIXIAO_CACHE"] = _KEPT  # what the product keeps between runs

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None, max_examples=2000)
settings.load_profile("repeatable")
