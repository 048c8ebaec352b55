"""计算: rates, scores, total and grade by the rules, as the command line recalculates them."""

from decimal import Decimal

import xlwings as xw
from msgspec.structs import replace

from generator.forms.fields import put
from generator.forms.models import SelfEvaluationForm, copy_of
from generator.forms.numbers import text
from generator.forms.scoring import Scores
from generator.workbook.recalculate import Recalculation, recalculate
from generator.workbook.sheet.address import Position
from xladdin.book.change import Change
from xladdin.book.computed import Computed, computed_cells, helper_cells, score_cells
from xladdin.book.current import Current, current
from xladdin.book.grid import Entry, Grid
from xladdin.book.wording import listed, refusal, say
from xladdin.contract import Asker, Outcome

_LISTED = 8


def score(book: xw.Book, asker: Asker) -> Outcome:
    """Fill blank scores by rule and recompute everything computed; a person's score stays."""
    form = current(book)
    _, scores = _evaluation(form)
    filled = dict(_due(form, list(score_cells(form))))
    change = Change("计算得分与等级", _due(form, list(computed_cells(form))) | filled)
    if not change.is_nothing:
        change.perform(form, asker)
    _calculate(form.app)
    message = say("scored", **_figures(scores), filled=len(filled)) + _lower(form, scores)
    return Outcome(change.said(message), changed=not change.is_nothing)


def score_by_rule(book: xw.Book, asker: Asker) -> Outcome:
    """Replace every score by the rule's, after asking."""
    form = current(book)
    _, scores = _evaluation(form)
    if not asker.confirm(say("ask_rescore")):
        return Outcome("")
    done = _by_rule(form, scores)
    cells = [*computed_cells(form, done), *score_cells(form, done)]
    change = Change("全部按规则重算", _due(form, cells))
    if not change.is_nothing:
        change.perform(form, asker)
    _calculate(form.app)
    assert done.scores is not None, "a self-evaluation has scores"
    message = say("rescored", **_figures(done.scores), undecided=_undecided(scores))
    return Outcome(change.said(message), changed=not change.is_nothing)


def restore_formulas(book: xw.Book, asker: Asker) -> Outcome:
    """Put formulas back where they were overwritten; what people may enter stays."""
    form = current(book)
    if not form.is_ours:
        raise refusal("not_ours")
    cells = [*computed_cells(form), *score_cells(form), *helper_cells(form)]
    formulas = [each for each in cells if each[2].formula is not None]
    if formulas:
        form.grid = _whole(form, [at for _, at, _ in formulas])
    change = Change("恢复公式", _due(form, formulas))
    if change.is_nothing:
        return Outcome(say("formulas_whole"))
    change.perform(form, asker)
    _calculate(form.app)
    return Outcome(change.said(say("formulas_restored", count=len(change.entries))), changed=True)


def _whole(form: Current, cells: list[Position]) -> Grid:
    """Read the columns beside the form too."""
    corner = max(row for row, _ in cells), max(column for _, column in cells)
    return form.program.grid(form.sheet, *corner)


def _evaluation(form: Current) -> tuple[SelfEvaluationForm, Scores]:
    if not isinstance(form.form, SelfEvaluationForm) or form.done.scores is None:
        raise refusal("no_scores")
    return form.form, form.done.scores


def _due(form: Current, cells: list[Computed]) -> dict[Position, Entry]:
    """Return the cells that do not hold what they should."""
    return {at: wanted for _, at, wanted in cells if not _holds(form.entry(at), wanted)}


def _holds(entry: Entry, wanted: Entry) -> bool:
    if wanted.formula is not None or entry.formula is not None:
        return wanted.formula is not None and entry.formula is not None
    return entry.value == wanted.value


def _by_rule(form: Current, scores: Scores) -> Recalculation:
    """Return what the form comes to with every score by rule, as far as one decides."""
    reading = form.reading
    without = copy_of(reading.form)
    decided = [i for i, outcome in enumerate(scores.indicators) if outcome.score is not None]
    for index in decided:
        put(without, f"indicators[{index}].score", None)
    return recalculate(replace(reading, form=without))


def _calculate(app: xw.App) -> None:
    """Have the program calculate, where the user has switched that off."""
    if app.calculation == "manual":
        app.calculate()


def _undecided(scores: Scores) -> str:
    rows = [str(i) for i, outcome in enumerate(scores.indicators, 1) if outcome.score is None]
    return say("undecided", rows=listed(rows, _LISTED)) if rows else ""


def _lower(form: Current, scores: Scores) -> str:
    """Name the indicators a person scored below the rule: they stay as they are."""
    rows = []
    for index, (row, outcome) in enumerate(
        zip(form.done.form.indicators, scores.indicators, strict=True), 1
    ):
        entered: Decimal | None = getattr(row, "score", None)
        if entered is not None and outcome.score is not None and entered < outcome.score:
            rows.append(say("lower", row=index, entered=text(entered), rule=text(outcome.score)))
    return say("kept_lower", rows=listed(rows, _LISTED)) if rows else ""


def _figures(scores: Scores) -> dict[str, str]:
    """Return the figures a message shows."""
    return {
        "rate": _shown(scores.execution_rate),
        "execution": _shown(scores.execution_score),
        "total": _shown(scores.total_score),
        "rating": scores.rating or say("none"),
    }


def _shown(value: Decimal | None) -> str:
    return say("none") if value is None else text(value)
