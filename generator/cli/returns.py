"""``check``, ``recalc`` and ``summary``: what comes back."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.batch.outcome import Outcome
from generator.cli import console
from generator.cli.keys import known_issuer
from generator.cli.options import File, Folder, Force, Json, Limited, OpenPassword, Paths

if TYPE_CHECKING:
    from generator.batch.returns.outstanding import Awaited, Missing

_SHOWN = 60
"""So many files are shown one by one; more are in the report."""


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(check)
    app.command()(recalc)
    app.command()(summary)


def check(
    paths: Paths, json: Json = None, password: OpenPassword = None, limit: Limited = None
) -> None:
    """复核：列出每份表的问题，不写入任何工作簿。"""
    from generator.batch.check import CheckRun
    from generator.batch.returns.superseded import settled, superseded
    from generator.cli.limits import allowance
    from generator.cli.writing import collect, write_json

    run = CheckRun(password, known_issuer(), allowance(limit))
    inputs = collect(paths).inputs
    answers = list(console.progress(run.outcomes(inputs), len(inputs), "复核"))
    outcomes = list(settled(answers, superseded(answers, inputs, password, run.allowance.limits)))
    if json != "-":
        console.show_outcomes(outcomes)
        console.say(console.totals(outcomes)[0])
    if json is not None:
        write_json((outcome.to_json() for outcome in outcomes), json)
    raise typer.Exit(console.exit_status(outcomes))


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
    limit: Limited = None,
    force: Force = False,
) -> None:
    """复算退回的工作簿：每份一个复算副本，有错误的另有退回修改副本，并汇成复核报告。"""
    from generator.batch.recalc import RecalcRun, targets, tasks_for, write_reports
    from generator.batch.report import Gathered
    from generator.batch.returns.outstanding import still_out
    from generator.batch.returns.superseded import newest_counted
    from generator.cli.limits import allowance
    from generator.cli.writing import collect, guard, write_json

    allowed = allowance(limit)
    inputs = collect(paths).inputs
    tasks = tasks_for(inputs)
    if not resume:
        guard(targets(output, tasks), force=force)
    awaited = None if outstanding is None else _awaited(outstanding)
    run = RecalcRun(output, jobs, scheduler, resume, password, known_issuer(), allowed)
    done = console.progress(_resumable(run.outcomes(tasks)), len(tasks), "复算")
    with (
        Gathered.of(done) as answers,
        newest_counted(answers, inputs, password, allowed.limits) as gathered,
    ):
        missing = None if awaited is None else still_out(awaited, gathered)
        gathered.outstanding = None if missing is None else [each.values() for each in missing]
        output.mkdir(parents=True, exist_ok=True)
        write_reports(output, gathered)
        if json != "-":
            _show(gathered, output)
        if json is not None:
            write_json((outcome.to_json() for outcome in gathered), json)
        if missing is not None:
            _show_outstanding(missing)
        raise typer.Exit(console.exit_status(gathered))


def _resumable(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Pass answers on; tell what to do where the run is broken off or cannot begin."""
    from generator.batch.parallel import NoCluster

    try:
        yield from outcomes
    except KeyboardInterrupt:
        console.fail(
            "已中断，已写出的文件都是完整的。加 --resume 再次运行，可接着未完成的部分做。", 130
        )
    except NoCluster as refused:
        console.fail(_no_cluster(refused.scheduler, installed=refused.installed))


def _no_cluster(scheduler: str, *, installed: bool) -> str:
    if not installed:
        return '使用 --scheduler 需要安装集群组件，请先运行：pip install "jixiao[cluster]"。'
    return f"连接不上 Dask 调度器 {scheduler}，请核对地址（如 tcp://主机:8786）并确认它已启动。"


def _show(outcomes: Iterable[Outcome], folder: Path) -> None:
    shown = list(islice(outcomes, _SHOWN))
    console.show_outcomes(shown)
    text, count = console.totals(outcomes)
    if count > len(shown):
        console.say(f"（其余 {count - len(shown)} 份见复核报告）")
    console.say(text)
    console.say(f"复算副本和复核报告保存在 {folder}。")


def _awaited(project_list: Path) -> "list[Awaited]":
    from generator.batch.returns.outstanding import awaited
    from generator.cli.issuing import listed_forms

    return awaited(listed_forms(project_list))


def _show_outstanding(missing: "Sequence[Missing]") -> None:
    if not missing:
        console.say("项目清单中的表已全部退回。")
        return
    console.say(f"尚未退回 {len(missing)} 份：")
    for each in missing:
        console.say(f"    {each}")


def summary(
    paths: Paths,
    output: File,
    password: OpenPassword = None,
    limit: Limited = None,
    force: Force = False,
) -> None:
    """把多份表汇总成一个工作簿，附统计图。"""
    from generator.batch.check import CheckRun
    from generator.batch.returns.superseded import superseded
    from generator.batch.summary import SummaryEntry, summary_workbook
    from generator.cli.limits import allowance
    from generator.cli.writing import collect, guard, save

    run = CheckRun(password, allowance=allowance(limit))
    inputs = collect(paths).inputs
    guard([output], force=force)
    work = (SummaryEntry.of(each) for each in run.examined(inputs))
    answers = list(console.progress(work, len(inputs), "汇总"))
    older = superseded([e.outcome for e in answers], inputs, password, run.allowance.limits)
    entries = [each for order, each in enumerate(answers) if order not in older]
    for order, found in older.items():
        console.warn(
            f"{answers[order].outcome.file}：同一份表另有新的退回（{found.by}），未计入汇总。"
        )
    save(summary_workbook(entries), output)
    refused = [each.outcome for each in entries if each.outcome.rejection is not None]
    for outcome in refused:
        console.warn(f"{outcome.file}：{outcome.rejection.message if outcome.rejection else ''}")
    console.say(f"已汇总 {len(entries) - len(refused)} 份，保存在 {output}。")
    if refused:
        raise typer.Exit(console.UNREADABLE)
