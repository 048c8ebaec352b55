"""Writing results where they were asked for, with the refusals every command words alike."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.batch.inputs import Gathered, Input, gather
from generator.batch.outputs import (
    WouldOverwrite,
    WouldSpoil,
    refuse_overwriting,
    refuse_spoiling,
)
from generator.cli import console
from generator.workbook.layout import Layout, all_layouts, find_layout
from generator.workbook.package import save_atomically, whole_file

_LISTED = 5
"""So many names are listed before 等."""


def require_layout(name: str) -> Layout:
    """Return the layout called by an id or a Chinese name; ends the command for no such one."""
    layout = find_layout(name)
    if layout is None:
        known = "、".join(f"{each.id}（{each.name}）" for each in all_layouts())
        console.fail(f"没有表式“{name}”。可用的表式有：{known}。")
    return layout


def collect(paths: Iterable[Path]) -> Gathered:
    """Return the files to work on; ends the command where a path is missing or none is found."""
    found = gather(paths)
    if found.missing:
        console.fail(
            f"找不到文件或文件夹：{listed(found.missing)}。请核对路径。", console.UNREADABLE
        )
    if not found.inputs:
        console.fail("所给的文件夹中没有工作簿（.xlsx 等），没有需要处理的文件。" + _others(found))
    if found.passed_over:
        console.warn(f"已略过 {found.passed_over} 个临时文件、系统文件或复核报告。")
    if found.others:
        console.warn(_others(found))
    return found


def _others(found: Gathered) -> str:
    count = len(found.others)
    return f"另有 {count} 个其他文件没有读取：{listed(found.others)}。" if count else ""


def guard(paths: Iterable[Path], *, force: bool) -> None:
    """End the command where outputs exist and may not be overwritten."""
    try:
        refuse_overwriting(paths, force=force)
    except WouldOverwrite as refused:
        count = len(refused.paths)
        console.fail(
            f"以下 {count} 个文件已经存在，没有写入任何文件：{listed(refused.paths)}。"
            "需要覆盖请加 --force，或换一个输出位置。"
        )


def spare(inputs: Iterable[Input], outputs: Iterable[Path | str | None]) -> None:
    """End the command where an output (``None``, ``-`` for none) is one of the inputs."""
    paths = (Path(each) for each in outputs if each is not None and each != "-")
    try:
        refuse_spoiling(paths, (each.place for each in inputs))
    except WouldSpoil as refused:
        console.fail(
            f"输出文件就是要处理的原表：{listed(refused.paths)}。"
            "原来的文件一律不改，没有写入任何文件，请换一个输出位置。"
        )


def require_workbook_name(path: Path) -> None:
    """End the command where a workbook would get a name Excel does not open it under."""
    if path.suffix.lower() != ".xlsx":
        console.fail(f"输出文件 {path} 的名称应以 .xlsx 结尾，否则 Excel 和 WPS 打不开，请改名。")
    if path.is_dir():
        console.fail(f"{path} 是已有的文件夹，不能作为输出文件，请另取一个文件名。")


def listed(paths: Iterable[Path | str]) -> str:
    """Name some files, the first few in full."""
    names = [str(path) for path in paths]
    return "、".join(names[:_LISTED]) + ("等" if len(names) > _LISTED else "")


def save(data: bytes, path: Path) -> None:
    """Write one output file whole, making its folder where needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    save_atomically(data, path)


def save_each(results: Iterable[tuple[Path, Callable[[], bytes]]], total: int, label: str) -> None:
    """Make and write files one by one, under a progress bar."""
    for path, make in console.progress(results, total, label):
        save(make(), path)


def write_json(data: Iterable[Any] | dict[str, Any], target: str) -> None:
    """Write one object, or a list of them one by one, to a file or to standard output (``-``)."""
    pieces = [_pretty(data)] if isinstance(data, dict) else _list_pieces(data)
    if target == "-":
        sys.stdout.writelines(pieces)
        sys.stdout.write("\n")
        return
    path = Path(target)
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as file:
        for piece in pieces:
            file.write(piece.encode())
        file.write(b"\n")


def _list_pieces(items: Iterable[Any]) -> Iterator[str]:
    yield "["
    for number, item in enumerate(items):
        yield ("," if number else "") + "\n" + _pretty(item)
    yield "\n]"


def _pretty(item: Any) -> str:
    return json.dumps(item, ensure_ascii=False, indent=1)
