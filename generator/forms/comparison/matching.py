"""One-to-one pairs, found step by step from the surest to the least sure."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from generator.forms.comparison.vocabulary import similar_names

Likeness = Callable[[int, int], float]
Allowed = Callable[[int, int], bool]
Scores = dict[tuple[int, int], float]


class Matching:
    """Pairs of positions in two lists; every step works on what the steps before left over."""

    def __init__(self, current: Iterable[int], earlier: Iterable[int]) -> None:
        self.pairs: dict[int, int] = {}
        self.current = list(current)
        self.earlier = list(earlier)

    def same(
        self,
        current_keys: Sequence[Hashable],
        earlier_keys: Sequence[Hashable],
        allowed: Allowed = lambda now, before: True,
    ) -> None:
        """Pair what has the same key, in order; an empty key (``None``) is none."""
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for before in self.earlier:
            waiting[earlier_keys[before]].append(before)
        for now in list(self.current):
            if current_keys[now] is None:
                continue
            candidates = waiting.get(current_keys[now], [])
            fitting = next((each for each in candidates if allowed(now, each)), None)
            if fitting is not None:
                candidates.remove(fitting)
                self._pair(now, fitting)

    def alike(self, likeness: Likeness, least: float) -> None:
        """Pair what is each other's best, surely: a second one nearly as good leaves both alone."""
        scores = {
            (now, before): score
            for now in self.current
            for before in self.earlier
            if (score := likeness(now, before)) >= least
        }
        while sure := _sure(scores):
            for now, before in sure:
                self._pair(now, before)
            scores = {
                pair: score
                for pair, score in scores.items()
                if pair[0] not in self.pairs and pair[1] in self.earlier
            }

    def _pair(self, now: int, before: int) -> None:
        self.pairs[now] = before
        self.current.remove(now)
        self.earlier.remove(before)


def _sure(scores: Scores) -> list[tuple[int, int]]:
    """Return the pairs whose likeness is above every other of both sides by the margin."""
    rows: Mapping[int, list[float]] = defaultdict(list)
    columns: Mapping[int, list[float]] = defaultdict(list)
    for (now, before), score in scores.items():
        rows[now].append(score)
        columns[before].append(score)
    return [
        (now, before)
        for (now, before), score in scores.items()
        if _stands_out(score, rows[now]) and _stands_out(score, columns[before])
    ]


def _stands_out(score: float, among: Sequence[float]) -> bool:
    margin = similar_names().likeness.ambiguous
    return sum(each > score - margin for each in among) == 1
