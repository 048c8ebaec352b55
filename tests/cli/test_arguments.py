"""The words of a command line as values: places, options, refusals, help."""

from pathlib import Path
from typing import Annotated, Any

import pytest
import typer

from generator.cli import catalogue
from generator.cli.commands import group
from generator.cli.usage import WrongUse, worded
from tests.cli.command import run


def called(words: str) -> dict[str, Any]:
    """Call a made command of a made group; return the values it was given."""
    values: dict[str, Any] = {}

    def made(
        first: Annotated[Path, typer.Argument(help="第一个。", metavar="文件")],
        rest: Annotated[list[Path], typer.Argument(help="其余的。", metavar="路径...")],
        output: Annotated[Path, typer.Option("-o", "--output", help="输出。", metavar="文件夹")],
        jobs: Annotated[int | None, typer.Option("--jobs", help="数。", metavar="N", min=1)] = None,
        limit: Annotated[list[str] | None, typer.Option("--limit", help="上限。")] = None,
        force: Annotated[bool, typer.Option("--force", help="覆盖。")] = False,
    ) -> None:
        """试一试。"""
        values.update(
            first=first, rest=rest, output=output, jobs=jobs, limit=limit, force=force
        )  # fmt: skip

    def other(one: Annotated[Path, typer.Argument(help="一个。", metavar="文件")]) -> None:
        """另一个。"""

    program = typer.main.get_command(group("一组。", made, other))
    program(args=words.split(), prog_name="jixiao", standalone_mode=False)
    return values


def refused(words: str) -> str:
    """Return the sentence a wrong call gets."""
    try:
        called(words)
    except WrongUse as wrong:
        return str(wrong)
    except Exception as error:
        return worded(error)
    raise AssertionError(f"not refused: {words}")


@pytest.mark.parametrize(
    "words",
    ["a b c -o out", "-o out a b c", "a --output=out b c", "a b -oout c", "-o out -- a b c"],
)
def test_options_stand_anywhere(words: str) -> None:
    found = called(f"made {words}")
    assert (found["first"], found["rest"]) == (Path("a"), [Path("b"), Path("c")])
    assert found["output"] == Path("out")


def test_numbers_switches_and_lists() -> None:
    found = called("made a b -o - --jobs 2 --force --limit x=1 --limit=y=2")
    assert found["output"] == Path("-")
    assert (found["jobs"], found["force"], found["limit"]) == (2, True, ["x=1", "y=2"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("made a b", "缺少参数“--output”"),
        ("made -o out", "缺少参数“文件”"),
        ("made a -o out", "缺少参数“路径...”"),
        ("made a b -o", "“-o”后面缺少内容"),
        ("made a b -o out --forc", "没有“--forc”这个选项"),
        ("made a b -o out -x", "没有“-x”这个选项"),
        ("made a b -o out --force=yes", "“--force”后面不能有内容"),
        ("made a b -o out --jobs 0", "“--jobs”应为整数（不小于 1）"),
        ("made a b -o out --jobs two", "“--jobs”应为整数"),
        ("other a b", "多余的参数“b”"),
        ("othr a", "没有“othr”这个命令"),
    ],
)
def test_wrong_use_is_told_in_one_chinese_sentence(words: str, said: str) -> None:
    assert said in refused(words)
    assert refused(words).endswith(" --help。")


def test_the_help_pages_are_chinese_and_in_columns(capsys: pytest.CaptureFixture[str]) -> None:
    called("made --help")
    page = capsys.readouterr().out
    assert page.startswith("用法：jixiao made 文件 路径... [选项]\n试一试。\n")
    assert "  -o, --output 文件夹  输出。（必填）\n" in page
    assert "  --jobs N             数。\n" in page
    called("--help")
    page = capsys.readouterr().out
    assert page.startswith("用法：jixiao 命令 [参数...]\n一组。\n命令：\n  made   试一试。\n")


def test_a_command_broken_off_ends_with_the_status_of_an_interrupt(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def layouts() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(catalogue, "layouts", layouts)
    shown = run(capsys, "layouts")
    assert (shown.status, shown.err.strip()) == (130, "已中断。")
