"""Another city's form is a data file for its grid and one for its scores: nothing else is needed.

The two files of ``new_city`` are put beside those that ship, and the command does all it can.
"""

import json
import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.libreoffice.office import Office, needs_libreoffice
from tests.real_forms import ROOT

FILES = Path(__file__).parent / "new_city"
CALL = "import sys; from generator.cli import main; main(sys.argv[1:])"

FORM: dict[str, Any] = {
    "layout": "xx-eval-2022",
    "fiscal_year": 2022,
    "title": "项目自评表",
    "project_name": "乡村公路养护",
    "department": "某县交通运输局",
    "unit": "某县公路站",
    "money_unit": "万元",
    "funds": {
        "annual_total": {
            "initial_budget": "200",
            "adjusted_budget": "200",
            "actual_expenditure": "180",
            "weight": "20",
        }
    },
    "expected_goal": "养护乡村公路100公里。",
    "actual_result": "完成95公里；支出进度偏慢的原因是汛期停工，余款已转入下年度支付。",
    "indicators": [
        {"level1": "产出指标", "level2": "数量指标", "name": "养护里程",
         "target": "≥100公里", "actual": "95公里", "weight": "20"},
        {"level1": "产出指标", "level2": "质量指标", "name": "验收合格率",
         "target": "≥95%", "actual": "96%", "weight": "20"},
        {"level1": "效益指标", "level2": "社会效益指标", "name": "出行条件",
         "target": "明显改善", "actual": "达成年度指标", "weight": "30"},
        {"level1": "满意度指标", "level2": "服务对象满意度指标", "name": "群众满意度",
         "target": "≥90%", "actual": "92%", "weight": "10"},
    ],
}  # fmt: skip
COMPUTED = {
    "execution_rate": "90", "execution_score": "18", "total_score": "97", "rating": "优",
}  # fmt: skip
"""180 of 200 is 90 %, of 20 points; 95 of 100 km is 19 of 20 points, all else in full."""


