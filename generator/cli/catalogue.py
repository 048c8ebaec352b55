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
        typer.Option("--profile", help="按某一计分规则列出级别，如 shanghai。", metavar="规则"),
    ] = None,
) -> None:
    """列出所有复核规则及其依据。"""
    from generator.forms.catalogue import catalogue, severity_text
    from generator.forms.profiles import profile_ids

    if profile is not None and profile not in profile_ids():
        console.fail(f"没有计分规则“{profile}”。可用的有：{'、'.join(profile_ids())}。")
    rows = [
        (rule.id, severity_text(rule, profile), rule.title, rule.reference)
        for rule in catalogue().values()
    ]
    console.table("复核规则", ("编号", "级别", "内容", "依据"), rows)
