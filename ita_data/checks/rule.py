"""What a rule is: its own manual page, its examples, and one question to a report."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from ita_data.checks.similar import comparable
from ita_data.findings import Finding, Passage, Severity
from ita_data.model import (
    Actual,
    Basis,
    Decision,
    Field,
    Indicator,
    LinkCheck,
    Measure,
    Report,
    TrackedReport,
)
from ita_data.place import Place
from ita_data.settings import CheckSettings

State = Literal["pass", "fail", "skipped"]
Family = Literal["form", "text", "numbers"]
NO_MEASURES = "ไม่มีมาตรการให้ตรวจ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What rules are asked about.

    `reading` are the findings of the reading itself (titles, cells, markup), `headings`
    the form's topics by number ({} where the form is not known), `read` is false where
    the reading's findings are not at hand, so that rules about the reading are skipped.
    `links`: what was seen at addresses of evidence when they were last opened, by address.
    `reviewed` is false of a file that was just read: nobody could confirm anything of it yet.
    `unreported`: by id the indicators with nothing reported of what was due, and since when;
    None where no day is looked at.
    """

    tracked: TrackedReport
    reading: tuple[Finding, ...] = ()
    headings: dict[int, str] = field(default_factory=dict)
    settings: CheckSettings = field(default_factory=CheckSettings)
    read: bool = True
    links: Mapping[str, LinkCheck] = field(default_factory=dict)
    reviewed: bool = True
    unreported: Mapping[str, date] | None = None
    _folded: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    _owned: dict[str, list[Indicator]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def folded(self, text: str) -> str:
        """The text as it is compared, kept for the other rules that ask for it."""
        if text not in self._folded:
            self._folded[text] = comparable(text)
        return self._folded[text]

    @property
    def report(self) -> Report:
        return self.tracked.report

    @property
    def measures(self) -> tuple[Measure, ...]:
        return self.tracked.report.measures

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Those that count: the officer's dropped ones are left out."""
        return tuple(i for i in self.tracked.indicators if i.decision is not Decision.DROPPED)

    @property
    def recorded(self) -> tuple[Actual, ...]:
        """The results that were entered, not only claimed."""
        return tuple(a for a in self.tracked.actuals if a.basis is not Basis.CLAIMED)

    def indicators_of(self, measure: Measure) -> Sequence[Indicator]:
        """Those of one measure that count; looked through once for all measures."""
        if not self._owned:
            for one in self.indicators:
                self._owned.setdefault(one.measure_id, []).append(one)
        return self._owned.get(measure.id, ())


class Rule(ABC):
    """One rule. The class is the manual page; `check` yields a finding for each violation.

    `requires`: codes of rules that must have passed, else this one is skipped, so that
    one fault gives one finding. `replaces`: codes of the reading's findings that say the
    same of the same measure, and are left out where this rule speaks. `valid` and
    `invalid` are examples, run as tests.
    """

    code: ClassVar[str]
    family: ClassVar[Family]
    severity: ClassVar[Severity]
    title: ClassVar[str]
    why: ClassVar[str]
    source: ClassVar[str]
    advice: ClassVar[str]
    requires: ClassVar[tuple[str, ...]] = ()
    replaces: ClassVar[tuple[str, ...]] = ()
    valid: ClassVar[tuple[Case, ...]]
    invalid: ClassVar[tuple[Case, ...]]

    @abstractmethod
    def check(self, case: Case) -> Iterator[Finding]:
        """Every violation in the case."""

    def unasked(self, case: Case) -> str:
        """Why the question has no meaning for this case, so that the rule is skipped; "" where
        it has one."""
        return "" if case.measures else NO_MEASURES

    def finding(
        self,
        message: str,
        *,
        place: Place | None = None,
        measure: Measure | None = None,
        words: str = "",
        passages: tuple[Passage, ...] = (),
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
            passages=passages,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one rule; `because` says why it was skipped ("" otherwise)."""

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


def passage(measure: Measure, column: Field, spans: tuple[tuple[int, int], ...] = ()) -> Passage:
    """A measure's text of one column, with spans to mark."""
    return Passage(
        measure_id=measure.id,
        column=column,
        text=measure.text_of(column),
        spans=spans,
        place=cell_of(measure, column),
    )
