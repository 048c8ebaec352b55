"""``compare``: forms against earlier or issued ones."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import console
from generator.cli.options import Force, Json, OpenPassword, Paths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.batch.compare import Comparison, FiledForm
    from generator.batch.inputs import Input


def compare(
    current: Paths,
    earlier: Annotated[
        list[Path], typer.Option("--with", help="对照的表（可重复给出）。", metavar="路径")
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="输出工作簿。", metavar="文件")
    ] = None,
    json: Json = None,
    password: OpenPassword = None,
    force: Force = False,
) -> None:
    """与以前年度的表或发出的表对照：指标的增减、更名、放宽和收紧。"""
    from generator.batch.compare import (
        compare_all,
        comparison_book,
        comparison_headings,
        comparison_rows,
        comparison_to_json,
    )
    from generator.cli.writing import collect, guard, require_workbook_name, save, spare, write_json
    from generator.forms.findings import Severity

    these, those = collect(current).inputs, collect(earlier).inputs
    spare((*these, *those), (output, json))
    if output is not None:
        require_workbook_name(output)
        guard([output], force=force)
    now, refused = _filed(these, password)
    before, also_refused = _filed(those, password)
    comparison = compare_all(now, before)
    if json != "-":
        console.table("指标对照", comparison_headings(), comparison_rows(comparison))
        _show_findings(comparison)
    if json is not None:
        write_json(comparison_to_json(comparison), json)
    if output is not None:
        save(comparison_book(comparison), output)
        console.warn(f"对照结果保存在 {output}。")
    if refused or also_refused:
        raise console.Ended(console.UNREADABLE)
    raise console.Ended(console.ERRORS if comparison.count(Severity.ERROR) else console.FINE)


def _filed(inputs: "Sequence[Input]", password: str | None) -> "tuple[list[FiledForm], int]":
    """Return the forms in some files, and how many files were refused."""
    from generator.batch.compare import FiledForm
    from generator.batch.examine import examine

    filed, refused = [], 0
    for each in inputs:
        examined = examine(each, each.file, password=password)
        if examined.recalculation is None:
            reason = examined.outcome.rejection
            console.warn(f"{each.file}：{reason.message if reason else ''}")
            refused += 1
        else:
            filed.append(FiledForm(each.file, examined.recalculation.form))
    return filed, refused


def _show_findings(comparison: "Comparison") -> None:
    from generator.forms.findings import Severity

    for pair, finding in comparison.findings():
        if finding.severity is not Severity.INFO:
            console.say(f"{pair.file}：{finding.severity.chinese} {finding.rule} {finding.message}")
    alone = "、".join(each.file for each in comparison.only_current)
    if alone:
        console.say(f"没有找到可对照的表：{alone}")
