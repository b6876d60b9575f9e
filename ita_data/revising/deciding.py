"""What an officer can say of an indicator. Every function gives a new revision."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ita_data.model import Decision, Indicator, Override, Status, TrackedReport
from ita_data.revising.records import Revision

OWN_WORK = (Decision.CORRECTED, Decision.ADDED)


def start(tracked: TrackedReport, version: int, author: str = "") -> Revision:
    """A revision that changes nothing yet."""
    return Revision(
        agency=tracked.report.agency,
        fiscal_year=tracked.report.fiscal_year or 0,
        version=version,
        indicators=tracked.indicators,
        overrides=tracked.overrides,
        author=author,
    )


def correct(revision: Revision, indicator_id: str, **changes: Any) -> Revision:
    """Name, target, unit, comparison, cadence, level or department as the officer says."""

    def corrected(indicator: Indicator) -> Indicator:
        said: dict[str, Any] = {
            k: v.strip() if isinstance(v, str) else v for k, v in changes.items()
        }
        new = replace(indicator, **said)
        if new == indicator:
            return indicator
        if new.target != indicator.target:
            new = replace(new, target_from="typed")
        own = new.decision is Decision.ADDED
        return new if own else replace(new, decision=Decision.CORRECTED)

    return _with(revision, indicator_id, corrected)


def use(revision: Revision, indicator_id: str, *, used: bool = True) -> Revision:
    """Accept an indicator, or drop it; one that was dropped or merged comes back the same way."""
    joined = {key: into for key, into in revision.joined.items() if key != indicator_id}

    def decided(indicator: Indicator) -> Indicator:
        if not used:
            return replace(indicator, decision=Decision.DROPPED)
        kept = indicator.decision in OWN_WORK
        return indicator if kept else replace(indicator, decision=Decision.ACCEPTED)

    return replace(_with(revision, indicator_id, decided), joined=joined)


def accept_all(revision: Revision, measure_id: str | None = None) -> Revision:
    """Accept every proposal still waiting, of one measure or of the whole report."""
    wanted = [
        i.id
        for i in revision.indicators
        if i.decision is Decision.PROPOSED and measure_id in (None, i.measure_id)
    ]
    for key in wanted:
        revision = use(revision, key)
    return revision


def add(revision: Revision, measure_id: str, name: str, unit: str = "ครั้ง") -> Revision:
    """One more indicator by hand; its target is filled in afterwards."""
    taken, number = {i.id for i in revision.indicators}, 1
    while f"{measure_id}-x{number}" in taken:
        number += 1
    added = Indicator(
        id=f"{measure_id}-x{number}",
        measure_id=measure_id,
        name=name,
        target=None,
        unit=unit,
        decision=Decision.ADDED,
    )
    return replace(revision, indicators=(*revision.indicators, added))


def may_join(revision: Revision, indicator_id: str) -> tuple[Indicator, ...]:
    """The indicators it can be merged into: in use, of the same measure and unit."""
    own = revision.indicator(indicator_id)
    return tuple(
        other
        for other in revision.indicators
        if other.id != own.id
        and other.decision is not Decision.DROPPED
        and (other.measure_id, other.unit) == (own.measure_id, own.unit)
    )


def join(revision: Revision, indicator_id: str, into: str) -> Revision:
    """Merge an indicator into another: its recorded results count there, it is used no more."""
    if into not in {other.id for other in may_join(revision, indicator_id)}:
        raise ValueError(f"{indicator_id} cannot be merged into {into}")
    dropped = use(revision, indicator_id, used=False)
    return replace(dropped, joined={**dropped.joined, indicator_id: into})


def set_status(
    revision: Revision,
    indicator_id: str,
    *,
    status: Status | None,
    reason: str | None = None,
) -> Revision:
    """The officer's own word on a status; None takes it back. `reason` None: as it was."""
    rest = tuple(o for o in revision.overrides if o.indicator_id != indicator_id)
    if status is None:
        return replace(revision, overrides=rest)
    before = revision.override_of(indicator_id)
    said = (before.reason if before else "") if reason is None else reason
    if before and (before.status, before.reason) == (status, said):
        return revision
    new = Override(indicator_id=indicator_id, status=status, reason=said)
    return replace(revision, overrides=(*rest, new))


def as_it_was(revision: Revision, tracked: TrackedReport, indicator_id: str) -> Revision:
    """Without what was said of one indicator; one added since is gone."""
    before = {i.id: i for i in tracked.indicators}
    indicators = (before.get(i.id) if i.id == indicator_id else i for i in revision.indicators)
    overrides = [o for o in revision.overrides if o.indicator_id != indicator_id]
    overrides += [o for o in tracked.overrides if o.indicator_id == indicator_id]
    joined = {key: into for key, into in revision.joined.items() if indicator_id not in (key, into)}
    return replace(
        revision,
        indicators=tuple(i for i in indicators if i is not None),
        overrides=tuple(overrides),
        joined=joined,
    )


def touched(revision: Revision, tracked: TrackedReport) -> frozenset[str]:
    """Ids of the indicators that something was said of."""
    before = {i.id: i for i in tracked.indicators}
    statuses = {o.indicator_id: o for o in tracked.overrides}
    return frozenset(
        i.id
        for i in revision.indicators
        if before.get(i.id) != i or statuses.get(i.id) != revision.override_of(i.id)
    )


def _with(
    revision: Revision, indicator_id: str, change: Callable[[Indicator], Indicator]
) -> Revision:
    indicators = (change(i) if i.id == indicator_id else i for i in revision.indicators)
    return replace(revision, indicators=tuple(indicators))
