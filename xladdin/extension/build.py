"""``jixiao.oxt`` put together: menu and toolbar from the table, icons, the component, our place."""

import json
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

import xladdin
from generator.resources import templates
from xladdin.builder.archive import archive, render
from xladdin.ribbon import button_table
from xladdin.wording import texts

IDENTIFIER = "cn.jixiao.addin"
SERVICE = "cn.jixiao.addin.Job"
"""Names of the extension and of its service, which ``service:`` URLs call."""

_JOB = Path(__file__).with_name("job.py")
_COMPONENT = "python/jixiao_component.py"
_PLACE = "python/jixiao_place.json"
_RENDERED = {
    "META-INF/manifest.xml": "manifest.xml.j2",
    "description.xml": "description.xml.j2",
    "Addons.xcu": "addons.xcu.j2",
    "CalcWindowState.xcu": "calc_window_state.xcu.j2",
}


def build_extension(paths: Sequence[Path] | None = None) -> bytes:
    """Return the extension as a file's bytes, the same ones for the same paths and Python.

    ``paths`` are the folders where the product and what it needs can be imported from; without
    them, those of the running Python.
    """
    names = {"identifier": IDENTIFIER, "service": SERVICE, "component": _COMPONENT}
    parts = {part: render(name, **names) for part, name in _RENDERED.items()}
    parts[_COMPONENT] = _JOB.read_bytes()
    parts[_PLACE] = _place(installed_paths() if paths is None else paths)
    return archive(parts | _icons())


def installed_paths() -> list[Path]:
    """Return the folders this product runs from."""
    package = Path(xladdin.__file__).parent.parent
    libraries = (Path(sysconfig.get_path(kind)) for kind in ("purelib", "platlib"))
    return list(dict.fromkeys((package, *libraries)))


def _icons() -> dict[str, bytes]:
    """Return our own pictures: Excel's, which the table names, are Microsoft's."""
    names = [f"icons/{button.id}.svg" for button in button_table().buttons]
    return {name: templates("ribbon", name).read_bytes() for name in names}


def _place(paths: Sequence[Path]) -> bytes:
    place = {
        "paths": [str(path) for path in paths],
        "interpreter": sys.executable,
        "python": "{}.{}".format(*sys.version_info),
        "texts": texts().extension,
    }
    return json.dumps(place, ensure_ascii=False, indent=1).encode()
