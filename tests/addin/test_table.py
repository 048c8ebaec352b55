"""The one table of buttons is complete, and its loader refuses whatever is not."""

from pathlib import Path

import pytest
import yaml

from generator.forms.data_files import DataFileError
from generator.resources import templates
from xladdin.ribbon import Button, button_table, read_table

TABLE = templates("ribbon", "buttons.yaml")
BUTTONS = {
    "填报": ["从申报表带入", "显示更多行", "收起空行", "上移", "下移", "清空本行", "行高适应文字"],
    "校验": ["校验本表", "下一处问题", "清除标记"],
    "计算": ["计算得分与等级", "全部按规则重算", "恢复公式"],
    "偏差原因": ["填写原因提示", "下一处待填"],
    "批量": ["生成空白表", "复核退回表", "汇总"],
    "帮助": ["规则依据", "撤销上次操作", "环境检查", "关于"],
}


def changed(folder: Path, **values: object) -> Path:
    """Return a copy of the table whose second button differs; ``None`` leaves a value out."""
    data = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    button = data["groups"][0]["buttons"][1]
    button.update(values)
    for key in [key for key, value in values.items() if value is None]:
        del button[key]
    path = folder / "buttons.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return path


def test_the_buttons_are_those_of_the_design() -> None:
    groups = button_table().groups
    assert {group.label: [each.label for each in group.buttons] for group in groups} == BUTTONS
    assert button_table().tab.label == "绩效表"


@pytest.mark.parametrize("key", Button.model_fields)
def test_a_button_that_lacks_anything_is_refused(key: str, tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=key):
        read_table(changed(tmp_path, **{key: None}))


@pytest.mark.parametrize("key", ["label", "screentip", "supertip", "icon", "key_tip", "action"])
def test_an_empty_text_is_refused(key: str, tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=key):
        read_table(changed(tmp_path, **{key: ""}))


@pytest.mark.parametrize("tip", ["TD", "T", "TDX"])
def test_clashing_key_tips_are_refused(tip: str, tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="key tips clash"):
        read_table(changed(tmp_path, key_tip=tip))


@pytest.mark.parametrize(
    "values", [{"id": "check"}, {"action": "checking:check"}, {"label": "汇总"}]
)
def test_what_is_given_twice_is_refused(values: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="given twice"):
        read_table(changed(tmp_path, **values))


def test_a_wrong_value_is_named_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"buttons\.yaml:\d+: groups\.0\.buttons\.1\.colour"):
        read_table(changed(tmp_path, colour="red"))


def test_every_icon_was_looked_up() -> None:
    lines = Path(__file__).with_name("icons.txt").read_text(encoding="utf-8").splitlines()
    known = {line for line in lines if not line.startswith("#")}
    assert {button.icon for button in button_table().buttons} == known
