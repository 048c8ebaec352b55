"""What holds for all tests: what the product keeps between runs stays out of the user's folder."""

import atexit
import os
import shutil
import tempfile

_KEPT = tempfile.mkdtemp(prefix="jixiao-tests-")
atexit.register(shutil.rmtree, _KEPT, ignore_errors=True)
os.environ["JIXIAO_CACHE"] = _KEPT