class City:
    """The product with the two data files added, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("generator", "xladdin", "sample_workbooks"):
            (folder / name).symlink_to(ROOT / name, target_is_directory=True)
        shutil.copytree(ROOT / "templates", folder / "templates")
        shutil.copy(FILES / "xx-eval-2022.yaml", folder / "templates" / "layouts")
        shutil.copy(FILES / "xx-2022.yaml", folder / "templates" / "profiles")
        (folder / "form.json").write_text(json.dumps(FORM, ensure_ascii=False), encoding="utf-8")

    def __call__(self, *words: object, status: int = 0) -> str:
        """Run the command in the folder; return what it shows."""
        own = {"PYTHONPATH": str(self.folder), "JIXIAO_KEYS": str(self.folder / "keys.json")}
        done = subprocess.run(
            [sys.executable, "-c", CALL, *map(str, words)],
            cwd=self.folder, env={**os.environ, **own, "JIXIAO_CACHE": ""},
            capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout


@pytest.fixture
def city(tmp_path: Path) -> City:
    if os.name == "nt":
        pytest.skip("links need rights on Windows")
    return City(tmp_path)


def figures(form: dict[str, Any]) -> dict[str, Any]:
    total = form["funds"]["annual_total"]
    return {
        "execution_rate": total["execution_rate"], "execution_score": total["score"],
        "total_score": form["total_score"], "rating": form["rating"],
    }  # fmt: skip


def test_it_is_listed_issued_and_carried_into(city: City) -> None:
    assert "xx-eval-2022" in city("layouts")
    city("projects", "-o", "清单.xlsx")
    book = load_workbook(city.folder / "清单.xlsx")
    row = ("乡村公路养护", "某县交通运输局", "某县公路站", 2022, "项目自评表（某省，2022年）")
    for column, value in enumerate(row, 1):
        book["项目"].cell(2, column).value = value
    book["项目"]["L2"].value, book["项目"]["M2"].value = 150, 50
    book.save(city.folder / "清单.xlsx")
    city("blank", "清单.xlsx", "-o", "空白表")
    (issued,) = json.loads(city("read", "空白表"))
    assert issued["funds"]["annual_total"]["initial_budget"] == "200"
    assert issued["funds"]["annual_total"]["weight"] == "20"
    assert issued["funds"]["carry_over"]["initial_budget"] is None, "nobody could change it"
    source = ROOT / "sample_workbooks" / "returned" / "sh2026-02.xlsx"
    city("carry", source, "-o", "自评表", "--layout", "项目自评表（某省，2022年）")
    (carried,) = json.loads(city("read", "自评表"))
    assert carried["funds"]["annual_total"]["initial_budget"] == "252.1"
    assert len(carried["indicators"]) == 14


@needs_libreoffice
def test_its_formulas_take_the_weight_nobody_sees(city: City) -> None:
    city("fill", "form.json", "-o", "填好")
    office = Office(city.folder / "office")
    (sheet,) = office.convert([city.folder / "填好" / "form.xlsx"], "xlsx", city.folder / "算好")
    (form,) = json.loads(city("read", sheet))
    assert figures(form) == COMPUTED
    assert form["total_weight"] == "100"


def test_what_is_typed_into_open_cells_comes_back(city: City) -> None:
    city("fill", "form.json", "-o", "退回")
    book = load_workbook(city.folder / "退回" / "form.xlsx")
    sheet = book.worksheets[0]
    last = next(cell.row for cell in sheet["A"] if cell.value == "填报人")
    assert not sheet.cell(last, 3).protection.locked and not sheet.cell(last, 6).protection.locked
    assert sheet.cell(last, 1).protection.locked
    sheet.cell(last, 3).value, sheet.cell(last, 6).value = "张三", "0000-1234"
    book.save(city.folder / "退回" / "form.xlsx")
    city("recalc", "退回", "-o", "结果", "--json", "结果.json")
    (answer,) = json.loads((city.folder / "结果.json").read_text(encoding="utf-8"))
    computed = answer["computed"]
    assert (Decimal(computed["total_score"]), computed["rating"]) == (97, "优")
    assert Decimal(computed["execution_score"]) == 18
    assert {each["severity"] for each in answer["findings"]} <= {"info", "warning"}
    copy = load_workbook(city.folder / "结果" / "form.xlsx").worksheets[0]
    assert (copy.cell(last, 3).value, copy.cell(last, 6).value) == ("张三", "0000-1234")
    city("summary", "结果", "-o", "汇总.xlsx")


def test_a_finding_about_what_nobody_sees_names_no_cell(city: City) -> None:
    form = json.loads(json.dumps(FORM))
    form["funds"]["annual_total"]["weight"] = "10"
    (city.folder / "form.json").write_text(json.dumps(form, ensure_ascii=False), encoding="utf-8")
    city("fill", "form.json", "-o", "填好")
    city("check", "填好", "--json", "结果.json", status=1)
    (answer,) = json.loads((city.folder / "结果.json").read_text(encoding="utf-8"))
    (weight,) = (each for each in answer["findings"] if each["rule"] == "WGT-5")
    assert (weight["sheet"], weight["cell"]) == ("附件 2（项目自评表）", None)


def test_a_label_over_two_rows_has_room(city: City) -> None:
    """Three lines of 17 points each are more than the two rows of 24 it is merged over."""
    city("fill", "form.json", "-o", "填好")
    sheet = load_workbook(city.folder / "填好" / "form.xlsx").worksheets[0]
    assert "A5:A6" in {str(area) for area in sheet.merged_cells.ranges}
    assert sum(sheet.row_dimensions[row].height for row in (5, 6)) >= 51


def test_cells_are_drawn_for_what_they_hold(city: City) -> None:
    """No style was given to any figure: a number typed into a text cell would be no number."""
    city("fill", "form.json", "-o", "填好")
    sheet = load_workbook(city.folder / "填好" / "form.xlsx").worksheets[0]
    assert sheet["C6"].number_format == "#,##0.00"
    last = next(cell.row for cell in sheet["A"] if cell.value == "自评等级")
    assert sheet.cell(last, 7).number_format == "General"
    guide = load_workbook(city.folder / "填好" / "form.xlsx")["填报说明"]
    assert not any("偏差原因分析一栏" in str(cell.value) for cell in guide["A"])


def test_a_wrong_file_is_told_with_its_line(city: City) -> None:
    path = city.folder / "templates" / "layouts" / "xx-eval-2022.yaml"
    path.write_text(path.read_text("utf-8").replace("formula: rating", "formula: grade"), "utf-8")
    words = [sys.executable, "-c", CALL, "layouts"]
    done = subprocess.run(
        words, cwd=city.folder, env={**os.environ, "PYTHONPATH": str(city.folder)},
        capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 3
    assert "数据文件有误" in done.stderr and "xx-eval-2022.yaml:" in done.stderr
