"""What stands where on a printed page: words with their places, as the PDF draws them."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

PDFTOTEXT = shutil.which("pdftotext")
_WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"}


class Spot(NamedTuple):
    """Where a text stands: page, and the middle of its lines (points from the top and left)."""

    page: int
    y: float
    x: float


@dataclass(frozen=True, slots=True)
class Printed:
    """All words of a PDF in drawing order; the lines of one cell are drawn one after the other."""

    words: list[tuple[str, Spot]]

    @property
    def text(self) -> str:
        return "".join(word for word, _ in self.words)

    def spots(self, text: str) -> list[Spot]:
        """Return every place where a text stands in one cell."""
        wanted, whole = bare(text), self.text
        starts = list(accumulate((len(word) for word, _ in self.words), initial=0))
        found = []
        for match in re.finditer(re.escape(wanted), whole):
            lines = [
                spot
                for (_, spot), start, end in zip(self.words, starts, starts[1:], strict=False)
                if start < match.end() and end > match.start()
            ]
            y = (min(s.y for s in lines) + max(s.y for s in lines)) / 2
            found.append(Spot(lines[0].page, y, lines[0].x))
        return found


def bare(text: str) -> str:
    """Return a text without blanks."""
    return re.sub(r"\s+", "", text)


def printed(pdf: Path) -> Printed:
    """Read the words of a PDF with their places."""
    assert PDFTOTEXT is not None
    done = subprocess.run(
        [PDFTOTEXT, "-raw", "-bbox", str(pdf), "-"], capture_output=True, check=True
    )
    words = []
    for page, body in enumerate(done.stdout.decode().split("<page ")[1:]):
        for left, top, right, bottom, word in _WORD.findall(body):
            for entity, char in _ENTITIES.items():
                word = word.replace(entity, char)
            y, x = (float(top) + float(bottom)) / 2, (float(left) + float(right)) / 2
            words.append((bare(word), Spot(page, y, x)))
    return Printed(words)
