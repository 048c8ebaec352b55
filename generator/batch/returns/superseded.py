"""Several returns of one issued form: the newest counts, the others say how they differ."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from hashlib import blake2b

from msgspec import Struct
from msgspec.structs import replace

from generator.batch.intake import Input
from generator.batch.outcome import Located, Outcome
from generator.batch.returns.issued import is_void, withdrawn
from generator.batch.returns.newest import Newest, Opened, Return, newest
from generator.batch.returns.wording import wording
from generator.forms.catalogue import finding
from generator.forms.field_names import name_of
from generator.forms.fields import get, indicator_columns, indicator_field
from generator.forms.models import Form
from generator.forms.profiles import load_profile
from generator.workbook.issued.discrepancy import Discrepancy, on_the_whole
from generator.workbook.issued.stored import squeezed
from generator.workbook.layout import load_layout
from generator.workbook.package import Limits

_LONGEST = 20
"""Characters of a value that are quoted."""


def differences(this: Form, newest: Form) -> str | None:
    """Return what differs, ``None`` where nothing does; forms of different layouts differ in all.

    Each is written 第3项指标的得分 2.70 → 2.10: what ``this`` says, what ``newest`` says.
    """
    words = wording()
    found = list(_found(this, newest))
    if not found:
        return None
    listed = "；".join(found[: words.most])
    more = len(found) > words.most
    return words.more.format(listed=listed, count=len(found)) if more else listed


def _found(this: Form, newest: Form) -> Iterator[str]:
    if this.layout != newest.layout:
        yield _written(name_of("title"), this.title, newest.title)
        return
    for field in load_layout(this.layout).fields:
        yield from _of_field(this, newest, field)
    if len(this.indicators) != len(newest.indicators):
        counts = str(len(this.indicators)), str(len(newest.indicators))
        yield _written(wording().indicators, *counts)
    for index in range(min(len(this.indicators), len(newest.indicators))):
        for column in indicator_columns(type(this)):
            yield from _of_field(this, newest, indicator_field(index, column))


def _of_field(this: Form, newest: Form, field: str) -> Iterator[str]:
    before, after = get(this, field), get(newest, field)
    if before != after:
        yield _written(name_of(field), before, after)


def _written(place: str, this: object, newest: object) -> str:
    return wording().difference.format(place=place, this=_shown(this), newest=_shown(newest))


def _shown(value: object) -> str:
    if value is None:
        return wording().blank
    text = _figure(value) if isinstance(value, Decimal) else " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _figure(value: Decimal) -> str:
    """Write points and money with two decimals at least, as the forms show them."""
    rounded = round(value, 2)
    return format(rounded if rounded == value else value, ",f")


_LIMITS = Limits()
_FORMS = 32
"""Forms that count are kept open while older ones are compared with them: not more than so many."""


class _Group(Struct, frozen=True):
    """The returns of one form: how many, which counts and by what it was found."""

    chosen: Newest
    count: int


class OlderReturns:
    """The older returns of a batch, by their place in it."""

    def __init__(self, groups: Mapping[int, _Group], opened: Opened) -> None:
        self._groups, self._opened = groups, opened
        self._form = lru_cache(maxsize=_FORMS)(opened.form)

    def __len__(self) -> int:
        return len(self._groups)

    @property
    def by(self) -> Mapping[int, str]:
        """The file that counts instead of each."""
        return {order: each.chosen.winner.file for order, each in self._groups.items()}

    def settled(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield the answers, those to older returns with what is found about them."""
        for order, outcome in enumerate(outcomes):
            group = self._groups.get(order)
            yield outcome if group is None else self._settled(order, outcome, group)

    def _settled(self, order: int, outcome: Outcome, group: _Group) -> Outcome:
        found = _located(self._found(order, outcome, group), outcome)
        by = group.chosen.winner.file
        return replace(outcome, findings=(*found, *outcome.findings), superseded_by=by)

    def _found(self, order: int, outcome: Outcome, group: _Group) -> Iterator[Discrepancy]:
        winner = group.chosen.winner
        facts = {
            "count": str(group.count),
            "basis": wording().basis[group.chosen.basis],
            "newest": winner.file,
        }
        variant: str | None = None
        if self._opened.digest(order) != winner.content:
            differing = self._differing(order, winner.order)
            variant = "unreadable" if differing is None else "differs" if differing else None
            facts |= {"differences": differing} if differing else {}
        yield on_the_whole("ISS-17", variant, **facts)
        number = outcome.issue or 0
        if 0 < number < winner.issue and not is_void(outcome):
            yield withdrawn(number, winner.issue, None)

    def _differing(self, this: int, newest: int) -> str | None:
        """Return in words how two returns differ, ``None`` where one cannot be read any more."""
        mine, last = self._opened.form(this), self._form(newest)
        return None if mine is None or last is None else differences(mine, last) or ""


def older_returns(
    outcomes: Iterable[Outcome],
    inputs: Sequence[Input],
    password: str | None = None,
    limits: Limits = _LIMITS,
) -> OlderReturns:
    """Return the older returns of a batch.

    ``outcomes`` is gone through twice, in the order of ``inputs``.
    """
    twice = _met_twice(outcomes)
    opened = Opened(inputs, password, limits)
    returns: dict[bytes, list[Return]] = {}
    for order, outcome in enumerate(outcomes if twice else ()):
        identity = _identity(outcome)
        if identity in twice:
            returns.setdefault(identity, []).append(opened.as_return(order, outcome))
    groups: dict[int, _Group] = {}
    for members in returns.values():
        group = _Group(newest(members), len(members))
        older = (each.order for each in members if each is not group.chosen.winner)
        groups.update(dict.fromkeys(older, group))
    return OlderReturns(groups, opened)


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


def _located(found: Iterable[Discrepancy], outcome: Outcome) -> Iterator[Located]:
    profile = load_profile(load_layout(outcome.layout or "").profile)
    for rule, each, _ in found:
        yield Located(finding(rule, each, profile), None, None)
