"""The catalogue of rules: complete, sound, and strict about its files."""

from pathlib import Path

import pytest

from generator.forms.catalogue import (
    catalogue,
    families,
    fault,
    finding,
    read_families,
    severity_text,
)
from generator.forms.checks import SELF_EVALUATION, TARGET
from generator.forms.data_files import DataFileError
from generator.forms.findings import Severity
from generator.forms.profiles import load_profile
from tests.forms.forms import national

TABLES = {"target": TARGET, "self_evaluation": SELF_EVALUATION}

RULE = """
family: ABC
title: 试验
rules:
  - id: ABC-1
    title: 试验规则
    severity: error
    forms: [target]
    message: "{place}填了 {entered}。"
    remedy: 请更正。
    reference: 某办法
    certainty: memory
    why: 因为如此。
"""


def test_every_rule_has_its_checks_or_comes_from_the_reader() -> None:
    for rule in catalogue().values():
        for kind, table in TABLES.items():
            checked = rule.found_by == "check" and kind in rule.forms
            assert (rule.id in table) is checked, (rule.id, kind)


def test_every_check_has_a_rule() -> None:
    assert (TARGET.keys() | SELF_EVALUATION.keys()) <= catalogue().keys()


def test_the_families_of_this_release() -> None:
    numbers = {family.family: len(family.rules) for family in families()}
    assert numbers == {
        "STR": 12,
        "FND": 14,
        "WGT": 6,
        "TOT": 5,
        "VAL": 14,
        "CLS": 3,
        "NAR": 6,
        "SCR": 9,
        "RSN": 7,
        "BND": 1,
        "CMP": 6,
        "REA": 5,
        "ISS": 17,
    }


def test_texts_are_sentences_with_a_remedy() -> None:
    for rule in catalogue().values():
        assert rule.message.endswith("。"), rule.id
        assert rule.remedy.endswith("。"), rule.id
        assert rule.why.endswith("。"), rule.id


def test_a_finding_says_what_was_found_expected_and_how_to_mend_it() -> None:
    found = fault(
        "funds.carry_over.initial_budget",
        entered=" 1,922.94 ",
        expected="1922.94",
        place="上年结转资金",
    )
    made = finding("REA-1", found, national())
    assert made.severity is Severity.INFO
    assert made.message.startswith("上年结转资金的“ 1,922.94 ”是文本，已按 1922.94 读取。")
    assert made.message.endswith("请以数字格式填写，不要带空格、单位或全角字符。")


def test_the_severity_of_a_rule_in_words() -> None:
    assert severity_text(catalogue()["STR-1"]) == "错误"
    assert severity_text(catalogue()["FND-3"], "shenzhen") == "按影响"
    assert severity_text(catalogue()["WGT-2"], "shanghai") == "提示"


def test_a_finding_of_no_rule_is_refused() -> None:
    with pytest.raises(KeyError):
        finding("XYZ-1", fault("rating"), national())


def _written(folder: Path, text: str) -> Path:
    (folder / "trial.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_severity_can_differ_by_profile(tmp_path: Path) -> None:
    text = RULE + "    severity_in: {shenzhen: info}\n"
    (family,) = read_families(_written(tmp_path, text))
    assert family.rules[0].severity_in == {"shenzhen": Severity.INFO}


def test_the_severity_of_a_case_can_differ_by_profile() -> None:
    """STR-6 of a self-evaluation: its indicators were approved long ago."""
    case = fault("indicators", expected="成本指标", variant="approved")
    assert finding("STR-6", case, load_profile("shanghai")).severity is Severity.INFO
    assert finding("STR-6", case, national()).severity is Severity.WARNING


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("title: 试验规则", "titel: 试验规则", 5, "rules.0.title: Field required"),
        ("    why: 因为如此。\n", "", 5, "rules.0.why: Field required"),
        ("severity: error", "severity: fatal", 7, "rules.0.severity"),
        ("forms: [target]", "forms: [letter]", 8, "rules.0.forms"),
        ("id: ABC-1", "id: XYZ-1", 5, "XYZ-1 is no rule of the family ABC"),
        ("{place}", "<b>{place}</b>", 5, "no markup in texts"),
        ("{place}", "{place", 5, "ABC-1"),
        ("{place}", "{place.name}", 5, "a placeholder is a plain name"),
        ("reference: 某办法", "reference: 某办法第五条", 11, "cited without its clause"),
        ("title: 试验\n", "title: 试验\ntitle: 再试\n", 4, "duplicate key: title"),
        (
            "why: 因为如此。",
            "why: 因为如此。\n    severity_in: {moon: info}",
            14,
            "no profile moon",
        ),
    ],
)
def test_a_broken_rule_file_says_what_is_wrong(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    assert old in RULE
    with pytest.raises(DataFileError, match=words) as raised:
        read_families(_written(tmp_path, RULE.replace(old, new, 1)))
    assert raised.value.line == line


def test_one_id_is_given_once(tmp_path: Path) -> None:
    again = RULE[RULE.index("  - id:") :]
    with pytest.raises(DataFileError, match="ABC-1 is given twice"):
        read_families(_written(tmp_path, RULE + again))
