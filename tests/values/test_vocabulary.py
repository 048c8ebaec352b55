"""The data file is read strictly: what is wrong is named with its file and line."""

from pathlib import Path

import pytest

from generator.forms.data_files import DataFileError, load
from generator.forms.values.vocabulary import read_vocabulary
from generator.resources import templates

SHIPPED = templates("vocabularies", "values.yaml").read_text("utf-8")

MISTAKES = [
    ("units: [个,", "unit: [个,", "unknown key: unit"),
    ("units: [个,", "units: [个, 个,", "given twice: 个"),
    ("copulas: [", "copulas: [1, ", "not a word: 1"),
    ("    before: [等于]", "    before: [等于, 低于]", "stands for two things: 低于"),
    ("  秒: [秒钟, s]", "  秒秒: [秒钟, s]", "aliases of an unknown unit: 秒秒"),
    ("秒: 1,", "秒: 1.5,", "a factor is a whole number or decimal text: 1.5"),
    ("秒: 1,", "秒: 0,", "a factor is a whole number or decimal text: 0"),
    ("fractions: {", "fractions: {百分之: '%', ", "duplicate key: 百分之"),
    ("  fall: [", "  falls: [", "unknown key: falls"),
]


@pytest.mark.parametrize(("right", "wrong", "message"), MISTAKES)
def test_a_mistake_is_named_with_its_line(
    tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    assert right in SHIPPED
    path = tmp_path / "values.yaml"
    path.write_text(SHIPPED.replace(right, wrong, 1), "utf-8")
    with pytest.raises(DataFileError) as caught:
        read_vocabulary(path)
    assert caught.value.message == message
    assert caught.value.path == path
    assert caught.value.line > 1


def test_lines_of_keys_and_items(tmp_path: Path) -> None:
    path = tmp_path / "data.yaml"
    path.write_text("a:\n  b:\n    - x\n    - y\nc: 1\n", "utf-8")
    document = load(path)
    assert document.data == {"a": {"b": ["x", "y"]}, "c": 1}
    assert [document.line("a"), document.line("a", "b", 1), document.line("c")] == [1, 4, 5]
    assert document.line("a", "missing") == 1


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "duplicate key: a"),
        ("a: &a [*a]\n", 1, "a node contains itself"),
        ("a: {}\n<<: {b: 1}\n", 2, "merge keys (<<) are not used in data files"),
        ("a: 1\n? [x]\n: 2\n", 2, "a key must be text or a whole number"),
    ],
)
def test_unfit_yaml_is_refused(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = tmp_path / "data.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(DataFileError) as caught:
        load(path)
    assert (caught.value.line, caught.value.message) == (line, message)


def test_broken_yaml_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "data.yaml"
    path.write_text("a: 1\nb: [1,\n", "utf-8")
    with pytest.raises(DataFileError, match=r"data\.yaml:[23]: "):
        load(path)
