"""The program of a :class:`~generator.batch.parallel.resident.Resident`: items in, results out."""

import os
import pickle
import sys
from contextlib import suppress

from generator.batch.parallel.worker import prepare


def main() -> None:
    """Answer items until whoever asks closes the pipe; what is printed meanwhile goes elsewhere."""
    with suppress(EOFError, OSError), os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)
        asked = sys.stdin.buffer
        work, guard = pickle.load(asked)  # from our parent, which has more rights than we
        prepare(guard)
        answer = None  # the first says that we are ready
        while True:
            pickle.dump(answer, answers)
            answers.flush()
            answer = guard.do(work, pickle.load(asked))


if __name__ == "__main__":
    main()
