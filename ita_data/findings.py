"""What can be said about a report: values, not exceptions."""

from dataclasses import dataclass
from typing import Literal

from ita_data.place import Place

Severity = Literal["error", "warning", "advice"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text that a finding is about, with the half-open spans of it that matter.

    `column` is the field's name in the model; spans are in order and do not overlap.
    """

    measure_id: str
    column: str
    text: str
    spans: tuple[tuple[int, int], ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One observation: a stable code, a Thai sentence with its place, and what to do.

    `measure_id` is set where the finding is about one measure. `words` are the file's own
    words that it is about ("" where it is about something absent). `passages` are whole
    texts to show with it, with what they share marked: first the finding's own.
    """

    code: str
    severity: Severity
    message: str
    advice: str
    place: Place | None = None
    measure_id: str | None = None
    words: str = ""
    passages: tuple[Passage, ...] = ()


def most_serious_first(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Errors, warnings, advice; within one severity in the order they were found."""
    return tuple(sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity)))
