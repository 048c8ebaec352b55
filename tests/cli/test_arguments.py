"""The words of a command line as values: places, options, refusals."""

from pathlib import Path
from typing import Annotated, Any

import pytest

from generator.cli.arguments import Argument, Option, parameters
from generator.cli.parsing import WrongUse, parse
from generator.cli.usage import command_page


def command(
    first: Annotated[Path, Argument(help="第一个。", metavar="文件")],
    rest: Annotated[list[Path], Argument(help="其余的。", metavar="路径...")],
    output: Annotated[Path, Option("-o", "--output", help="输出。", metavar="文件夹")],
    jobs: Annotated[int | None, Option("--jobs", help="进程。", metavar="N", least=1)] = None,
    limit: Annotated[list[str] | None, Option("--limit", help="上限。", metavar="名=值")] = None,
    force: Annotated[bool, Option("--force", help="覆盖。")] = False,
) -> None:
    """试一试。"""


def parsed(words: str) -> dict[str, Any]:
    return parse(parameters(command), words.split())


@pytest.mark.parametrize(
    "words",
    ["a b c -o out", "-o out a b c", "a --output=out b c", "a b -oout c", "-o out -- a b c"],
)
def test_options_stand_anywhere(words: str) -> None:
    assert parsed(words) == {
        "first": Path("a"), "rest": [Path("b"), Path("c")], "output": Path("out"),
    }  # fmt: skip


def test_numbers_switches_and_lists() -> None:
    found = parsed("a b -o - --jobs 2 --force --limit x=1 --limit=y=2")
    assert found["output"] == Path("-")
    assert (found["jobs"], found["force"], found["limit"]) == (2, True, ["x=1", "y=2"])


def test_the_last_of_several_counts() -> None:
    assert parsed("a b -o one -o two")["output"] == Path("two")


def test_behind_two_dashes_nothing_is_an_option() -> None:
    assert parsed("-o out -- a --force")["rest"] == [Path("--force")]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a b", "缺少参数“--output”"),
        ("-o out", "缺少参数“文件”"),
        ("a -o out", "缺少参数“路径...”"),
        ("a b -o", "“-o”后面缺少内容"),
        ("a b -o out --forc", "没有“--forc”这个选项"),
        ("a b -o out -x", "没有“-x”这个选项"),
        ("a b -o out --force=yes", "没有“--force=yes”这个选项"),
        ("a b -o out --jobs 0", "不小于 1"),
        ("a b -o out --jobs two", "不能是“two”"),
        ("a b -o out --jobs -1", "不能是“-1”"),
    ],
)
def test_wrong_use_says_what_is_wrong(words: str, said: str) -> None:
    with pytest.raises(WrongUse, match=said):
        parsed(words)


def test_a_word_too_many() -> None:
    def single(one: Annotated[Path, Argument(help="一个。", metavar="文件")]) -> None: ...

    with pytest.raises(WrongUse, match="多余的参数“b”"):
        parse(parameters(single), ["a", "b"])


def test_the_help_page_names_everything_in_columns() -> None:
    page = command_page("jixiao command", command)
    assert page.startswith("用法：jixiao command 文件 路径... [选项]\n试一试。\n")
    assert "  -o, --output 文件夹  输出。（必填）\n" in page
    assert "  --jobs N             进程。\n" in page
