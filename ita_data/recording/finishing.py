"""The report that a round of results makes, and the round in one line of history."""

from dataclasses import replace
from datetime import datetime

from ita_data.changes import Merged, merge
from ita_data.dates import parse_date
from ita_data.model import Actual, Basis, Evidence, Number, TrackedReport
from ita_data.recording.checking import parse_amount
from ita_data.recording.typed import OTHER_REASON, Entry, Round


def finish(work: Round, tracked: TrackedReport, now: datetime) -> TrackedReport:
    """The report with the round's results in it; the round must have no problems.

    Corrected results keep their id and their evidence; new ones get ids that are new.
    """
    actuals = [_corrected(actual, work, now) for actual in tracked.actuals]
    taken = {actual.id for actual in actuals}
    for indicator_id, entry in work.entries.items():
        if not entry.empty:
            new = _recorded(indicator_id, entry, work, now, taken)
            taken.add(new.id)
            actuals.append(new)
    return replace(tracked, actuals=tuple(actuals))


def put_together(work: Round, base: TrackedReport, theirs: TrackedReport, now: datetime) -> Merged:
    """The round on a newer version than the one (`base`) it was begun on.

    Corrections and proofs of results that are only in the newer version go straight there.
    """
    known = {actual.id for actual in base.actuals}
    on_base, late = _of(work, known), _of(work, known, others=True)
    merged = merge(base, finish(on_base, base, now), theirs, work.choices)
    return replace(merged, tracked=finish(replace(late, entries={}), merged.tracked, now))


def _of(work: Round, results: set[str], *, others: bool = False) -> Round:
    """The round with corrections and proofs of these results only, or of all others."""
    return replace(
        work,
        corrections={k: v for k, v in work.corrections.items() if (k in results) != others},
        links={k: v for k, v in work.links.items() if (k in results) != others},
    )


def reason_of(work: Round, tracked: TrackedReport) -> str:
    """The round in one line, for the history: how many results, and why any was corrected."""
    names = {i.id: i.name for i in tracked.indicators}
    subjects = {a.id: names.get(a.indicator_id, "") for a in tracked.actuals}
    new = sum(not entry.empty for entry in work.entries.values())
    linked = sum(bool(link.strip()) for link in work.links.values())
    parts = [f"บันทึกผล {new} รายการ"] if new else []
    parts += [f"เพิ่มหลักฐาน {linked} รายการ"] if linked else []
    for subject, entry in work.corrections.items():
        parts.append(f"แก้ไขผลของ “{subjects.get(subject, '')}” เพราะ{_reason_words(entry)}")
    return " · ".join(parts)


def _reason_words(entry: Entry) -> str:
    words = entry.reason_words.strip()
    return words if entry.reason == OTHER_REASON or not entry.reason else entry.reason


def _recorded(
    indicator_id: str, entry: Entry, work: Round, now: datetime, taken: set[str]
) -> Actual:
    number = 1
    while (key := f"{indicator_id}-r{number}") in taken:
        number += 1
    return Actual(
        id=key,
        indicator_id=indicator_id,
        amount=_amount(entry),
        basis=Basis.RECORDED,
        on=parse_date(entry.on, work.fiscal_year),
        note=entry.note.strip(),
        evidence=_proof(entry.link),
        recorded_by=work.author.strip(),
        recorded_at=now,
    )


def _corrected(actual: Actual, work: Round, now: datetime) -> Actual:
    if link := work.links.get(actual.id, "").strip():
        actual = replace(actual, evidence=(*actual.evidence, *_proof(link)))
    if (entry := work.corrections.get(actual.id)) is None:
        return actual
    return replace(
        actual,
        amount=_amount(entry),
        on=parse_date(entry.on, work.fiscal_year),
        note=entry.note.strip(),
        recorded_by=work.author.strip(),
        recorded_at=now,
    )


def _amount(entry: Entry) -> Number:
    amount = parse_amount(entry.amount)
    if amount is None:
        raise ValueError(f"{entry.amount!r} is no amount: ask problems() first")
    return amount


def _proof(link: str) -> tuple[Evidence, ...]:
    return (Evidence(address=link.strip()),) if link.strip() else ()
