"""How the component finds the product inside a LibreOffice it was not built for."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from generator import __version__
from tests.addin_extension.conftest import SAMPLES
from tests.addin_extension.office import ExtendedOffice, needs_extension
from xladdin.extension.build import installed_paths
from xladdin.extension.component import UnattendedAsker, started_by


def about(office: ExtendedOffice) -> str:
    """Return what the button 关于 says."""
    path = shutil.copy(SAMPLES / "returned" / "sh2023-04.xlsx", office.folder)
    return office.press(office.open(Path(path)), "about")


@pytest.mark.libreoffice
@needs_extension
def test_the_users_folder_may_say_where_the_product_is(tmp_path: Path) -> None:
    own = tmp_path / "config" / "jixiao" / "extension.json"
    own.parent.mkdir(parents=True)
    own.write_text(json.dumps({"paths": [str(path) for path in installed_paths()]}))
    with ExtendedOffice(tmp_path, paths=[tmp_path / "gone"]) as office:
        assert __version__ in about(office)


@pytest.mark.libreoffice
@needs_extension
def test_older_libraries_of_the_system_are_not_used(tmp_path: Path) -> None:
    """Distributions ship a pydantic too old for the product, and LibreOffice's Python sees it."""
    old = tmp_path / "dist-packages" / "pydantic"
    old.mkdir(parents=True)
    (old / "__init__.py").write_text("raise ImportError('pydantic 1')", encoding="utf-8")
    with ExtendedOffice(tmp_path, packages=old.parent) as office:
        assert __version__ in about(office)


def test_child_processes_get_our_python_and_the_office_its_own_back(tmp_path: Path) -> None:
    before, ours = sys.executable, tmp_path / "python"
    ours.touch()
    with pytest.raises(ZeroDivisionError), started_by(str(ours)):
        assert sys.executable == str(ours)
        _ = 1 / 0
    assert sys.executable == before


@pytest.mark.parametrize("gone", ["", "/nowhere/python"])
def test_a_python_that_has_gone_is_not_tried(gone: str) -> None:
    before = sys.executable
    with started_by(gone):
        assert sys.executable == before


def test_answers_come_from_the_file(tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text('{"yes": true, "file": "/a.xlsx", "password": "x"}', encoding="utf-8")
    asker = UnattendedAsker(answers)
    assert asker.confirm("?")
    assert asker.choose_file("?") == Path("/a.xlsx")
    assert asker.choose_folder("?") is None
    assert asker.password("a.xlsx") == "x"


@pytest.mark.parametrize("text", [None, "", "[1]", "no JSON"])
def test_without_answers_everything_is_declined(text: str | None, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    if text is not None:
        answers.write_text(text, encoding="utf-8")
    asker = UnattendedAsker(answers)
    assert not asker.confirm("?")
    assert asker.choose_file("?") is None
    assert asker.password("a.xlsx") is None
