"""How a summary is made as a workbook: text, print, filter, charts, formulas and their values."""

import io
import zipfile
from pathlib import Path

import pytest

from generator.batch.examine import examine
from generator.forms.models import SelfEvaluationForm
from generator.workbook.writer import write_form
from tests.libreoffice.office import Office, needs_libreoffice
from tests.summary.entries import entry, evaluation, opened, summary_workbook, table, target


@pytest.fixture(scope="module")
def workbook() -> bytes:
    return summary_workbook(
        [entry(evaluation()), entry(evaluation("零星购置", score="60")), entry(target())]
    )


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-5", "@SUM(A1)", "\t=1", "#N/A", "_x000D_"])
def test_text_is_never_a_formula(text: str) -> None:
    made = summary_workbook([entry(evaluation(text))])
    cell = opened(made, values=False)["自评结果汇总"].cell(4, 2)
    assert cell.data_type == "s"
    assert table(opened(made), "指标明细")[0]["年度指标值"] == "=2(个)"


def test_sheets_are_set_up_for_screen_and_paper(workbook: bytes) -> None:
    for sheet in opened(workbook, values=False).worksheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    results = opened(workbook, values=False)["自评结果汇总"]
    assert (results.freeze_panes, results.auto_filter.ref) == ("C4", "A3:P5")
    assert results.print_title_rows == "$1:$3"


def test_long_texts_make_their_row_higher() -> None:
    made = summary_workbook([entry(target(annual_goal="保障系统稳定运行，" * 60))])
    assert opened(made)["绩效目标汇总"].row_dimensions[4].height > 200


def test_the_totals_of_a_long_sheet_have_their_values() -> None:
    made = summary_workbook([entry(target(annual_goal="保障系统稳定运行，" * 500))] * 20)
    assert table(opened(made), "绩效目标汇总")[-1]["年度资金申请总额"] == 137.882


def test_a_form_nobody_has_filled_in_has_its_row() -> None:
    blank = write_form(SelfEvaluationForm(layout="sh-eval-2023", fiscal_year=2024))
    made = summary_workbook([examine(blank, "空白表.xlsx")])
    assert table(opened(made), "自评结果汇总")[0]["年度"] == 2024


def test_there_are_three_charts_over_cells(workbook: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        charts = [archive.read(n).decode() for n in archive.namelist() if "charts/chart" in n]
    kinds = {kind for chart in charts for kind in ("barChart", "scatterChart") if kind in chart}
    assert (len(charts), kinds) == (3, {"barChart", "scatterChart"})
    assert any("'自评结果汇总'!$N$4:$N$5" in chart for chart in charts)
    assert not any('delete val="1"' in chart for chart in charts)


def test_grades_are_counted_as_filled_in_and_as_computed(workbook: bytes) -> None:
    rows = opened(workbook)["统计"].iter_rows(min_row=5, max_row=8, max_col=3, values_only=True)
    assert list(rows) == [("优", 2, 1), ("良", 0, 0), ("中", 0, 1), ("差", 0, 0)]


def test_projects_of_one_name_are_told_apart() -> None:
    made = summary_workbook([entry(evaluation(fiscal_year=year)) for year in (2023, 2024)])
    names = [cell.value for cell in opened(made)["统计"]["A"]]
    assert "信息化运维（市社会保险事业管理中心，2023）" in names


def test_many_projects_show_the_lowest_rates() -> None:
    made = summary_workbook([entry(evaluation("甲"))] * 41)
    words = [cell.value for cell in opened(made)["统计"]["A"] if cell.value]
    assert "预算执行率（复算），最低的 40 个项目" in words
    assert words.count("甲（市社会保险事业管理中心，2024）") == 40


def test_the_same_files_give_the_same_tables(workbook: bytes) -> None:
    again = summary_workbook(
        [entry(evaluation()), entry(evaluation("零星购置", score="60")), entry(target())]
    )
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as one,
        zipfile.ZipFile(io.BytesIO(again)) as other,
    ):
        parts = [name for name in one.namelist() if not name.startswith("docProps")]
        assert all(one.read(name) == other.read(name) for name in parts)


@needs_libreoffice
@pytest.mark.libreoffice
def test_libreoffice_gets_the_totals_we_cached(workbook: bytes, tmp_path: Path) -> None:
    file = tmp_path / "汇总.xlsx"
    file.write_bytes(workbook)
    [made] = Office(tmp_path).convert([file], "xlsx", tmp_path / "recalculated")
    recalculated = opened(made.read_bytes())
    for sheet in ("自评结果汇总", "绩效目标汇总"):
        assert table(recalculated, sheet)[-1] == table(opened(workbook), sheet)[-1]
