"""The report that a round of results makes."""

from dataclasses import replace
from datetime import datetime

from ita_data.changes import Merged, merge
from ita_data.dates import parse_date, thai_date
from ita_data.model import Actual, Basis, Evidence, Number, TrackedReport
from ita_data.recording.amounts import amount_text, parse_amount
from ita_data.recording.months import Cells, cell_of, day_of
from ita_data.recording.typed import Entry, Round


def finish(work: Round, tracked: TrackedReport, now: datetime) -> TrackedReport:
    """The report with the round's results in it; the round must have no problems.

    Corrected results keep their id and their evidence, less what was withdrawn; new ones get
    ids that are new, also where an older one is deleted.
    """
    work, months = _spread(work, tracked, now)
    removed = {key for key, entry in work.corrections.items() if entry.removed}
    actuals = [_corrected(one, work, now) for one in tracked.actuals if one.id not in removed]
    taken = {actual.id for actual in tracked.actuals}
    for indicator_id, entry in (*work.entries.items(), *months):
        if not entry.empty:
            new = _recorded(indicator_id, entry, work, now, taken)
            taken.add(new.id)
            actuals.append(new)
    return replace(tracked, actuals=tuple(actuals))


def put_together(work: Round, base: TrackedReport, theirs: TrackedReport, now: datetime) -> Merged:
    """The round on a newer version than the one (`base`) it was begun on.

    Corrections and proofs of results that are only in the newer version go straight there,
    and so do the cells of the months' table: each was checked against what is there now.
    """
    known = {actual.id for actual in base.actuals}
    on_base = replace(_of(work, known), cells={})
    late = replace(_of(work, known, others=True), entries={})
    merged = merge(base, finish(on_base, base, now), theirs, work.choices)
    return replace(merged, tracked=finish(late, merged.tracked, now))


def _of(work: Round, results: set[str], *, others: bool = False) -> Round:
    """The round with corrections and proofs of these results only, or of all others."""
    return replace(
        work,
        corrections={k: v for k, v in work.corrections.items() if (k in results) != others},
        links={k: v for k, v in work.links.items() if (k in results) != others},
        files={k: v for k, v in work.files.items() if (k in results) != others},
        withdrawn={k: v for k, v in work.withdrawn.items() if (k in results) != others},
    )


def _spread(
    work: Round, tracked: TrackedReport, now: datetime
) -> tuple[Round, list[tuple[str, Entry]]]:
    """The round with its cells as corrections, and the new results of empty cells."""
    cells, new = Cells.of(tracked), []
    for key, entry in work.cells.items():
        indicator_id, month = cell_of(key)
        if entry.empty:
            continue
        if entry.removed:
            (actual,) = cells.results[key]
            work = replace(work, corrections={**work.corrections, actual.id: entry})
        elif found := cells.corrected(key, _amount(entry)):
            work = _correcting(work, *found, entry)
        else:
            day = entry.on.strip() or thai_date(day_of(month, now.date()))
            new.append((indicator_id, replace(entry, on=day)))
    return work, new


def _correcting(work: Round, actual: Actual, amount: Number, entry: Entry) -> Round:
    """The round with one more correction: its amount alone, and what proves it."""
    note = entry.note.strip() or actual.note
    fixed = replace(entry, amount=amount_text(amount), on=thai_date(actual.on), note=note)
    return replace(work, corrections={**work.corrections, actual.id: fixed})


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
        evidence=(*_proof(entry.link), *entry.files),
        recorded_by=work.author.strip(),
        recorded_at=now,
    )


def _corrected(actual: Actual, work: Round, now: datetime) -> Actual:
    entry = work.corrections.get(actual.id)
    if gone := work.withdrawn.get(actual.id, ()):
        left = tuple(proof for proof in actual.evidence if proof not in gone)
        actual = replace(actual, evidence=left)
    proofs = (
        *_proof(work.links.get(actual.id, "")),
        *work.files.get(actual.id, ()),
        *((*_proof(entry.link), *entry.files) if entry else ()),
    )
    if new := tuple(proof for proof in dict.fromkeys(proofs) if proof not in actual.evidence):
        actual = replace(actual, evidence=(*actual.evidence, *new))
    if entry is None:
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
