"""What a rule is: its own manual page, its examples, and one question to a report."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from ita_data.findings import Finding, Severity
from ita_data.model import Field, Measure, Report, TrackedReport
from ita_data.place import Place
from ita_data.settings import CheckSettings

State = Literal["pass", "fail", "skipped"]
Family = Literal["form", "text", "numbers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What rules are asked about.

    `reading` are the findings of the reading itself (titles, cells, markup), `headings`
    the form's topics by number ({} where the form is not known), `read` is false where
    the report does not come from a file, so that rules about its reading are skipped.
    """

    tracked: TrackedReport
    reading: tuple[Finding, ...] = ()
    headings: dict[int, str] = field(default_factory=dict)
    settings: CheckSettings = field(default_factory=CheckSettings)

    @property
    def report(self) -> Report:
        return self.tracked.report

    @property
    def measures(self) -> tuple[Measure, ...]:
        return self.tracked.report.measures


class Rule(ABC):
    """One rule. The class is the manual page; `check` yields a finding for each violation.

    `requires`: codes of rules that must have passed, else this one is skipped, so that
    one fault gives one finding. `valid` and `invalid` are examples, run as tests.
    """

    code: ClassVar[str]
    family: ClassVar[Family]
    severity: ClassVar[Severity]
    title: ClassVar[str]
    why: ClassVar[str]
    source: ClassVar[str]
    advice: ClassVar[str]
    requires: ClassVar[tuple[str, ...]] = ()
    valid: ClassVar[tuple[Case, ...]]
    invalid: ClassVar[tuple[Case, ...]]

    @abstractmethod
    def check(self, case: Case) -> Iterator[Finding]:
        """Every violation in the case."""

    def applies(self, case: Case) -> bool:
        """False where the question has no meaning for this case: the rule is skipped."""
        return bool(case.measures)

    def finding(
        self,
        message: str,
        *,
        place: Place | None = None,
        measure: Measure | None = None,
        words: str = "",
    ) -> Finding:
        """A finding of this rule, with its code, severity and advice."""
        return Finding(
            code=self.code,
            severity=self.severity,
            message=message,
            advice=self.advice,
            place=place or (measure.place if measure else None),
            measure_id=measure.id if measure else None,
            words=words,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one rule; `because` says why it was skipped."""

    rule: Rule
    state: State
    findings: tuple[Finding, ...] = ()
    because: str = ""


def cell_of(measure: Measure, column: Field) -> Place:
    """The first cell a field was read from; the measure's row where that is not known."""
    places = measure.cells.get(column, ())
    return places[0] if places else measure.place


def named(measure: Measure) -> str:
    """How a measure is called in a sentence: มาตรการที่ 4, or by its title without a number."""
    if measure.number is not None:
        return f"มาตรการที่ {measure.number}"
    return f"มาตรการ “{measure.title[:40]}”"
