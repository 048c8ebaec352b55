"""What the tables of a summary say, row by row."""

from decimal import Decimal

import pytest

from generator.batch.examine import Examined, examine
from generator.batch.summary import Collected
from generator.batch.summary.tables import TABLES
from generator.batch.summary.wording import wording
from tests.summary.entries import entry, evaluation, opened, summary_workbook, table, target

RESULTS, TARGETS, INDICATORS = "自评结果汇总", "绩效目标汇总", "指标明细"
STATISTICS, UNREAD = "统计", "未读取"


def unread(file: str = "空.xlsx") -> Examined:
    return examine(b"", file)


def test_a_result_is_shown_as_filled_in_and_as_computed() -> None:
    row, total = table(opened(summary_workbook([entry(evaluation())])), RESULTS)
    assert (row["项目名称"], row["年度"], row["序号"]) == ("信息化运维", 2024, 1)
    assert (row["全年预算数"], row["全年执行数"]) == (200, 150)
    assert (row["执行率"], row["复算执行率"]) == (0.75, 0.75)
    assert (row["总分"], row["等级"]) == (95.5, "优")
    assert (row["复算总分"], row["复算等级"], row["按规则总分"]) == (95.5, "优", 97.5)
    assert (total["项目名称"], total["全年预算数"], total["执行率"]) == ("合计", 200, 0.75)


def test_a_wrong_figure_stands_beside_the_right_one() -> None:
    data = evaluation()
    data["funds"]["annual_total"]["execution_rate"] = "93.65"
    row = table(opened(summary_workbook([entry(data)])), RESULTS)[0]
    assert (row["执行率"], row["复算执行率"]) == (0.9365, 0.75)
    assert row["错误"] > 0


def test_money_in_yuan_is_added_up_in_ten_thousands_exactly() -> None:
    rows = table(opened(summary_workbook([entry(target()), entry(target("宣传"))])), TARGETS)
    assert [row["年度资金申请总额"] for row in rows] == [6.8941, 6.8941, 13.7882]
    assert (rows[0]["指标数"], rows[-1]["指标数"]) == (1, 2)


def test_the_overall_rate_is_all_spending_over_all_budgets() -> None:
    small = evaluation("零星购置")
    for row in ("annual_total", "current_appropriation"):
        small["funds"][row] |= {"adjusted_budget": "100", "actual_expenditure": "20"}
    total = table(opened(summary_workbook([entry(evaluation()), entry(small)])), RESULTS)[-1]
    assert (total["全年预算数"], total["全年执行数"], total["复算执行率"]) == (300, 170, 0.5667)


def test_a_ratio_is_a_rate_like_any_other() -> None:
    data = evaluation(layout="sz-eval-2021", project_amount="500", money_unit="元")
    data["funds"]["annual_total"]["execution_rate"] = "0.75"
    data["funds"]["current_appropriation"]["execution_rate"] = "0.75"
    row = table(opened(summary_workbook([entry(data)])), RESULTS)[0]
    assert (row["执行率"], row["复算执行率"], row["全年预算数"]) == (0.75, 0.75, 0.02)


def test_units_and_years_are_sorted_and_one_units_year_stays_in_order() -> None:
    entries = [
        entry(evaluation("丙", fiscal_year=2024)),
        entry(evaluation("甲", fiscal_year=2024)),
        entry(evaluation("乙", fiscal_year=2023)),
        entry(evaluation("丁", unit="市人才服务中心")),
        entry(evaluation("戊", unit=None)),
    ]
    rows = table(opened(summary_workbook(entries)), RESULTS)[:-1]
    assert [row["项目名称"] for row in rows] == ["丁", "乙", "丙", "甲", "戊"]
    assert [row["序号"] for row in rows] == [1, 2, 3, 4, 5]


def test_every_indicator_has_a_row_with_what_the_rule_gives() -> None:
    rows = table(opened(summary_workbook([entry(evaluation()), entry(target())])), INDICATORS)
    assert [row["表式"] for row in rows] == ["绩效自评表", "绩效目标申报表"]
    assert (rows[0]["分值"], rows[0]["得分"], rows[0]["按规则得分"]) == (90, 88, 90)
    assert (rows[1]["年度指标值"], rows[1]["实际完成值"], rows[1]["得分"]) == ("=2(个)", None, None)


def test_a_level2_the_form_does_not_print_is_named_all_the_same() -> None:
    data = evaluation(layout="sz-eval-2021", project_amount=None)
    data["indicators"][0] |= {"level1": "满意度指标", "level2": None}
    row = table(opened(summary_workbook([entry(data)])), INDICATORS)[0]
    assert row["二级指标"] == "服务对象满意度指标"


def test_unread_files_are_listed_with_the_reason() -> None:
    rows = table(opened(summary_workbook([unread("甲/空.xlsx"), entry(target())])), UNREAD)
    assert [(row["文件"], row["原因编号"]) for row in rows] == [("甲/空.xlsx", "PKG-EMPTY")]
    assert rows[0]["原因"].startswith("文件是空的")


@pytest.mark.parametrize(
    ("data", "sheets"),
    [
        ([evaluation()], [RESULTS, INDICATORS, STATISTICS]),
        ([target()], [TARGETS, INDICATORS]),
        ([target(), evaluation()], [RESULTS, TARGETS, INDICATORS, STATISTICS]),
    ],
)
def test_empty_sheets_are_left_out(data: list[dict[str, object]], sheets: list[str]) -> None:
    entries = [entry(each) for each in data]
    assert opened(summary_workbook(entries)).sheetnames == sheets
    assert opened(summary_workbook([unread(), *entries])).sheetnames == [*sheets, UNREAD]


def test_nothing_makes_no_summary() -> None:
    with pytest.raises(ValueError, match="nothing"):
        summary_workbook([])


def test_the_words_and_the_rows_have_the_same_columns() -> None:
    with Collected.of([entry(evaluation()), entry(target()), unread()]) as files:
        first = {key: next(files.rows(key)) for key in TABLES}
    for key, row in first.items():
        columns = ["number", *row]
        assert set(columns) >= set(wording().sheets[key].columns)


def test_figures_are_exact_in_the_file() -> None:
    workbook = summary_workbook([entry(target(funds={"annual_request": "1094910000.01"}))])
    total = opened(workbook)[TARGETS].cell(5, 8).value
    assert Decimal(str(total)) == Decimal("109491.000001")
