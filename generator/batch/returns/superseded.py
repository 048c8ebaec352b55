"""Several returns of one issued form: the newest counts, the others say how they differ.

Answers come as a stream and are not kept: the first pass keeps a digest of each form's identity,
and only forms that came back more than once are opened again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

from generator.batch.intake import Input
from generator.batch.outcome import Located, Outcome
from generator.batch.report.gathered import Gathered
from generator.batch.returns.differences import differences
from generator.batch.returns.issued import withdrawn
from generator.batch.returns.newest import Newest, Return, newest
from generator.batch.returns.opened import Opened
from generator.batch.returns.wording import wording
from generator.forms.catalogue import finding
from generator.forms.models import Form
from generator.forms.profiles import load_profile
from generator.workbook.issued.discrepancy import Discrepancy, on_the_whole
from generator.workbook.issued.stored import squeezed
from generator.workbook.layout import load_layout
from generator.workbook.package import Limits

_WITHDRAWN = "ISS-16"
_LIMITS = Limits()


class Superseded(NamedTuple):
    """What becomes of an older return: the file that counts instead, and what is found on it."""

    by: str
    findings: tuple[Located, ...]


def superseded(
    outcomes: Iterable[Outcome],
    inputs: Sequence[Input],
    password: str | None = None,
    limits: Limits = _LIMITS,
) -> dict[int, Superseded]:
    """Return the older returns of a batch by their place in it.

    ``outcomes`` is gone through twice, in the order of ``inputs``.
    """
    twice = _met_twice(outcomes)
    groups: dict[bytes, list[tuple[int, Outcome]]] = {}
    for order, outcome in enumerate(outcomes if twice else ()):
        identity = _identity(outcome)
        if identity in twice:
            bare = replace(outcome, findings=_void(outcome))
            groups.setdefault(identity, []).append((order, bare))
    found: dict[int, Superseded] = {}
    for members in groups.values():
        found.update(_older(members, Opened(inputs, password, limits)))
    return found


def settled(outcomes: Iterable[Outcome], older: Mapping[int, Superseded]) -> Iterator[Outcome]:
    """Yield the answers, those to older returns with what was found about them."""
    for order, outcome in enumerate(outcomes):
        found = older.get(order)
        if found is None:
            yield outcome
        else:
            findings = (*found.findings, *outcome.findings)
            yield replace(outcome, findings=findings, superseded_by=found.by)


def newest_counted(
    answers: Gathered,
    inputs: Sequence[Input],
    password: str | None = None,
    limits: Limits = _LIMITS,
) -> Gathered:
    """Return the answers with older returns marked as such: the same where there are none."""
    older = superseded(answers, inputs, password, limits)
    return Gathered.of(settled(answers, older)) if older else answers


def _met_twice(outcomes: Iterable[Outcome]) -> set[bytes]:
    once: set[bytes] = set()
    twice: set[bytes] = set()
    for outcome in outcomes:
        identity = _identity(outcome)
        if identity is not None:
            (twice if identity in once else once).add(identity)
    return twice


def _identity(outcome: Outcome) -> bytes | None:
    """Return what two returns of one form have in common, ``None`` for a form without a name.

    A form borrowed for another project has the other's id but not its name: it is no return of it.
    """
    if outcome.project_id is None or outcome.project_name is None:
        return None
    parts = (outcome.project_id, squeezed(outcome.project_name), str(outcome.fiscal_year))
    return blake2b("\x1f".join(parts).encode(), digest_size=12).digest()


def _void(outcome: Outcome) -> tuple[Located, ...]:
    return tuple(each for each in outcome.findings if each.finding.rule == _WITHDRAWN)


def _older(members: list[tuple[int, Outcome]], opened: Opened) -> Iterator[tuple[int, Superseded]]:
    returns = [opened.as_return(order, outcome) for order, outcome in members]
    chosen = newest(returns)
    last = opened.form(chosen.winner)
    for each, (order, outcome) in zip(returns, members, strict=True):
        if each is not chosen.winner:
            same = each.content == chosen.winner.content
            form = last if same else opened.form(each)
            found = _found(each, chosen, len(members), (form, last), outcome)
            yield order, Superseded(chosen.winner.file, tuple(_located(found, outcome)))


def _found(
    each: Return,
    chosen: Newest,
    count: int,
    forms: tuple[Form | None, Form | None],
    outcome: Outcome,
) -> Iterator[Discrepancy]:
    facts = {
        "count": str(count),
        "basis": wording().basis[chosen.basis],
        "newest": chosen.winner.file,
    }
    this, last = forms
    if this is None or last is None:
        variant, differing = "unreadable", None
    else:
        differing = differences(this, last)
        variant = "differs" if differing else ""
    if differing:
        facts["differences"] = differing
    yield on_the_whole("ISS-17", variant or None, **facts)
    if each.issue < chosen.winner.issue and not outcome.findings:
        yield withdrawn(each.issue, chosen.winner.issue, None)


def _located(found: Iterable[Discrepancy], outcome: Outcome) -> Iterator[Located]:
    profile = load_profile(load_layout(outcome.layout or "").profile)
    for rule, each, _ in found:
        yield Located(finding(rule, each, profile), None, None)
