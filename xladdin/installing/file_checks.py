"""What may be wrong with our own files: one small function each, as in ``excel_checks``."""

from collections.abc import Callable
from pathlib import Path

from generator import __version__
from xladdin.builder import AddinSettings, read_settings
from xladdin.builder.settings import NotOurs
from xladdin.installing.excel_checks import Found
from xladdin.installing.install import script_text
from xladdin.installing.machine import Machine
from xladdin.installing.places import Places


def addin_is_there(machine: Machine, where: Places) -> Found:
    """Find the add-in missing or broken, of another version, or for another Python."""
    if not where.addin.exists():
        yield "not_installed", {"path": str(where.addin)}
        return
    try:
        settings = read_settings(where.addin)
    except (NotOurs, OSError):
        yield "unreadable", {"path": str(where.addin)}
        return
    yield from _version_fits(settings)
    yield from _python_fits(machine, settings)


def addin_is_there_once(machine: Machine, where: Places) -> Found:
    """Find second copies."""
    for path in where.elsewhere:
        if path.exists():
            yield "second_copy", {"path": str(path)}


def addin_is_trusted(machine: Machine, where: Places) -> Found:
    """Find the mark of the web on the add-in."""
    if where.addin.exists() and machine.marked(where.addin):
        yield "marked", {"path": str(where.addin)}


def script_is_there(machine: Machine, where: Places) -> Found:
    """Find the script of macOS missing or changed."""
    if where.script is None:
        return
    if _content(where.script) != script_text():
        yield "no_script", {"path": str(where.script)}


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _version_fits(settings: AddinSettings) -> Found:
    if settings.version != __version__:
        yield "other_version", {"found": settings.version, "expected": __version__}


def _python_fits(machine: Machine, settings: AddinSettings) -> Found:
    if not settings.interpreter or not Path(settings.interpreter).exists():
        yield "python_moved", {"found": settings.interpreter}
    elif Path(settings.interpreter) != machine.interpreter:
        found, expected = settings.interpreter, str(machine.interpreter)
        yield "other_python", {"found": found, "expected": expected}


CHECKS: tuple[Callable[[Machine, Places], Found], ...] = (
    addin_is_there,
    addin_is_there_once,
    addin_is_trusted,
    script_is_there,
)
