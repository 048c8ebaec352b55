"""校验: what the saved file shows is what ``jixiao check`` says of the returned one."""

from itertools import groupby
from typing import Any

from openpyxl.utils.cell import coordinate_to_tuple

from tests.addin_proof.command_line import Json
from tests.addin_proof.desk import OpenForm
from tests.addin_proof.pictures import but_for_the_cursor, picture
from tests.addin_proof.registry import ANY, EVERY, ONE_OF_EACH, proof
from tests.addin_proof.saved_files import SavedSheet, saved_sheet

SHEET = "校验结果"
SEVERITIES = {"error": "错误", "warning": "疑点", "info": "提示"}
HEADINGS = ["序号", "严重程度", "位置", "问题", "填写值", "应为", "可能原因", "规则", "依据"]
_LONGEST_NOTE = 1_000


@proof("check", on=EVERY)
def saves_what_the_command_finds(form: OpenForm) -> None:
    """One line a finding, marks at exactly their cells, and the same answer once more."""
    answer = form.jixiao.check(form.source)
    before = saved_sheet(form.desk.saved_untouched(form.source), form.reading.places.sheet)
    told = form.click("check")
    counts = [sum(f["severity"] == each for f in answer["findings"]) for each in SEVERITIES]
    assert "错误 {} 处、疑点 {} 处、提示 {} 处".format(*counts) in told
    saved = form.saved()
    _lists_the_findings(saved_sheet(saved, SHEET), answer)
    _marks_the_cells(before, saved_sheet(saved, form.reading.places.sheet), form, answer)
    assert form.jixiao.check(saved) == answer


@proof("next-finding", on=ONE_OF_EACH)
def leads_from_finding_to_finding_and_back_to_the_first(form: OpenForm) -> None:
    untouched = form.desk.saved_untouched(form.source)
    at_cells = _at_cells(form.jixiao.check(form.source), form)
    ordered = sorted(at_cells, key=coordinate_to_tuple)
    form.stand_at((1, 1))
    for cell in [*ordered, ordered[0]]:
        told = form.click("next-finding")
        assert form.stands_at() == coordinate_to_tuple(cell)
        assert all(text in told for each in at_cells[cell] for text in _told(each))
    assert but_for_the_cursor(picture(form.saved())) == but_for_the_cursor(picture(untouched))


@proof("clear-marks", on=ONE_OF_EACH)
def leaves_no_trace_of_a_check(form: OpenForm) -> None:
    untouched = form.desk.saved_untouched(form.source)
    form.click("check")
    form.click("check")
    assert "已清除" in form.click("clear-marks")
    saved = form.saved()
    assert picture(saved) == picture(untouched)
    assert form.jixiao.check(saved) == form.jixiao.check(form.source)


@proof("clear-marks", on=ANY)
def has_nothing_to_do_where_nothing_was_checked(form: OpenForm) -> None:
    untouched = form.desk.saved_untouched(form.source)
    assert form.click("clear-marks") == "本表没有校验标记。"
    assert picture(form.saved()) == picture(untouched)


def _lists_the_findings(shown: SavedSheet, answer: Json) -> None:
    title, _, headings, *listed = shown.lines
    assert answer["project_name"] in title[0]
    assert headings[: len(HEADINGS)] == HEADINGS
    assert [row[: len(HEADINGS)] for row in listed] == _lines(answer)
    for number, finding in enumerate(_by_gravity(answer), 4):
        if finding["cell"]:
            link = f'"#{finding["sheet"]}!{finding["cell"]}"'
            assert link in shown.formulas[f"C{number}"].replace("'", "")


def _marks_the_cells(before: SavedSheet, after: SavedSheet, form: OpenForm, answer: Json) -> None:
    at_cells = _at_cells(answer, form)
    assert after.notes.keys() == at_cells.keys()
    for cell, found in at_cells.items():
        told = "\n".join(text for each in found for text in _told(each))
        assert _same_words(after.notes[cell], told), cell
    changed = {at for at in after.colours if after.colours[at] != before.colours.get(at)}
    assert {after.merged_into(at) for at in changed} == at_cells.keys()
    used = {(_gravest(found), after.colours[cell]) for cell, found in at_cells.items()}
    assert len(used) == len({severity for severity, _ in used}) == len({c for _, c in used})


def _same_words(note: str, told: str) -> bool:
    """Tell whether a note says all that is to be told, as far as a note has room."""
    return all(text in note or len(note) == _LONGEST_NOTE for text in told.splitlines())


def _lines(answer: Json) -> list[list[Any]]:
    """Return the lines the sheet is to show for an answer of the command."""
    return [
        [
            number,
            SEVERITIES[each["severity"]],
            each["cell"] or "整张表",
            *(each[key] for key in ("message", "entered", "expected", "explanation", "rule")),
            each["reference"],
        ]
        for number, each in enumerate(_by_gravity(answer), 1)
    ]


def _by_gravity(answer: Json) -> list[Json]:
    ranks = list(SEVERITIES)
    return sorted(answer["findings"], key=lambda each: ranks.index(each["severity"]))


def _at_cells(answer: Json, form: OpenForm) -> dict[str, list[Json]]:
    """Return the findings of an answer by the cell of the form they stand at."""
    sheet = form.reading.places.sheet
    found = [each for each in answer["findings"] if each["cell"] and each["sheet"] == sheet]
    found.sort(key=lambda each: str(each["cell"]))
    return {cell: list(each) for cell, each in groupby(found, lambda each: str(each["cell"]))}


def _gravest(found: list[Json]) -> str:
    return min((str(each["severity"]) for each in found), key=list(SEVERITIES).index)


def _told(finding: Json) -> list[str]:
    """Return what a person is to be told of a finding: what, what is expected, likely cause."""
    texts = (finding["message"], finding["expected"], finding["explanation"])
    return [str(text) for text in texts if text]
