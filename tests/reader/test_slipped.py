"""Tables exported page by page: where a page broke cells slip sideways, yet are read."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.forms.models import Form, SelfEvaluationForm, TargetForm, to_json
from generator.workbook.reader import read_workbook_form
from tests.reader.copies import saved
from tests.real_forms import CORPUS_FOLDER, data_of
from tests.same_form import differences

HEAD = """
财政项目支出绩效目标申报表
(2025年度)
项目名称|展馆维护|项目性质|经常性项目|项目类别|特定目标类
主管部门|某局||实施单位|某馆
计划开始日期|2025-01-01||计划完成日期|2025-12-31
项目资金 (元)|项目资金总额||年度资金申请总额||5,000.00
|其中：财政资金||其中：当年财政拨款||5,000.00
|||上年结转资金||0.00
|其他资金||其他资金||0.00
项目 绩效 目标|项目总目标||年度总体目标
|||展馆全年开放
绩效 指标|一级指标|二级指标|三级指标||年度(/项目)指标值
|产出指标|数量指标|开放天数||≥300.00(天)
"""
"""``|`` parts the cells; the value of an indicator stands in the sixth."""


def read(text: str) -> Form:
    """Read a table written as text."""
    book = Workbook()
    assert book.active is not None
    for row, line in enumerate(text.strip("\n").split("\n"), 1):
        for column, cell in enumerate(line.split("|"), 1):
            if cell:
                book.active.cell(row, column).value = cell
                book.active.cell(row, column).data_type = "s"
    return read_workbook_form(saved(book)).form


def second(rows: str) -> tuple[str | None, ...]:
    """Return the indicator below the first, as read."""
    form = read(HEAD + rows)
    assert isinstance(form, TargetForm) and len(form.indicators) == 2
    row = form.indicators[1]
    return row.level1, row.level2, row.name, row.target


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("|||参观人次||≥9000(人次)", ("产出指标", "数量指标", "参观人次", "≥9000(人次)")),
        ("||参观人次||≥9000(人次)", ("产出指标", "数量指标", "参观人次", "≥9000(人次)")),
        ("|参观人次||≥9000(人次)", ("产出指标", "数量指标", "参观人次", "≥9000(人次)")),
        ("|||参观人次|≥9000(人次)", ("产出指标", "数量指标", "参观人次", "≥9000(人次)")),
        ("|质量指标|完好率||=100(%)", ("产出指标", "质量指标", "完好率", "=100(%)")),
        ("效益指标|社会效益指标|知晓度|≥85(%)", ("效益指标", "社会效益指标", "知晓度", "≥85(%)")),
        ("||效益指标|社会效益指标|知晓度|≥85(%)", ("效益指标", "社会效益指标", "知晓度", "≥85(%)")),
        ("|||效益指标|社会效益指标|知晓度", ("效益指标", "社会效益指标", "知晓度", None)),
        ("|满意度指 标|服务对象 满意度指标|观众满意度||≥90(%)",
         ("满意度指标", "服务对象满意度指标", "观众满意度", "≥90(%)")),
    ],
)  # fmt: skip
def test_a_slipped_row_is_read_in_order(row: str, expected: tuple[str | None, ...]) -> None:
    assert second(row) == expected


def test_a_level_name_nobody_knows_stays_where_it_is_printed() -> None:
    row = "|产出指标|进度指标|按期开馆||及时"
    assert second(row) == ("产出指标", "进度指标", "按期开馆", "及时")


SEEDS = CORPUS_FOLDER.parent / "seeds"
PUBLISHED = {
    "mh2024": ("mh2024-targets.txt", 8),
    "sh2023": ("sh2023-self-evaluation.txt", 5),
    "sh2026": ("sh2026-targets.txt", 7),
    "sz2021": ("sz2021-self-evaluation.txt", 6),
}
_UNSEEN = (".fiscal_year", ".title", ".rating")
"""What these texts do not print, or print with marks around it."""


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the published texts are not here")
@pytest.mark.parametrize("place", PUBLISHED)
def test_forms_as_published(place: str) -> None:
    """Of each posting's ragged text most forms are read to the letter, and none has a row lost."""
    name, count = PUBLISHED[place]
    forms = list(_published(SEEDS / name))
    paths = sorted(CORPUS_FOLDER.glob(f"{place}-*.json"))
    assert len(forms) == len(paths) == count
    exact = 0
    for text, path in zip(forms, paths, strict=True):
        form, data = read(text), data_of(path)
        assert len(form.indicators) == len(data["indicators"]), path.stem
        changed = [d for d in differences(data, to_json(form)) if not d.startswith(_UNSEEN)]
        exact += not changed
    assert exact >= count // 2


def _published(path: Path) -> list[str]:
    """Return the forms of a posting, each from its title on, cells parted by ``|``."""
    forms: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        bare = "".join(line.split()).strip("*")
        if bare.endswith(("申报表", "自评表", "自我评价")) and bare.startswith(
            ("财政", "项目支出")
        ):
            forms.append([])
        if forms and bare and set(bare) != {"-"}:
            forms[-1].append(line.replace("|", "｜").replace("\t", "|"))
    return ["\n".join(lines) for lines in forms]


def test_a_slipped_row_of_figures_is_read_in_order() -> None:
    form = read(
        "财政项目支出绩效自评表\n项目名称|展馆维护\n主管部门|某局||实施单位|某馆\n"
        "项目资金（万元）|年初预算数|全年预算数|全年执行数|分数|执行率|得分\n"
        "||年度资金总额|50.00|40.00|30.00|10.00|75.00|7.50\n"
        "||其中：当年财政拨款|50.00|40.00|30.00|-|75.00|-\n"
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析\n"
        "产出指标|数量指标|开放天数|≥300天|310天|90|90\n评分等级||良"
    )
    assert isinstance(form, SelfEvaluationForm)
    total = form.funds.annual_total
    assert (total.initial_budget, total.adjusted_budget, total.actual_expenditure) == (50, 40, 30)
    assert (total.weight, total.execution_rate, total.score) == (10, 75, Decimal("7.5"))
