"""``check``, ``recalc`` and ``summary``: what comes back."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import console
from generator.cli.keys import known_issuer
from generator.cli.options import File, Folder, Force, Json, Limited, OpenPassword, Paths

if TYPE_CHECKING:
    from generator.batch.recalc import RecalcRun, Task
    from generator.batch.report.gathered import Gathered
    from generator.batch.report.statistics import Statistics
    from generator.batch.returns.outstanding import Awaited, Missing

_GO_ON = "已写出的文件都是完整的。加 --resume 再次运行，可接着未完成的部分做。"

_SHOWN = 60
"""So many files are shown one by one; more are in the report."""


def check(
    paths: Paths, json: Json = None, password: OpenPassword = None, limit: Limited = None
) -> None:
    """复核：列出每份表的问题，不写入任何工作簿。"""
    from generator.batch.check import CheckRun
    from generator.batch.returns.superseded import older_returns
    from generator.cli import shown
    from generator.cli.limits import allowance
    from generator.cli.writing import collect, write_json

    run = CheckRun(password, known_issuer(), allowance(limit))
    inputs = collect(paths).inputs
    answers = list(console.progress(run.outcomes(inputs), len(inputs), "复核"))
    older = older_returns(answers, inputs, password, run.allowance.limits)
    outcomes = list(older.settled(answers))
    if json != "-":
        shown.show_outcomes(outcomes)
        console.say(shown.totals(outcomes)[0])
    if json is not None:
        write_json((outcome.to_json() for outcome in outcomes), json)
    raise console.Ended(shown.exit_status(outcomes))


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
    from generator.batch.recalc import RecalcRun, targets, tasks_for
    from generator.cli.limits import allowance
    from generator.cli.writing import collect, guard, write_json

    allowed = allowance(limit)
    tasks = tasks_for(collect(paths).inputs)
    if not resume:
        guard(targets(output, tasks), force=force)
    awaited = None if outstanding is None else _awaited(outstanding)
    run = RecalcRun(output, jobs, scheduler, resume, password, known_issuer(), allowed)
    with _resumable(output):
        gathered, missing = _reported(run, tasks, awaited)
    with gathered:
        if json != "-":
            _show(gathered, output)
        if json is not None:
            write_json((outcome.to_json() for outcome in gathered), json)
        if missing is not None:
            _show_outstanding(missing)
        raise console.Ended(_status(gathered.statistics))


def _reported(
    run: "RecalcRun", tasks: "Sequence[Task]", awaited: "Sequence[Awaited] | None"
) -> "tuple[Gathered, Sequence[Missing] | None]":
    """Do a run, write the reports over it; return the answers, and what is outstanding."""
    from generator.batch.recalc import write_reports
    from generator.batch.report.gathered import Gathered

    run.folder.mkdir(parents=True, exist_ok=True)
    done = console.progress(run.outcomes(tasks), len(tasks), "复算")
    gathered = run.newest_counted(tasks, Gathered.of(done, run.folder))
    missing = None if awaited is None else _still_out(awaited, gathered)
    write_reports(run.folder, gathered)
    return gathered, missing


def _still_out(awaited: "Sequence[Awaited]", gathered: "Gathered") -> "Sequence[Missing]":
    """Return what is outstanding; the reports then show it."""
    from generator.batch.returns.outstanding import still_out

    missing = still_out(awaited, gathered)
    gathered.outstanding = [each.values() for each in missing]
    return missing


@contextmanager
def _resumable(output: Path) -> Iterator[None]:
    """Tell what to do where a run is broken off, cannot begin or cannot write its reports."""
    from generator.batch.parallel import NoCluster
    from generator.batch.unfinished import in_chinese

    try:
        yield
    except KeyboardInterrupt:
        console.fail(f"已中断，{_GO_ON}", 130)
    except NoCluster as refused:
        console.fail(_no_cluster(refused.scheduler, installed=refused.installed))
    except OSError as error:
        console.fail(f"无法写入 {error.filename or output}：{in_chinese(error)}。{_GO_ON}")


def _no_cluster(scheduler: str, *, installed: bool) -> str:
    if not installed:
        return '使用 --scheduler 需要安装集群组件，请先运行：pip install "jixiao[cluster]"。'
    return f"连接不上 Dask 调度器 {scheduler}，请核对地址（如 tcp://主机:8786）并确认它已启动。"


def _show(gathered: "Gathered", folder: Path) -> None:
    from generator.cli import shown

    shown.show_outcomes(islice(gathered, _SHOWN))
    counts = gathered.statistics
    if counts.files > _SHOWN:
        console.say(f"（其余 {counts.files - _SHOWN} 份见复核报告）")
    console.say(shown.closing_line(counts.files, counts.rejected, counts.severities))
    console.say(f"复算副本和复核报告保存在 {folder}。")


def _status(counts: "Statistics") -> int:
    """Return the exit status for a batch: unreadable wins over errors."""
    from generator.forms.findings import Severity

    if counts.rejected:
        return console.UNREADABLE
    return console.ERRORS if counts.severities[Severity.ERROR] else console.FINE


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
    from generator.batch.returns.superseded import older_returns
    from generator.batch.summary import SummaryEntry, summary_workbook
    from generator.cli.limits import allowance
    from generator.cli.writing import collect, guard, save

    run = CheckRun(password, known_issuer(), allowance(limit))
    inputs = collect(paths).inputs
    guard([output], force=force)
    work = (SummaryEntry.of(each) for each in run.examined(inputs))
    answers = list(console.progress(work, len(inputs), "汇总"))
    outcomes = [each.outcome for each in answers]
    older = older_returns(outcomes, inputs, password, run.allowance.limits).by
    entries = [each for order, each in enumerate(answers) if order not in older]
    for order, newest in older.items():
        console.warn(f"{outcomes[order].file}：同一份表另有新的退回（{newest}），未计入汇总。")
    save(summary_workbook(entries), output)
    refused = [each.outcome for each in entries if each.outcome.rejection is not None]
    for outcome in refused:
        console.warn(f"{outcome.file}：{outcome.rejection.message if outcome.rejection else ''}")
    console.say(f"已汇总 {len(entries) - len(refused)} 份，保存在 {output}。")
    if refused:
        raise console.Ended(console.UNREADABLE)
