"""The layouts that ship: complete, and told apart."""

import pytest

from generator.workbook.layout import all_layouts, find_layout, layout_ids, load_layout

OFFICIAL = (
    "cn-decl-2021",
    "cn-eval-2020",
    "sh-decl-2024",
    "sh-decl-2026",
    "sh-eval-2021",
    "sh-eval-2023",
    "sz-eval-2021",
)


def test_the_seven_official_layouts_ship() -> None:
    assert layout_ids() == OFFICIAL


@pytest.mark.parametrize("layout", all_layouts(), ids=lambda layout: layout.id)
def test_every_field_has_exactly_one_place(layout: object) -> None:
    assert sorted([*layout.printed, *layout.unprinted]) == sorted(layout.fields)  # type: ignore[attr-defined]


def test_a_layout_is_found_by_id_and_by_its_chinese_name() -> None:
    layout = load_layout("sh-eval-2023")
    assert find_layout("sh-eval-2023") is layout
    assert find_layout("财政项目支出绩效自评表（上海，2023年）") is layout
    assert find_layout("没有的表") is None


def test_shanghai_2021_extends_the_national_table_in_words_only() -> None:
    national, shanghai = load_layout("cn-eval-2020"), load_layout("sh-eval-2021")
    labels = [cell.label for row in shanghai.head for cell in row.cells]
    assert "预算目标" in labels and "预期目标" not in labels
    assert [len(row.cells) for row in shanghai.head] == [len(row.cells) for row in national.head]
    assert shanghai.money_unit == "元"
