"""Member names come out as they were typed, and lead nowhere but down."""

import pytest

from generator.batch.intake.names import decoded, harmless
from tests.intake.zips import unicode_path

NAMES = [
    "绩效自评表.xlsx",
    "联通.xlsx",
    "社保中心/2023年（一）自评表.xlsx",
    "plain.xlsx",
    "闵行·宣传费.xls",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_unflagged_names_are_told_apart(name: str, encoding: str) -> None:
    assert decoded(name.encode(encoding), b"", utf8=False) == name


@pytest.mark.parametrize("name", NAMES)
def test_the_flag_and_the_extra_field_win(name: str) -> None:
    assert decoded(name.encode(), b"", utf8=True) == name
    assert decoded(b"????.xls", unicode_path(name), utf8=False) == name


def test_other_bytes_give_some_name() -> None:
    assert decoded(b"\xff\xfe\x80.xlsx", b"", utf8=False).endswith(".xlsx")
    assert decoded(b"\xff\xfe.xlsx", b"", utf8=True).endswith(".xlsx")


@pytest.mark.parametrize(
    ("name", "harmless_name"),
    [
        ("../../etc/表.xlsx", "etc/表.xlsx"),
        ("/root/表.xlsx", "root/表.xlsx"),
        ("C:\\表\\自评.xlsx", "C_/表/自评.xlsx"),
        ("a/./b//表.xlsx", "a/b/表.xlsx"),
        ("表\0\n.xlsx", "表__.xlsx"),
        ("..", "_"),
    ],
)
def test_names_are_made_harmless(name: str, harmless_name: str) -> None:
    assert harmless(name) == harmless_name
