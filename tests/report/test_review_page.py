"""复核报告.html: what the office sees first, and that no text of a form becomes markup."""

import io
import re
from datetime import datetime
from html.parser import HTMLParser

import pytest

from generator.batch.outcome import Outcome
from generator.batch.report import review_page
from generator.batch.report.gathered import Gathered
from generator.batch.report.review_page import write_review_page
from generator.batch.report.wording import wording

from .outcomes import ERROR, INFO, WARNING, hostile, outcome, rejected

_VOID = {"meta", "br", "input"}


def page(*outcomes: Outcome) -> str:
    buffer = io.BytesIO()
    with Gathered.of(outcomes) as gathered:
        write_review_page(gathered, buffer, datetime(2026, 11, 20, 14, 3))
    return buffer.getvalue().decode()


class Tags(HTMLParser):
    """Checks that tags nest, and remembers the attributes that could load something."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.loads: list[str | None] = []
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        self.loads += (value for name, value in attrs if name in ("src", "href", "action"))
        if tag not in _VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag


def test_counts_first_then_what_wants_attention() -> None:
    html = page(outcome("丙"), outcome("乙", WARNING), rejected("坏"), outcome("甲", ERROR))
    assert "共收到 4 个文件" in html
    assert "2026年11月20日 14:03" in html
    order = [html.index(f'<section id="{part}">') for part in re.findall(r'"#(\w+)"', html)]
    assert order == sorted(order)
    assert len(order) == 4
    assert html.index("项目甲") < html.index("坏") < html.index("项目乙") < html.index("项目丙")


def test_a_finding_with_its_cell_and_source() -> None:
    html = page(outcome("甲", ERROR))
    for text in ("G9", "93.65", "72.47", "误用了年初预算数", "FND-3", "财预〔2020〕10号"):
        assert text in html


def test_errors_are_open_and_what_is_merely_noted_is_folded() -> None:
    html = page(outcome("甲", ERROR, INFO), outcome("乙", WARNING))
    assert html.count('<details class="form entry" open>') == 1
    assert html.count('<details class="form entry">') == 1
    noted = html.index('<details class="noted">')
    assert html.index("FND-3", html.index("<main>")) < noted < html.index("STR-2", noted)


@pytest.mark.parametrize("outcomes", [[], [hostile(), rejected("<x>")], [outcome("丙")]])
def test_tags_nest_and_nothing_is_loaded(outcomes: list[Outcome]) -> None:
    tags = Tags(page(*outcomes))
    assert not tags.opened
    assert all(str(address).startswith("#") for address in tags.loads)
    assert tags.found.count("script") == 1
    assert not {"x", "b.xlsx", "img", "link"} & set(tags.found)


def test_hostile_texts_are_shown_and_not_run() -> None:
    html = page(hostile())
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", html)
    assert "全文共 40,000 字" in html


def test_an_empty_batch_says_so() -> None:
    html = page()
    assert wording().page.nothing in html
    assert "<section" not in html


def test_beyond_a_number_forms_get_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    short = wording().page.model_copy(update={"most_forms": 2})
    words = wording().model_copy(update={"page": short})
    monkeypatch.setattr(review_page, "wording", lambda: words)
    html = page(*(outcome(f"第{number}份", ERROR) for number in range(5)))
    assert "还有 3 个文件" in html
    assert html.count('<details class="form entry" open>') == 2
    assert all(f"项目第{number}份" in html for number in range(5))
