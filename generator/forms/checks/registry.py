"""The table of checks: a check is a small pure function from a form in context to faults.

A check is entered under the id of its rule and the kind of form it reads.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from generator.forms.catalogue import Fault
from generator.forms.checks.context import Context, EvaluationContext, TargetContext

Check = Callable[[Context], Iterable[Fault]]
TargetCheck = Callable[[TargetContext], Iterable[Fault]]
EvaluationCheck = Callable[[EvaluationContext], Iterable[Fault]]
F = TypeVar("F")

TARGET: dict[str, TargetCheck] = {}
"""The checks of target forms by rule id."""
SELF_EVALUATION: dict[str, EvaluationCheck] = {}
"""The checks of self-evaluations by rule id."""


def check(rule_id: str) -> Callable[[Check], Check]:
    """Enter a check of both kinds of form."""

    def enter(function: Check) -> Check:
        _enter(TARGET, rule_id, function)
        _enter(SELF_EVALUATION, rule_id, function)
        return function

    return enter


def target_check(rule_id: str) -> Callable[[TargetCheck], TargetCheck]:
    """Enter a check of target forms."""

    def enter(function: TargetCheck) -> TargetCheck:
        _enter(TARGET, rule_id, function)
        return function

    return enter


def evaluation_check(rule_id: str) -> Callable[[EvaluationCheck], EvaluationCheck]:
    """Enter a check of self-evaluations."""

    def enter(function: EvaluationCheck) -> EvaluationCheck:
        _enter(SELF_EVALUATION, rule_id, function)
        return function

    return enter


def _enter(table: dict[str, F], rule_id: str, function: F) -> None:
    if rule_id in table:
        raise ValueError(f"two checks for {rule_id}")
    table[rule_id] = function
