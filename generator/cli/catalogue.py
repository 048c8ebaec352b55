"""``layouts`` and ``rules``: what there is."""

from typing import Annotated

import typer

from generator.cli import console


def layouts() -> None:
    """列出所有表式。"""
    from generator.forms.profiles import load_profile
    from generator.workbook.layout import all_layouts

    rows = [
        (each.id, each.name, str(each.version), load_profile(each.profile).name, each.source)
        for each in all_layouts()
    ]
    console.table("表式", ("编号", "名称", "版本", "计分规则", "来源"), rows)


def rules(
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile", help="按某一计分规则列出级别，如 shanghai（上海）。", metavar="规则"
        ),
    ] = None,
) -> None:
    """列出所有复核规则及其依据。"""
    from generator.forms.catalogue import catalogue, severity_text

    profile = None if profile is None else _profile_called(profile)
    rows = [
        (rule.id, severity_text(rule, profile), rule.title, rule.reference)
        for rule in catalogue().values()
    ]
    console.table("复核规则", ("编号", "级别", "内容", "依据"), rows)


def _profile_called(name: str) -> str:
    """Return the id of a profile called by its id or its name; ends the command for none."""
    from generator.forms.profiles import load_profile, profile_ids

    names = {known: load_profile(known).name for known in profile_ids()}
    found = next((known for known, title in names.items() if name in (known, title)), None)
    if found is None:
        shown = "、".join(f"{known}（{title}）" for known, title in names.items())
        console.fail(f"没有计分规则“{name}”。可用的有：{shown}。")
    return found
