"""What can be said about a report: values, not exceptions."""

from dataclasses import dataclass
from typing import Literal

from ita_data.place import Place

Severity = Literal["error", "warning", "advice"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One observation: a stable code, a Thai sentence with its place, and what to do.

    `measure_id` is set where the finding is about one measure. `words` are the file's own
    words that it is about ("" where it is about something absent).
    """

    code: str
    severity: Severity
    message: str
    advice: str
    place: Place | None = None
    measure_id: str | None = None
    words: str = ""


def most_serious_first(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Errors, warnings, advice; within one severity in the order they were found."""
    return tuple(sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity)))
