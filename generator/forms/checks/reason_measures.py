"""What speaks of a measure: some words anywhere, others where a clause begins or behind 将."""

from collections.abc import Iterator

from generator.forms.checks.reason_vocabulary import reason_words

_CLAUSE_MARKS = frozenset(",，。;；:：、.．)）")
_CLAUSE_ENDS = frozenset(",，。;；")
_NEAR = 10  # characters between 后续 and what will be done


def speaks_of_measure(text: str) -> bool:
    """Tell whether a text, without blanks, speaks of a measure."""
    if reason_words().any_measure.is_in(text) or _announces_action(text):
        return True
    return any(_begins_with_measure(text, start) for start in _clauses(text))


def _announces_action(text: str) -> bool:
    """Tell whether an action stands behind words that announce it: 将加快, 后续通过采购降低."""
    words = reason_words()
    if any(words.any_action.begins(text, end) for end in words.any_intention.all_ends(text)):
        return True
    return any(
        words.any_action.begins_near(text, end, _NEAR, _CLAUSE_ENDS)
        for end in words.any_later.all_ends(text)
    )


def _clauses(text: str) -> Iterator[int]:
    """Yield where clauses begin, and what is numbered: 1加强巡检."""
    yield 0
    for end, glyph in enumerate(text, 1):
        if glyph in _CLAUSE_MARKS or glyph.isdecimal():
            yield end


def _begins_with_measure(text: str, at: int) -> bool:
    """Tell whether a measure begins at a place: 拟新增停车位, 目前已回访."""
    if text.startswith(reason_words().underway, at):
        return True
    return any(_is_act(text, place) for place in _behind_leads(text, at))


def _behind_leads(text: str, at: int) -> Iterator[int]:
    """Yield a place and those behind the words that lead from it to a measure: 目前已, 将通过."""
    seen: set[int] = set()
    waiting = [at]
    while waiting:
        place = waiting.pop()
        if place not in seen:
            seen.add(place)
            waiting.extend(reason_words().any_lead.ends(text, place))
            yield place


def _is_act(text: str, at: int) -> bool:
    """Tell whether an action begins at a place, or what somebody has done."""
    words = reason_words()
    done = text.startswith(words.done, at) and not text.startswith(words.not_done, at)
    return done or words.any_action.begins(text, at)
