"""Files are dated alike wherever they are made: in the package in UTC, both times the same."""

import io
import re
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from generator.batch.examine import examine
from generator.batch.project_list import write_project_list
from generator.forms.models import SelfEvaluationForm
from generator.workbook.writer import write_form
from tests.summary.entries import summary_workbook

_DATES = re.compile(r"<dcterms:(created|modified)[^>]*>([^<]*)<")
FORM = SelfEvaluationForm(layout="sh-eval-2023", fiscal_year=2024)


@pytest.fixture
def in_shanghai(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process cannot be changed here")
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    "make",
    [
        lambda: write_form(FORM),
        write_project_list,
        lambda: summary_workbook([examine(write_form(FORM), "表.xlsx")]),
    ],
)
def test_no_file_is_from_the_future(make: Callable[[], bytes], in_shanghai: None) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    with zipfile.ZipFile(io.BytesIO(make())) as package:
        dates = dict(_DATES.findall(package.read("docProps/core.xml").decode()))
    assert dates["created"] == dates["modified"]
    assert before <= datetime.fromisoformat(dates["created"]) <= datetime.now(UTC)
