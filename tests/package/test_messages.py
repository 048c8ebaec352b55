"""Every code the engine refuses with has its sentence, and every sentence of ours is used."""

import pickle
import re
import string
from pathlib import Path

import generator.workbook
from generator.workbook.rejection import Rejected, messages, reject

_OURS = ("PKG-", "XML-", "BOOK-", "SHEET-", "FOREIGN-", "ARCHIVE-")
_CODE = re.compile(rf'"((?:{"|".join(_OURS)})[A-Z0-9-]+)"')


def _used() -> set[str]:
    engine = Path(generator.workbook.__file__).parents[1]
    return {
        code for path in engine.rglob("*.py") for code in _CODE.findall(path.read_text("utf-8"))
    }


def test_codes_and_sentences_match() -> None:
    ours = {code for code in messages() if code.startswith(_OURS)}
    assert _used() == ours


def test_sentences_are_whole() -> None:
    for code, text in messages().items():
        assert re.fullmatch(r"[A-Z]+(-[A-Z0-9]+)+", code)
        assert text.endswith("。")
        names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
        assert all(name.isidentifier() for name in names)


def test_a_rejection_travels_between_processes() -> None:
    sent = reject("PKG-MEMBERS", count=1200, limit=200)
    received = pickle.loads(pickle.dumps(sent))
    assert isinstance(received, Rejected)
    assert received.rejection == sent.rejection
    assert "1,200" in str(received)
