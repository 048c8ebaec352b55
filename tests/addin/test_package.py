"""The finished add-in: sound, repeatable, and as its table says."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyopenvba import ExcelFile
from pyopenvba.integrity import check_file

from generator import __version__
from tests.addin.finished import INTERPRETER, addin, parts
from tests.libreoffice.office import SOFFICE, needs_libreoffice
from tests.real_forms import ROOT
from xladdin.builder import AddinSettings, build_addin, read_settings
from xladdin.builder.addin import RIBBONS
from xladdin.builder.settings import NotOurs
from xladdin.ribbon import button_table

VALIDATOR = ROOT / ".cache" / "node" / "node_modules" / "@ooxml-tools" / "validate"
NODE = shutil.which("node")
RELATION = "http://schemas.microsoft.com/office/{}/relationships/ui/extensibility"
ASKED = {
    "label": "label",
    "screentip": "screentip",
    "supertip": "supertip",
    "imageMso": "icon",
    "keytip": "key_tip",
    "size": "size",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "jixiao.xlam"
    path.write_bytes(addin())
    return path


def test_two_builds_are_equal(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = AddinSettings(interpreter=INTERPRETER)
    assert build_addin(settings) == addin()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    dated = build_addin(settings)
    assert dated == build_addin(settings) != addin()


@pytest.mark.parametrize(("part", "namespace"), RIBBONS.items())
def test_the_ribbon_is_the_table(part: str, namespace: str) -> None:
    root = ElementTree.fromstring(parts()[part])
    assert root.tag == f"{{{namespace}}}customUI"
    tab = root.find(f".//{{{namespace}}}tab")
    assert tab is not None and tab.get("label") == "绩效表" and tab.get("keytip") == "ZX"
    shown = list(root.iter(f"{{{namespace}}}button"))
    for element, button in zip(shown, button_table().buttons, strict=True):
        assert element.get("id") == button.id
        assert {key: element.get(key) for key in ASKED} == {
            key: getattr(button, name) for key, name in ASKED.items()
        }
        assert element.get("onAction") == "JixiaoRibbon.OnJixiaoButton"


def test_each_ribbon_has_its_relation() -> None:
    relations = ElementTree.fromstring(parts()["_rels/.rels"])
    found = {relation.get("Type"): relation.get("Target") for relation in relations}
    assert found[RELATION.format(2006)] == "customUI/customUI.xml"
    assert found[RELATION.format(2007)] == "customUI/customUI14.xml"


def test_ids_are_unique_and_fit_the_schema() -> None:
    root = ElementTree.fromstring(parts()["customUI/customUI14.xml"])
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in root.iter():
        assert all(0 < len(value) <= 1024 for value in element.attrib.values())
        assert len(element.get("keytip", "")) <= 3


def test_the_vba_project_is_whole_and_ours(file: Path) -> None:
    assert check_file(file).issues == ()
    with ExcelFile(file) as book:
        project = book.vba_project()
    names = {"ThisWorkbook", "Sheet2", "JixiaoRibbon", "JixiaoRunner", "JixiaoMemory", "JixiaoBulk"}
    assert project.name == "jixiao"
    assert set(project.module_names()) == names
    for name in (name for name in names if name.startswith("Jixiao")):
        source = project.get_module(name).source
        assert source.isascii()
        assert "\r\nOption Explicit\r\n" in source


def test_no_trace_of_the_base_is_left() -> None:
    for name, data in parts().items():
        assert b"myaddin" not in data.lower(), name
        assert b"felix" not in data.lower(), name


def test_olevba_reads_every_module_and_finds_nothing_auto_executing(file: Path) -> None:
    olevba = pytest.importorskip("oletools.olevba")
    parser = olevba.VBA_Parser(str(file))
    try:
        read = {Path(name).stem for *_, name, _ in parser.extract_macros()}
        kinds = {kind for kind, *_ in parser.analyze_macros()}
    finally:
        parser.close()
    assert {"JixiaoRibbon", "JixiaoRunner", "JixiaoMemory"} <= read
    assert "AutoExec" not in kinds


def test_the_settings_come_back(file: Path, tmp_path: Path) -> None:
    assert read_settings(file) == AddinSettings(__version__, INTERPRETER)
    broken = tmp_path / "broken.xlam"
    broken.write_bytes(b"PK")
    with pytest.raises(NotOurs):
        read_settings(broken)


def faults(file: Path, office: str) -> list[object]:
    """Return what Microsoft's validator says; it knows both ribbons' schemas."""
    assert NODE is not None
    binary = json.loads((VALIDATOR / "package.json").read_text(encoding="utf-8"))["bin"]
    script = VALIDATOR / next(iter(binary.values()))
    command = [NODE, str(script), "--of", "json", "--ov", office, "--format", "xlsx", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    if done.returncode or "[" not in done.stdout:
        return [done.stderr]
    found: list[object] = json.loads(done.stdout[done.stdout.index("[") :])
    return found


needs_validator = pytest.mark.skipif(
    NODE is None or not VALIDATOR.is_dir(),
    reason="the Open XML validator is not installed (tests/run installs it where npm is)",
)


@pytest.mark.node
@needs_validator
@pytest.mark.parametrize("office", ["Office2010", "Microsoft365"])
def test_the_sdk_finds_nothing(office: str, file: Path) -> None:
    assert faults(file, office) == []


@pytest.mark.node
@needs_validator
@pytest.mark.parametrize("part", RIBBONS)
@pytest.mark.parametrize(
    ("good", "bad"), [(b'size="large"', b'size="huge"'), (b"screentip=", b"screenTip=")]
)
def test_the_sdk_does_read_the_ribbons(part: str, good: bytes, bad: bytes, tmp_path: Path) -> None:
    from xladdin.builder.archive import archive

    changed = parts()
    changed[part] = changed[part].replace(good, bad, 1)
    path = tmp_path / "wrong.xlam"
    path.write_bytes(archive(changed))
    assert faults(path, "Microsoft365") != []


@pytest.mark.libreoffice
@needs_libreoffice
def test_libreoffice_loads_it(file: Path, tmp_path: Path) -> None:
    assert SOFFICE is not None
    command = [
        SOFFICE, "--headless", "--norestore", f"-env:UserInstallation={tmp_path.as_uri()}/profile",
        "--infilter=Calc MS Excel 2007 VBA XML", "--convert-to", "csv", "--outdir", str(tmp_path),
        str(file),
    ]  # fmt: skip
    environment = {**os.environ, "SAL_USE_VCLPLUGIN": "svp"}
    for _ in range(2):  # the first start on a fresh profile may exit and ask to be repeated
        subprocess.run(command, capture_output=True, env=environment, timeout=300, check=False)
    rows = (tmp_path / "jixiao.csv").read_bytes()
    assert rows.startswith(b"version," + __version__.encode())
