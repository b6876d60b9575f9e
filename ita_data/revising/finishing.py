"""The report a revision makes: on the version it was begun on, or on a newer one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from ita_data.changes import Merged, merge
from ita_data.model import Actual, Basis, Decision, Indicator, Override, TrackedReport
from ita_data.revising.deciding import touched
from ita_data.revising.records import Problem, Revision

PERCENT_UNIT = "ร้อยละ"


def problems(revision: Revision, tracked: TrackedReport) -> tuple[Problem, ...]:
    """Everything that keeps the revision from being saved; () where nothing does."""
    return tuple(_problems(revision, touched(revision, tracked)))


def finish(revision: Revision, tracked: TrackedReport, now: datetime) -> TrackedReport:
    """The report of the version it was begun on, revised; there must be no problems.

    Recorded results of a merged indicator count for the one it went into; so does what the
    text claims, where that has no claim of its own. One added and dropped again is gone.
    """
    before = {i.id for i in tracked.indicators}
    kept = (i for i in revision.indicators if i.id in before or i.decision is not Decision.DROPPED)
    said = {(o.indicator_id, o.status, o.reason) for o in tracked.overrides}
    author = revision.author.strip()
    overrides = (
        o if (o.indicator_id, o.status, o.reason) in said else replace(o, by=author, at=now)
        for o in revision.overrides
        if o.indicator_id not in revision.joined
    )
    done = replace(tracked, indicators=tuple(kept), overrides=tuple(overrides))
    return _with_results_moved(done, revision.joined)


def put_together(
    revision: Revision, base: TrackedReport, theirs: TrackedReport, now: datetime
) -> Merged:
    """The revision on a newer version than the one (`base`) it was begun on.

    Results recorded meanwhile for an indicator that was merged go where it went.
    """
    merged = merge(base, finish(revision, base, now), theirs, revision.choices)
    return replace(merged, tracked=_with_results_moved(merged.tracked, revision.joined))


def _problems(revision: Revision, wanted: Iterable[str]) -> Iterator[Problem]:
    ids = set(wanted)
    for one in revision.indicators:
        if one.id in ids and one.decision is not Decision.DROPPED:
            for message in _of_indicator(one, revision.override_of(one.id)):
                yield Problem(subject=one.id, message=message)
    if ids and not revision.reason.strip():
        yield Problem(subject="", message="โปรดใส่เหตุผลที่แก้ไข")


def _of_indicator(one: Indicator, override: Override | None) -> Iterator[str]:
    if not one.name.strip():
        yield "โปรดใส่ชื่อตัวชี้วัด"
    if one.target is not None and not one.unit.strip():
        yield "โปรดใส่หน่วยนับของเป้าหมาย"
    if one.target is not None and one.unit == PERCENT_UNIT and one.target > 100:
        yield "เป้าหมายร้อยละต้องไม่เกิน 100"
    if override and not override.reason.strip():
        yield "โปรดใส่เหตุผลที่กำหนดสถานะเอง"


def _with_results_moved(tracked: TrackedReport, joined: Mapping[str, str]) -> TrackedReport:
    claimed = {a.indicator_id for a in tracked.actuals if a.basis is Basis.CLAIMED}

    def moved(actual: Actual) -> Actual | None:
        into = _end_of(actual.indicator_id, joined)
        if into == actual.indicator_id:
            return actual
        if actual.basis is Basis.CLAIMED:
            if into in claimed:
                return None
            claimed.add(into)
        return replace(actual, indicator_id=into)

    found = (moved(actual) for actual in tracked.actuals)
    return replace(tracked, actuals=tuple(actual for actual in found if actual is not None))


def _end_of(indicator_id: str, joined: Mapping[str, str]) -> str:
    """Where it went, step by step."""
    seen = {indicator_id}
    while (into := joined.get(indicator_id)) and into not in seen:
        indicator_id = into
        seen.add(into)
    return indicator_id
