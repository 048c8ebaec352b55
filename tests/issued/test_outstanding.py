"""Which forms are still outstanding: known by id, by names, void, or not back at all."""

from generator.batch.outcome import Located, Outcome
from generator.batch.returns.outstanding import awaited, still_out
from generator.forms.findings import Finding, Severity
from generator.workbook.issued.record import project_identity
from tests.forms.forms import broken, evaluation

FORMS = [evaluation(), broken(evaluation(), ("project_name", "道路养护"))]
LIST = awaited(FORMS)


def returned(number: int, **changes: object) -> Outcome:
    form = FORMS[number]
    known = {
        "layout": form.layout,
        "project_name": form.project_name,
        "department": form.department,
        "unit": form.unit,
        "fiscal_year": form.fiscal_year,
        "project_id": project_identity(form),
    }
    return Outcome("退回.xlsx", **{**known, **changes})  # type: ignore[arg-type]


def names(*outcomes: Outcome) -> list[str]:
    return [str(each) for each in still_out(LIST, outcomes)]


def test_nothing_came_back() -> None:
    assert names() == [
        "某市培训中心，基层人员培训经费，2024，绩效自评表",
        "某市培训中心，道路养护，2024，绩效自评表",
    ]


def test_back_by_its_id() -> None:
    back = returned(0, project_name="改过的名称")
    assert len(names(back)) == 1 and "道路养护" in names(back)[0]


def test_an_older_return_counts_as_back() -> None:
    assert len(names(returned(0, superseded_by="另一份.xlsx"))) == 1


def test_back_by_its_names_where_there_is_no_id() -> None:
    foreign = returned(0, project_id="0" * 16, project_name="基层人员 培训经费", unit=None)
    assert len(names(foreign)) == 1


def test_other_names_are_another_form() -> None:
    assert len(names(returned(0, project_id="0" * 16, unit="某市图书馆"))) == 2
    assert len(names(returned(0, project_id="0" * 16, fiscal_year=2023))) == 2
    assert len(names(returned(0, project_id="0" * 16, layout="sz-eval-2021"))) == 2


def test_two_forms_of_one_name_are_not_guessed_between() -> None:
    twins = awaited([evaluation(), broken(evaluation(), ("unit", "某县培训中心"))])
    unclear = returned(0, project_id="0" * 16, unit=None)
    assert len(still_out(twins, [unclear])) == 2


def test_a_withdrawn_issue_is_no_return() -> None:
    void = Located(Finding("ISS-16", Severity.ERROR, "title", "旧表。"), None, None)
    (missing, _) = still_out(LIST, [returned(0, findings=(void,))])
    assert missing.note == "只退回了已撤回的旧表"
    assert len(names(returned(0, findings=(void,)), returned(0))) == 1
