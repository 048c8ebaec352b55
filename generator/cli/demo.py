"""``demo``: the whole round on the shipped samples, from blank forms to the review."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from generator.cli import console
from generator.cli.options import Force


def demo(
    output: Annotated[
        Path, typer.Option("-o", "--output", help="输出文件夹。", metavar="文件夹")
    ] = Path("jixiao-demo"),
    force: Force = False,
) -> None:
    """用随附的样例走一遍：生成空白表，复算退回的真实表，给出复核报告。"""
    from generator.cli.writing import guard

    blanks, returned, review = (output / name for name in ("空白表", "退回表", "复算结果"))
    guard((path for path in (blanks, returned, review) if path.exists()), force=force)
    console.say("一、按项目清单生成空白表")
    _issue(output, blanks)
    console.say("二、收到退回的表（随附的真实表，错误照原样保留）")
    _receive(returned)
    console.say("三、复算和复核")
    _review(returned, review)
    console.say(f"请打开 {review / '复核报告.html'} 或 {review / '复核报告.xlsx'} 查看全部问题。")


def _issue(output: Path, blanks: Path) -> None:
    from generator.batch.filenames import distinct, form_filename
    from generator.batch.keyring import KeyRing
    from generator.cli.issuing import listed_forms
    from generator.cli.writing import save_each
    from generator.resources import samples
    from generator.workbook.layout import load_layout
    from generator.workbook.writer import FormOptions, write_form

    forms = listed_forms(samples("项目清单.xlsx"))
    names = distinct(form_filename(form, load_layout(form.layout)) for form in forms)
    options = FormOptions(seal=KeyRing(output / "示例密钥.json").current())
    files = (
        (blanks / name, partial(write_form, form, options))
        for form, name in zip(forms, names, strict=True)
    )
    save_each(files, len(forms), "生成空白表")
    console.say(f"    {len(forms)} 份，在 {blanks}")


def _receive(returned: Path) -> None:
    from generator.cli.writing import save
    from generator.resources import samples

    files = sorted(samples("returned").glob("*.xlsx"))
    for path in files:
        save(path.read_bytes(), returned / path.name)
    console.say(f"    {len(files)} 份，在 {returned}")


def _review(returned: Path, review: Path) -> None:
    from generator.batch.inputs import gather
    from generator.batch.recalc import RecalcRun, tasks_for, write_reports
    from generator.batch.report.gathered import Gathered
    from generator.cli import shown

    tasks = tasks_for(gather([returned]).inputs)
    done = console.progress(RecalcRun(review).outcomes(tasks), len(tasks), "复算")
    with Gathered.of(done) as gathered:
        write_reports(review, gathered)
        shown.show_outcomes(gathered)
        console.say(shown.closing_line(gathered.statistics))
