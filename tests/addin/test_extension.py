"""The LibreOffice extension as a file: the same buttons as the ribbon, whole and repeatable.

What it does inside LibreOffice is proven in ``tests/addin_extension``.
"""

import io
import json
import sys
import zipfile
from xml.etree import ElementTree

import pytest

from generator import __version__
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
    assert place["interpreter"] == sys.executable
    assert place["python"] == f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert {"old_python", "other_python", "not_found"} <= set(place["texts"])


def test_every_button_has_an_icon_of_its_own() -> None:
    found = {name: data for name, data in parts().items() if name.startswith("icons/")}
    assert set(found) == {f"icons/{button.id}.svg" for button in button_table().buttons}
    assert len(set(found.values())) == len(found)
    root = ElementTree.fromstring(parts()["Addons.xcu"])
    shown = {
        node.findtext(f"prop[@{OOR}name='URL']/value"): node.findtext(
            f"node/prop[@{OOR}name='ImageSmallURL']/value"
        )
        for node in root.findall(f".//node[@{OOR}name='Images']/node")
    }
    ids = [button.id for button in button_table().buttons]
    assert shown == {f"service:{SERVICE}?{name}": f"%origin%/icons/{name}.svg" for name in ids}
