"""Results on their way into the output folder: whole, synced, and at the price of few syncs.

A result is first written unsynced into a folder of its own, where nobody looks for results, and
later made good together with others: their bytes are synced (on a slow disk at the same time,
which it does at once), each is renamed into place, and each folder is synced once.  So a run
killed at any moment has whole files or none in the places people look at, and waits for the disk
a few times a batch instead of twice a file.
"""

import os
import secrets
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

FOLDER = ".jixiao-drafts"
_AT_ONCE = 8  # syncs under way: more are merged no better
_SLOW = 0.002  # seconds for a sync on a disk that is worth threads


class Draft(NamedTuple):
    """A result written but not yet in its place: where it is and where it belongs."""

    written: str
    target: str


def write_draft(data: bytes, output: Path, target: Path) -> Draft:
    """Write a result for a place below ``output`` where it can be made good later.

    Raises ``OSError`` (a full disk, no permission); nothing is left behind then.
    """
    return draft_of(lambda file: file.write(data), output, target)


def draft_of(write: Callable[[BinaryIO], object], output: Path, target: Path) -> Draft:
    """Let something be written, as :func:`write_draft` does."""
    folder = output / FOLDER
    draft = folder / f".jixiao-{secrets.token_hex(8)}.tmp"
    try:
        file = _created(draft)
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
        file = _created(draft)
    try:
        with os.fdopen(file, "w+b") as opened:
            write(opened)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    return Draft(str(draft), str(target))


def make_good(results: Sequence[Sequence[Draft]]) -> list[OSError | None]:
    """Put the drafts of some results into their places, synced; return what each failed of.

    A result of several drafts fails as a whole where one of them fails.
    """
    drafts = [draft for result in results for draft in result]
    failed = dict(zip(drafts, _all_at_once(_sync, [each.written for each in drafts]), strict=True))
    folders: set[str] = set()
    for result in results:
        if not any(failed[draft] for draft in result):
            failed.update((draft, _attempt(_place, draft, folders)) for draft in result)
    _all_at_once(_sync_folder, sorted(folders))  # what refuses, as all of Windows, is as safe
    return [next(filter(None, (failed[draft] for draft in result)), None) for result in results]


def remove_drafts(output: Path) -> None:
    """Remove what a run has left below its output folder that was not made good."""
    shutil.rmtree(output / FOLDER, ignore_errors=True)


def _created(path: Path) -> int:
    """Create a file with the permissions a plainly written one has; return its handle."""
    return os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o666)


def _all_at_once(work: Callable[[str], None], paths: Sequence[str]) -> list[OSError | None]:
    """Return what the work on each path failed of; many at once where one keeps us waiting."""
    done: list[OSError | None] = []
    for path in paths:
        started = time.monotonic()
        done.append(_attempt(work, path))
        if time.monotonic() - started > _SLOW and len(done) + 1 < len(paths):
            break
    rest = paths[len(done) :]
    if not rest:
        return done
    from concurrent.futures import ThreadPoolExecutor  # late: a quick disk does without

    with ThreadPoolExecutor(_AT_ONCE) as threads:
        return [*done, *threads.map(lambda path: _attempt(work, path), rest)]


def _attempt(work: Callable[..., None], *arguments: object) -> OSError | None:
    try:
        work(*arguments)
    except OSError as error:
        return error
    return None


def _sync(path: str) -> None:
    with open(path, "r+b") as file:  # noqa: PTH123  (a plain path: thousands of them)
        os.fsync(file.fileno())


def _place(draft: Draft, folders: set[str]) -> None:
    """Rename a draft into its place; note every folder that changed by it."""
    try:
        os.replace(draft.written, draft.target)  # noqa: PTH105
    except FileNotFoundError:
        _make_folder(Path(draft.target).parent, folders)
        os.replace(draft.written, draft.target)  # noqa: PTH105
    folders.add(os.path.dirname(draft.target))  # noqa: PTH120


def _make_folder(folder: Path, folders: set[str]) -> None:
    """Make a folder with all above it, noting those that got an entry."""
    if not folder.is_dir():
        _make_folder(folder.parent, folders)
        with suppress(FileExistsError):
            folder.mkdir()
        folders.add(str(folder.parent))


def _sync_folder(folder: str) -> None:
    """Make renamings last, where the system lets a folder be opened (not Windows)."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
