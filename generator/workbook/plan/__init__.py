"""From a layout and what is known of a form to the concrete rows of its sheet."""

from generator.workbook.plan.draw import draw_plan
from generator.workbook.plan.outline import Group, outline
from generator.workbook.plan.places import Address, Places
from generator.workbook.plan.plan import Plan, PlannedCell

__all__ = ["Address", "Group", "Places", "Plan", "PlannedCell", "draw_plan", "outline"]
