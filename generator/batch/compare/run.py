"""Many forms against many earlier ones, with the files they came from."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.forms.comparison import FormComparison, compare_forms, pair_forms
from generator.forms.findings import Finding, Severity
from generator.forms.models import Form
from generator.workbook.layout import layout_ids, load_layout


class FiledForm(Struct, frozen=True):
    """A form and its file, as it is to be shown."""

    file: str
    form: Form


class ComparedPair(Struct, frozen=True):
    """Two forms of one project, their files and what changed."""

    file: str
    earlier_file: str
    result: FormComparison


class Comparison(Struct, frozen=True):
    """All pairs, in the order of the current forms, and the forms without a counterpart."""

    pairs: tuple[ComparedPair, ...]
    only_current: tuple[FiledForm, ...]
    only_earlier: tuple[FiledForm, ...]

    def findings(self) -> Iterator[tuple[ComparedPair, Finding]]:
        """Yield every finding with its pair."""
        for pair in self.pairs:
            for finding in pair.result.findings:
                yield pair, finding

    def count(self, severity: Severity) -> int:
        """Return how many findings there are of one severity."""
        return sum(finding.severity is severity for _, finding in self.findings())


def compare_all(current: Sequence[FiledForm], earlier: Sequence[FiledForm]) -> Comparison:
    """Pair the forms by project and compare each pair.  Nothing is raised for any form."""
    now = [_with_money_unit(each.form) for each in current]
    before = [_with_money_unit(each.form) for each in earlier]
    pairing = pair_forms(now, before)
    return Comparison(
        tuple(
            ComparedPair(
                current[one].file, earlier[other].file, compare_forms(now[one], before[other])
            )
            for one, other in pairing.pairs
        ),
        tuple(current[each] for each in pairing.only_current),
        tuple(earlier[each] for each in pairing.only_earlier),
    )


def _with_money_unit(form: Form) -> Form:
    """Return the form with the unit of money its layout prints, where it names none itself."""
    if form.money_unit is not None or form.layout not in layout_ids():
        return form
    return form.model_copy(update={"money_unit": load_layout(form.layout).money_unit})
