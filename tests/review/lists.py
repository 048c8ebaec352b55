"""The lists of what a review of each form must, may and must not say (``*.yaml`` here).

Those of real forms stand beside this module, those of made forms beside the forms (``made/``).
They were written from reading the forms, for made ones before the review had ever seen them.  Who
knows the forms may edit them: 表 is the name of the form, 错误 what it has to be sent back for,
应提 what a reviewer would ask or note, 可提 what may be said or not, 不应提 what would be a false
alarm.  An entry names the 规则, the 位置 as the findings name it or its beginning (none: anywhere
in the form), and says why in a few words (说明).  Where the wording of the published form (原文)
and of the shipped one (改写) differ, 版本 says which.
"""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.forms.data_files import load

FOLDER = Path(__file__).parent
MADE_FOLDER = FOLDER / "made"
Text = Annotated[str, Field(min_length=1)]
Wording = Literal["原文", "改写"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


class Entry(_Strict):
    """One thing a review says, or does not say."""

    rule: Annotated[str, Field(alias="规则", pattern=r"^[A-Z]{3}-[1-9]\d*$")]
    places: Annotated[tuple[Text, ...] | Text, Field(alias="位置")] = ()
    why: Annotated[Text, Field(alias="说明")]
    wording: Annotated[Wording | None, Field(alias="版本")] = None

    def covers(self, rule: str, place: str) -> bool:
        """Tell whether a finding of this rule at this place is meant."""
        places = (self.places,) if isinstance(self.places, str) else self.places
        return rule == self.rule and (not places or place.startswith(places))


class Expectations(_Strict):
    """What is known of one form."""

    form: Annotated[Text, Field(alias="表")]
    errors: Annotated[tuple[Entry, ...], Field(alias="错误")] = ()
    expected: Annotated[tuple[Entry, ...], Field(alias="应提")] = ()
    acceptable: Annotated[tuple[Entry, ...], Field(alias="可提")] = ()
    unwanted: Annotated[tuple[Entry, ...], Field(alias="不应提")] = ()


@cache
def expectations() -> dict[str, Expectations]:
    """Return all lists by the name of their form."""
    files = sorted((*FOLDER.glob("*.yaml"), *MADE_FOLDER.glob("*.yaml")))
    lists = [Expectations.model_validate(load(path).data) for path in files]
    return {each.form: each for each in lists}
