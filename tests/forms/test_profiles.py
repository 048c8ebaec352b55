"""Profiles: what the shipped ones say, and what the loader refuses."""

from decimal import Decimal
from pathlib import Path

import pytest

from generator.forms.data_files import DataFileError
from generator.forms.profiles import (
    Certainty,
    ProfileError,
    load_profile,
    profile_ids,
    read_profile,
)
from generator.resources import templates

NATIONAL = templates("profiles", "national-2020.yaml").read_text(encoding="utf-8")


def test_the_shipped_profiles() -> None:
    assert profile_ids() == ("national-2020", "national-2021-cost", "shanghai", "shenzhen")
    assert {load_profile(name).id for name in profile_ids()} == set(profile_ids())


def test_the_national_figures() -> None:
    profile = load_profile("national-2020")
    assert profile.execution.weight.value == 10
    assert dict(profile.level1_weights.value) == {"产出指标": 50, "效益指标": 30, "满意度指标": 10}
    bands = [(band.name, band.at_least.value) for band in profile.grades]
    assert bands == [("优", 90), ("良", 80), ("中", 60), ("差", 0)]
    assert profile.over_achievement.threshold.value == Decimal("1.3")


def test_a_profile_says_where_it_differs() -> None:
    cost = load_profile("national-2021-cost")
    assert cost.level1_weights.value["成本指标"] == 20
    assert cost.level1_weights.certainty is Certainty.MEMORY
    shenzhen = load_profile("shenzhen")
    assert (shenzhen.execution.unit.value, shenzhen.execution.whole) == ("ratio", 1)
    assert shenzhen.execution.weight.value == 10


def test_other_names_in_use() -> None:
    profile = load_profile("shanghai")
    assert profile.level2("社会效益") == "社会效益指标"
    assert profile.level2("可持续发展指标") == "可持续影响指标"
    assert profile.level1("效果指标") == "效益指标"
    assert profile.level1("品质指标") is None


def test_there_is_no_such_profile() -> None:
    with pytest.raises(KeyError):
        load_profile("atlantis")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("execution:", "execution_:", "execution"),
        ("value: 10,", "value: ten,", "execution.weight.value"),
        ("certainty: local", "certainty: sure", "execution.weight.certainty"),
        ("reference: *measures, ", "", "execution.weight.reference"),
        ('since: "2020-02"', "since: spring", "execution.weight.since"),
        ("产出指标: 50", "产出指标: 40", "make 90, not 100"),
        ("value: 80, ref", "value: 95, ref", "from the highest to the lowest"),
        ("value: 0, reference: *grading", "value: 5, reference: *grading", "begin at 0"),
        ("top: 0.8, bottom: 0.6", "top: 0.6, bottom: 0.8", "0 <= bottom <= top <= 1"),
        ("  未达成年度指标且效果较差:", "  不行:", "qualitative"),
        ("value: [满意度指标]", "value: [满意指标]", "满意指标 is not in the indicator catalogue"),
        ("时效指标: [时效,", "时效指标: [质量,", "质量 stands for two kinds"),
        ("id: national-2020", "id: national", "the file is called national-2020"),
        ("id: national-2020", "id: a\nid: b", "duplicate key: id"),
        ("id: national-2020", "id: national-2020\nextends: x", "no profile x to extend"),
        ("id: national-2020", "id: national-2020\nextends: national-2020", "extends itself"),
    ],
)
def test_a_broken_profile_says_what_is_wrong(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    assert old in NATIONAL
    path = tmp_path / "national-2020.yaml"
    path.write_text(NATIONAL.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError, match=words) as raised:
        read_profile(path)
    assert str(raised.value).startswith(f"{path}:{raised.value.line}: ")


def test_the_line_is_the_line_of_the_mistake(tmp_path: Path) -> None:
    path = tmp_path / "national-2020.yaml"
    broken = NATIONAL.replace("value: 90, reference: &grading", "value: x, reference: &grading")
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(ProfileError) as raised:
        read_profile(path)
    assert "优" in broken.splitlines()[raised.value.line - 1]
