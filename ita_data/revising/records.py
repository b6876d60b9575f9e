"""What an officer says of a report's indicators, as it is kept while it is typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ita_data.model import Indicator, Override


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Everything said since `version`, the number of the version it was begun on.

    `indicators` and `overrides` are all of the report's, as they shall be. `joined`: by the
    id of an indicator that was merged into another, that other's id. `choices` answer the
    clashes with a newer version (see `put_together`). `author`, `reason`: kept as typed.
    """

    agency: str
    fiscal_year: int
    version: int
    indicators: tuple[Indicator, ...] = ()
    overrides: tuple[Override, ...] = ()
    joined: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Literal["mine", "theirs"]] = field(default_factory=dict)
    author: str = ""
    reason: str = ""

    def indicator(self, indicator_id: str) -> Indicator:
        """One indicator. Raises KeyError where there is none."""
        return {i.id: i for i in self.indicators}[indicator_id]

    def override_of(self, indicator_id: str) -> Override | None:
        """The status the officer set; None where the computed one stands."""
        return next((o for o in self.overrides if o.indicator_id == indicator_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What keeps the revision from being saved, in Thai. `subject` "": the revision itself."""

    subject: str
    message: str
