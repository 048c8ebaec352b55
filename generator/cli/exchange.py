"""``fill`` and ``read``: between JSON and workbooks."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from generator.cli import console
from generator.cli.options import Folder, Force, Limited, LockPassword, OpenPassword, Paths


def fill(
    forms: Annotated[list[Path], typer.Argument(help="表单数据（JSON）。", metavar="表单.json...")],
    output: Folder,
    as_printed: Annotated[
        bool, typer.Option("--as-printed", help="计算格照原表填数字，不放公式。")
    ] = False,
    password: LockPassword = None,
    force: Force = False,
) -> None:
    """把表单数据（JSON）填成工作簿。"""
    from generator.batch.filenames import distinct
    from generator.batch.fill import load_form
    from generator.cli.writing import guard, save_each
    from generator.workbook.rejection import Rejection
    from generator.workbook.writer import FormOptions, write_form

    names = distinct(f"{path.stem}.xlsx" for path in forms)
    guard((output / name for name in names), force=force)
    options = FormOptions(as_printed=as_printed, password=password)
    ready, refused = [], 0
    for path, name in zip(forms, names, strict=True):
        form = load_form(path)
        if isinstance(form, Rejection):
            console.warn(f"{path}：{form.message}")
            refused += 1
        else:
            ready.append((output / name, partial(write_form, form, options)))
    save_each(ready, len(ready), "填表")
    made = f"已生成 {len(ready)} 份工作簿，保存在 {output}。"
    console.say(made if ready else "没有可用的表单数据，没有生成任何文件。")
    if refused:
        raise console.Ended(console.UNREADABLE)


def read(
    files: Paths,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="输出文件夹；不给则显示在屏幕上。", metavar="文件夹"),
    ] = None,
    password: OpenPassword = None,
    limit: Limited = None,
    force: Force = False,
) -> None:
    """把工作簿读成表单数据（JSON）。"""
    from generator.batch.filenames import distinct
    from generator.batch.fill import read_form
    from generator.batch.outputs import below
    from generator.cli.limits import allowance
    from generator.cli.writing import collect, guard, write_json

    limits = allowance(limit).limits
    inputs = collect(files).inputs
    names = distinct(f"{each.file.rsplit('.', 1)[0]}.json" for each in inputs)
    if output is not None:
        guard((below(output, name) for name in names), force=force)
    read_forms = [read_form(each, password, limits) for each in inputs]
    for each in read_forms:
        if each.rejection is not None:
            console.warn(f"{each.file}：{each.rejection.message}")
    if output is None:
        write_json([each.form for each in read_forms if each.form is not None], "-")
    else:
        for each, name in zip(read_forms, names, strict=True):
            if each.form is not None:
                write_json(each.form, str(below(output, name)))
    if any(each.rejection for each in read_forms):
        raise console.Ended(console.UNREADABLE)
