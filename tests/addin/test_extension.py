"""The LibreOffice extension: the same buttons, repeatable, called by the real office."""

import io
import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator import __version__
from tests.addin.office import HAS_SCREEN, HAS_UNO, ExtendedOffice
from tests.libreoffice.office import needs_libreoffice
from tests.real_forms import ROOT
from xladdin.extension import build_extension
from xladdin.extension.build import SERVICE, installed_paths
from xladdin.ribbon import button_table

OOR = "{http://openoffice.org/2001/registry}"
URLS = [f"service:{SERVICE}?{button.id}" for button in button_table().buttons]


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(build_extension())) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def entries(top: str) -> list[tuple[str, str]]:
    """Return title and URL of every entry below a part of the configuration."""
    root = ElementTree.fromstring(parts()["Addons.xcu"])
    found = []
    for node in root.findall(f".//node[@{OOR}name='{top}']//node"):
        values = {prop.get(f"{OOR}name"): prop.findtext("value") for prop in node.findall("prop")}
        url = values.get("URL") or ""
        if url.startswith("service:"):
            found.append((values.get("Title") or "", url))
    return found


@pytest.mark.parametrize("top", ["OfficeMenuBar", "OfficeToolBar"])
def test_menu_and_toolbar_are_the_table(top: str) -> None:
    titles = [button.label + "…" * button.asks for button in button_table().buttons]
    assert entries(top) == list(zip(titles, URLS, strict=True))


def test_two_builds_are_equal() -> None:
    assert build_extension() == build_extension()


def test_its_parts_are_whole() -> None:
    found = parts()
    manifest = ElementTree.fromstring(found["META-INF/manifest.xml"])
    space = "{http://openoffice.org/2001/manifest}"
    assert {entry.get(f"{space}full-path") for entry in manifest} <= set(found)
    assert f'<version value="{__version__}"/>'.encode() in found["description.xml"]
    place = json.loads(found["python/jixiao_place.json"])
    assert place["paths"] == [str(path) for path in installed_paths()]
    assert {"old_python", "not_found"} <= set(place["texts"])


needs_uno = pytest.mark.skipif(
    not HAS_UNO, reason="the system's Python cannot reach LibreOffice (package python3-uno)"
)


@pytest.mark.libreoffice
@needs_libreoffice
@needs_uno
def test_every_button_arrives_where_the_users_folder_says(tmp_path: Path) -> None:
    office = ExtendedOffice(tmp_path)
    found = office.dispatch(URLS)
    ids = office.clicked.read_text(encoding="utf-8").split()
    assert ids == [button.id for button in button_table().buttons]
    assert found["menu"] == [group.label for group in button_table().groups]
    assert len([title for title in found["bar"] if title]) == len(URLS)


@pytest.mark.libreoffice
@needs_libreoffice
@needs_uno
@pytest.mark.skipif(not HAS_SCREEN, reason="no screen (packages xvfb, xdotool, scrot)")
def test_a_mouse_click_on_the_toolbar_arrives(tmp_path: Path) -> None:
    """The picture is left in ``.cache`` for a person to look at."""
    picture = ROOT / ".cache" / "toolbar.png"
    picture.parent.mkdir(exist_ok=True)
    office = ExtendedOffice(tmp_path)
    office.click("校验本表", picture)
    assert office.clicked.read_text(encoding="utf-8").split() == ["check"]
    assert picture.stat().st_size > 10_000
