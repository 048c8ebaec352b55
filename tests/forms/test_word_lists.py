"""The word lists of checks and narrative are read strictly."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.forms.checks.vocabulary import read_classes, read_measures
from generator.forms.narrative.vocabulary import read_narrative_words
from generator.forms.profiles import load_profile
from generator.forms.strict_yaml import DataFileError
from generator.forms.word_lists import WordList, nothing_but
from generator.resources import templates

Reader = Callable[[Path], WordList]
FILES: list[tuple[Reader, str]] = [
    (read_measures, "measures.yaml"),
    (read_classes, "classes.yaml"),
    (read_narrative_words, "narrative.yaml"),
]


@pytest.mark.parametrize(("reader", "name"), FILES)
def test_the_lists_shipped_are_sound(reader: Reader, name: str) -> None:
    reader(templates("vocabularies", name))


@pytest.mark.parametrize(("reader", "name"), FILES)
@pytest.mark.parametrize(
    ("added", "words"), [("strange: [x]\n", "strange"), ("vague: [1]\n", "vague")]
)
def test_a_strange_key_is_refused_with_its_place(
    reader: Reader, name: str, added: str, words: str, tmp_path: Path
) -> None:
    text = templates("vocabularies", name).read_text(encoding="utf-8")
    path = tmp_path / name
    path.write_text(f"{text}\n{added}", encoding="utf-8")
    with pytest.raises(DataFileError, match=words) as raised:
        reader(path)
    assert raised.value.line == len(text.splitlines()) + 2


def test_a_missing_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "classes.yaml"
    path.write_text("only_in: []\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="strangers"):
        read_classes(path)


def test_classes_are_those_of_the_catalogue() -> None:
    lists = read_classes(templates("vocabularies", "classes.yaml"))
    kinds = {
        name
        for profile in ("national-2020", "national-2021-cost", "shanghai", "shenzhen")
        for level1, kind in load_profile(profile).indicator_catalogue.value.items()
        for name in (level1, *kind.level2)
    }
    named = {entry.belongs for entry in lists.only_in}
    named |= {entry.belongs for entry in lists.strangers.entries}
    assert named | {lists.strangers.where} | set(lists.costs.classes) <= kinds


def test_a_text_of_nothing_but_words() -> None:
    pattern = nothing_but(["不断", "提升"])
    assert pattern.fullmatch("不断提升")
    assert not pattern.fullmatch("不断提升效率")
