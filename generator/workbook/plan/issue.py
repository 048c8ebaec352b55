"""What is locked: what the office issued filled in stays as issued, what it left open is open."""

from msgspec import Struct

from generator.forms.fields import get, split_indicator
from generator.forms.models import Form, TargetForm

_HEAD = frozenset(
    {
        "title",
        "fiscal_year",
        "project_name",
        "department",
        "unit",
        "money_unit",
        "project_nature",
        "project_category",
        "planned_start",
        "planned_end",
        "project_amount",
        "funds.annual_total.weight",
    }
)
_ISSUED_COLUMNS = frozenset({"level1", "level2", "name", "target", "weight"})


class Issue(Struct, frozen=True):
    """The lock policy of one form; a target form's indicators are always open."""

    form: Form

    @property
    def open_levels(self) -> bool:
        """Whether level-1 and level-2 names may be changed."""
        return isinstance(self.form, TargetForm)

    @property
    def open_groups(self) -> bool:
        """Whether groups no indicator uses yet stand ready."""
        return isinstance(self.form, TargetForm)

    def locks(self, field: str) -> bool:
        """Tell whether a field is issued filled in, and so locked."""
        if field in ("title", "fiscal_year", "money_unit"):
            return True
        indicator = split_indicator(field)
        if indicator is not None:
            if isinstance(self.form, TargetForm) or indicator[1] not in _ISSUED_COLUMNS:
                return False
        elif field not in _HEAD:
            return False
        return get(self.form, field) is not None
