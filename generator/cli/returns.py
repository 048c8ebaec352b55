"""``check``, ``recalc`` and ``summary``: what comes back."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli import console
from generator.cli.keys import known_issuer
from generator.cli.options import File, Folder, Force, Json, Limited, OpenPassword, Paths

if TYPE_CHECKING:
    from generator.batch.check import CheckRun
    from generator.batch.inputs import Input
    from generator.batch.recalc import RecalcRun, Tasks
    from generator.batch.report.gathered import Gathered
    from generator.batch.report.statistics import Statistics
    from generator.batch.returns.outstanding import Awaited, Missing
    from generator.batch.summary import Collected

_GO_ON = "已写出的文件都是完整的。加 --resume 再次运行，可接着未完成的部分做。"

_SHOWN = 60
"""So many files are shown one by one; more are in the report."""


def check(
    paths: Paths, json: Json = None, password: OpenPassword = None, limit: Limited = None
) -> None:
    """复核：列出每份表的问题，不写入任何工作簿。"""
    from generator.batch.check import CheckRun
    from generator.cli import shown
    from generator.cli.limits import allowance
    from generator.cli.writing import collect, spare, write_json

    run = CheckRun(password, known_issuer(), allowance(limit))
    inputs = collect(paths).inputs
    spare(inputs, [json])
    with _checked(run, inputs) as gathered:
        if json != "-":
            shown.show_outcomes(gathered)
            console.say(shown.closing_line(gathered.statistics))
        if json is not None:
            write_json((outcome.to_json() for outcome in gathered), json)
        raise console.Ended(_status(gathered.statistics))


def _checked(run: "CheckRun", inputs: "Sequence[Input]") -> "Gathered":
    """Return the answers to some files, those to older returns with what is found about them."""
    from generator.batch.report.gathered import Gathered
    from generator.batch.returns.superseded import older_returns

    answers = Gathered.of(console.progress(run.outcomes(inputs), len(inputs), "复核"))
    older = older_returns(answers, inputs, run.password, run.allowance.limits)
    if not older:
        return answers
    with answers:
        return Gathered.of(older.settled(answers))


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
    from generator.batch.recalc import RETURNS, RecalcRun, targets, tasks_for
    from generator.cli.limits import allowance
    from generator.cli.writing import collect, guard, spare, write_json

    allowed = allowance(limit)
    inputs = collect(paths).inputs
    tasks = tasks_for(inputs)
    spare(inputs, chain([json], targets(output, tasks), targets(output / RETURNS, tasks)))
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
    run: "RecalcRun", tasks: "Tasks", awaited: "Sequence[Awaited] | None"
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
    from generator.batch.system_errors import in_chinese

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
    console.say(shown.closing_line(counts))
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
    from generator.batch.summary import Collected
    from generator.cli.limits import allowance
    from generator.cli.writing import collect, guard, require_workbook_name, spare

    require_workbook_name(output)
    run = CheckRun(password, known_issuer(), allowance(limit))
    inputs = collect(paths).inputs
    spare(inputs, [output])
    guard([output], force=force)
    work = console.progress(run.examined(inputs), len(inputs), "汇总")
    with Collected.of(work) as files:
        older = older_returns(files.outcomes, inputs, password, run.allowance.limits).by
        for order, newest in older.items():
            console.warn(f"{inputs[order].file}：同一份表另有新的退回（{newest}），未计入汇总。")
        files.leave_out(older)
        _save_summary(files, output)
        counts = files.outcomes.statistics
        _warn_of_refused(files.outcomes)
        console.say(f"已汇总 {counts.read - len(older)} 份，保存在 {output}。")
        if counts.rejected:
            raise console.Ended(console.UNREADABLE)


def _save_summary(files: "Collected", output: Path) -> None:
    from generator.batch.summary import write_summary
    from generator.workbook.moment import issue_moment
    from generator.workbook.package import whole_file

    output.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(output) as file:
        write_summary(files, file, issue_moment())


def _warn_of_refused(outcomes: "Gathered") -> None:
    from generator.batch.report.shown import Urgency

    for outcome in outcomes.pile(Urgency.REJECTED):
        console.warn(f"{outcome.file}：{outcome.rejection.message if outcome.rejection else ''}")
