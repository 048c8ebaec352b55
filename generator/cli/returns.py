"""``check``, ``recalc`` and ``summary``: what comes back."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from generator.batch.inputs import Input
from generator.batch.outcome import Outcome
from generator.cli import console
from generator.cli.options import File, Folder, Force, Json, OpenPassword, Paths

_SHOWN = 60
"""So many files are shown one by one; more are in the report."""


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(check)
    app.command()(recalc)
    app.command()(summary)


def check(paths: Paths, json: Json = None, password: OpenPassword = None) -> None:
    """复核：列出每份表的问题，不写入任何工作簿。"""
    from generator.cli.writing import collect, write_json

    inputs = collect(paths).inputs
    outcomes = list(console.progress(_checked(inputs, password), len(inputs), "复核"))
    if json != "-":
        console.show_outcomes(outcomes)
        console.say(console.totals(outcomes)[0])
    if json is not None:
        write_json((outcome.to_json() for outcome in outcomes), json)
    raise typer.Exit(console.exit_status(outcomes))


def _checked(inputs: Sequence[Input], password: str | None) -> Iterator[Outcome]:
    from generator.batch.examine import examine

    for each in inputs:
        yield examine(each.path, each.file, password=password).outcome


def recalc(
    paths: Paths,
    output: Folder,
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, help="同时使用的进程数。", metavar="N")
    ] = None,
    json: Json = None,
    resume: Annotated[bool, typer.Option("--resume", help="接着上次中断的地方继续。")] = False,
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", help="Dask 集群地址。", metavar="地址")
    ] = None,
    outstanding: Annotated[
        Path | None,
        typer.Option(
            "--outstanding", help="项目清单，用来列出尚未退回的。", metavar="项目清单.xlsx"
        ),
    ] = None,
    password: OpenPassword = None,
    force: Force = False,
) -> None:
    """复算退回的工作簿：每份一个复算副本，有错误的另有退回修改副本，并汇成复核报告。"""
    from generator.batch.recalc import RecalcRun, targets, tasks_for, write_reports
    from generator.batch.report import Gathered
    from generator.cli.writing import collect, guard, write_json

    inputs = collect(paths).inputs
    tasks = tasks_for(inputs)
    if not resume:
        guard(targets(output, tasks), force=force)
    awaited = None if outstanding is None else _awaited(outstanding)
    run = RecalcRun(output, jobs, scheduler, resume, password)
    done = console.progress(run.outcomes(tasks), len(tasks), "复算")
    with Gathered.of(done) as gathered:
        output.mkdir(parents=True, exist_ok=True)
        write_reports(output, gathered)
        if json != "-":
            _show(gathered, output)
        if json is not None:
            write_json((outcome.to_json() for outcome in gathered), json)
        if awaited is not None:
            _show_outstanding(awaited, gathered)
        raise typer.Exit(console.exit_status(gathered))


def _show(outcomes: Iterable[Outcome], folder: Path) -> None:
    shown = list(islice(outcomes, _SHOWN))
    console.show_outcomes(shown)
    text, count = console.totals(outcomes)
    if count > len(shown):
        console.say(f"（其余 {count - len(shown)} 份见复核报告）")
    console.say(text)
    console.say(f"复算副本和复核报告保存在 {folder}。")


def _awaited(project_list: Path) -> dict[str, str]:
    from generator.batch.outstanding import awaited
    from generator.cli.issuing import listed_forms

    return awaited(listed_forms(project_list))


def _show_outstanding(awaited: dict[str, str], outcomes: Iterable[Outcome]) -> None:
    from generator.batch.outstanding import still_out

    missing = still_out(awaited, outcomes)
    if not missing:
        console.say("项目清单中的表已全部退回。")
        return
    console.say(f"尚未退回 {len(missing)} 份：")
    for name in missing:
        console.say(f"    {name}")


def summary(
    paths: Paths, output: File, password: OpenPassword = None, force: Force = False
) -> None:
    """把多份表汇总成一个工作簿，附统计图。"""
    from generator.batch.examine import examine
    from generator.batch.summary import SummaryEntry, summary_workbook
    from generator.cli.writing import collect, guard, save

    inputs = collect(paths).inputs
    guard([output], force=force)
    work = (SummaryEntry.of(examine(each.path, each.file, password=password)) for each in inputs)
    entries = list(console.progress(work, len(inputs), "汇总"))
    save(summary_workbook(entries), output)
    refused = [each.outcome for each in entries if each.outcome.rejection is not None]
    for outcome in refused:
        console.warn(f"{outcome.file}：{outcome.rejection.message if outcome.rejection else ''}")
    console.say(f"已汇总 {len(entries) - len(refused)} 份，保存在 {output}。")
    if refused:
        raise typer.Exit(console.UNREADABLE)
