"""The word lists of checks and narrative are read strictly."""

from pathlib import Path

import pytest

from generator.forms.checks.vocabulary import Classes, Measures
from generator.forms.data_files import DataFileError, Record, read_record
from generator.forms.narrative.vocabulary import NarrativeWords
from generator.forms.profiles import load_profile
from generator.resources import templates

FILES: list[tuple[type[Record], str]] = [
    (Measures, "measures.yaml"),
    (Classes, "classes.yaml"),
    (NarrativeWords, "narrative.yaml"),
]


@pytest.mark.parametrize(("kind", "name"), FILES)
def test_the_lists_shipped_are_sound(kind: type[Record], name: str) -> None:
    read_record(templates("vocabularies", name), kind)


@pytest.mark.parametrize(("kind", "name"), FILES)
@pytest.mark.parametrize(
    ("added", "words"), [("strange: [x]\n", "strange"), ("vague: [1]\n", "vague")]
)
def test_a_strange_key_is_refused_with_its_place(
    kind: type[Record], name: str, added: str, words: str, tmp_path: Path
) -> None:
    text = templates("vocabularies", name).read_text(encoding="utf-8")
    path = tmp_path / name
    path.write_text(f"{text}\n{added}", encoding="utf-8")
    with pytest.raises(DataFileError, match=words) as raised:
        read_record(path, kind)
    assert raised.value.line == len(text.splitlines()) + 2


def test_a_missing_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "classes.yaml"
    path.write_text("only_in: []\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="strangers"):
        read_record(path, Classes)


def test_classes_are_those_of_the_catalogue() -> None:
    lists = read_record(templates("vocabularies", "classes.yaml"), Classes)
    kinds = {
        name
        for profile in ("national-2020", "national-2021-cost", "shanghai", "shenzhen")
        for level1, kind in load_profile(profile).indicator_catalogue.value.items()
        for name in (level1, *kind.level2)
    }
    named = {entry.belongs for entry in lists.only_in}
    named |= {entry.belongs for entry in lists.strangers.entries}
    assert named | {lists.strangers.where} | set(lists.costs.classes) <= kinds
