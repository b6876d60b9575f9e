"""A finding that stands with a reason, and one that does so no longer."""

from dataclasses import replace
from datetime import datetime

from ita_data.model import AcceptedFinding, TrackedReport
from ita_data.readiness.observed import Observed


def accept(
    tracked: TrackedReport, observed: Observed, *, reason: str, by: str, at: datetime
) -> TrackedReport:
    """The report with the finding accepted; an older acceptance of it is replaced.

    Raises ValueError without a reason.
    """
    if not reason.strip():
        raise ValueError("a finding is accepted with a reason")
    accepted = AcceptedFinding(
        code=observed.finding.code,
        measure_id=observed.finding.measure_id,
        words=observed.words,
        reason=reason.strip(),
        by=by.strip(),
        at=at,
    )
    return replace(tracked, accepted=(*withdraw(tracked, observed).accepted, accepted))


def withdraw(tracked: TrackedReport, observed: Observed) -> TrackedReport:
    """The report with the finding open again."""
    finding = observed.finding
    name = finding.code, finding.measure_id, observed.words
    kept = (one for one in tracked.accepted if (one.code, one.measure_id, one.words) != name)
    return replace(tracked, accepted=tuple(kept))
