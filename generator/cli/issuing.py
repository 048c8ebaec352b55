"""``projects``, ``blank`` and ``carry``: what the office sends out."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import console
from generator.cli.options import (
    File,
    Folder,
    Force,
    FormPassword,
    LayoutName,
    LockPassword,
    Paths,
    Reissue,
)

if TYPE_CHECKING:
    from generator.batch.inputs import Input
    from generator.forms.models import Form, TargetForm
    from generator.workbook.layout import Layout


def projects(output: File, force: Force = False) -> None:
    """生成一份待填写的项目清单（项目清单.xlsx）。"""
    from generator.batch.project_list import write_project_list
    from generator.cli.writing import guard, require_workbook_name, save

    require_workbook_name(output)
    guard([output], force=force)
    save(write_project_list(), output)
    console.say(f"已生成项目清单 {output}，请填写后运行：jixiao blank {output} -o 空白表")


def blank(
    project_list: Annotated[Path, typer.Argument(help="填好的项目清单。", metavar="项目清单.xlsx")],
    output: Folder,
    layout: LayoutName = None,
    password: LockPassword = None,
    force: Force = False,
    reissue: Reissue = False,
) -> None:
    """按项目清单，为每个项目生成一份锁定的空白表。"""
    from generator.cli.writing import require_layout

    forms = listed_forms(project_list, None if layout is None else require_layout(layout))
    _issue(forms, output, password, force=force, reissue=reissue)
    console.say(f"已按 {project_list} 生成 {len(forms)} 份空白表，保存在 {output}。")


def carry(
    targets: Paths,
    output: Folder,
    layout: Annotated[
        str, typer.Option("--layout", help="自评表的表式编号或名称。", metavar="表式")
    ],
    password: LockPassword = None,
    open_password: FormPassword = None,
    force: Force = False,
    reissue: Reissue = False,
) -> None:
    """由申报表生成带有目标和指标的自评表。"""
    from generator.cli.writing import collect, require_layout
    from generator.workbook.carry import carry as carry_over

    wanted = require_layout(layout)
    if wanted.kind != "self_evaluation":
        console.fail(f"“{wanted.name}”不是自评表，请用 --layout 指定自评表的表式。")
    forms, refused = _target_forms(collect(targets).inputs, open_password)
    _issue(
        [carry_over(form, wanted) for form in forms], output, password, force=force, reissue=reissue
    )
    made = f"已由申报表生成 {len(forms)} 份自评表，保存在 {output}。"
    console.say(made if forms else "没有可用的申报表，没有生成任何文件。")
    if refused:
        raise console.Ended(console.UNREADABLE)


def _issue(
    forms: "Sequence[Form]", folder: Path, password: str | None, *, force: bool, reissue: bool
) -> None:
    """Write sealed forms into a folder, each under its proper name; the ledger notes them."""
    from generator.batch.filenames import distinct, form_filename
    from generator.batch.keyring import KeyRing
    from generator.batch.returns.issuer import Issuer
    from generator.cli.writing import guard, save_each
    from generator.workbook.layout import load_layout
    from generator.workbook.moment import issue_moment
    from generator.workbook.writer import FormOptions, write_form

    names = distinct(form_filename(form, load_layout(form.layout)) for form in forms)
    guard((folder / name for name in names), force=force)
    ledger, key = Issuer.here().ledger, KeyRing().current()
    planned = ledger.plan(forms, issue_moment().date(), reissue=reissue)
    files = (
        (folder / name, partial(write_form, form, FormOptions(False, password, key, entry.issue)))
        for form, name, (entry, _) in zip(forms, names, planned, strict=True)
    )
    save_each(files, len(forms), "生成表格")
    ledger.add(each.entry for each in planned)
    _warn_of_replaced([name for name, each in zip(names, planned, strict=True) if each.replaces])


def _warn_of_replaced(names: Sequence[str]) -> None:
    """Say which forms were issued before with another content."""
    from generator.cli.writing import listed

    if names:
        console.warn(
            f"有 {len(names)} 份表以前下发过，这次内容不同：{listed(names)}。"
            "旧表已经发出的，请加 --reissue 重新下发，退回旧表时会提示改填新表。"
        )


def listed_forms(path: Path, layout: "Layout | None" = None) -> "list[Form]":
    """Return the forms a project list asks for; ends the command where the list is not right."""
    from generator.batch.project_list import ProjectList, read_project_list
    from generator.workbook.rejection import Rejected

    if not path.exists():
        console.fail(f"找不到项目清单 {path}，请核对路径。", console.UNREADABLE)
    if path.is_dir():
        console.fail(f"{path} 是文件夹；项目清单应是一个工作簿，请写出它的文件名。")
    try:
        read = read_project_list(path)
    except Rejected as refused:
        console.fail(f"{path}：{refused.rejection.message}", console.UNREADABLE)
    if not isinstance(read, ProjectList):
        for problem in read:
            console.warn(str(problem))
        console.fail(f"项目清单 {path} 有 {len(read)} 处需要更正，没有生成任何文件。")
    return read.forms() if layout is None else read.in_layout(layout).forms()


def _target_forms(
    inputs: "Iterable[Input]", password: str | None
) -> "tuple[list[TargetForm], int]":
    """Return the target forms among some workbooks, and how many files were refused."""
    from generator.batch.fill import reading_of
    from generator.forms.models import TargetForm
    from generator.workbook.rejection import Rejected

    forms: list[TargetForm] = []
    refused = 0
    for each in inputs:
        try:
            form = reading_of(each, password).form
        except Rejected as answer:
            console.warn(f"{each.file}：{answer.rejection.message}")
            refused += 1
            continue
        if isinstance(form, TargetForm):
            forms.append(form)
        else:
            console.warn(f"{each.file}：这是一份自评表，不是申报表，已略过。")
            refused += 1
    return forms, refused
