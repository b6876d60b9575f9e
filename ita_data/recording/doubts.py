"""What was typed and can be taken, but looks like a slip of the hand: a question, no refusal."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time

from ita_data.model import Actual, Basis, Indicator, TrackedReport
from ita_data.recording.checking import problems
from ita_data.recording.finishing import finish
from ita_data.recording.months import cell_of
from ita_data.recording.subjects import indicator_of
from ita_data.recording.typed import Round
from ita_data.totals import far_above, total
from ita_data.words import in_unit


def doubts(work: Round, tracked: TrackedReport, today: date) -> Mapping[str, str]:
    """By indicator, a sentence where what the round would bring it to is far above its target."""
    touched = _touched(work, tracked)
    if not touched:
        return {}
    after = finish(_clean(work, tracked, today), tracked, datetime.combine(today, time()))
    results: dict[str, list[Actual]] = {}
    for actual in after.actuals:
        if actual.indicator_id in touched and actual.basis is not Basis.CLAIMED:
            results.setdefault(actual.indicator_id, []).append(actual)
    found = {key: _doubt(touched[key], those) for key, those in results.items()}
    return {key: words for key, words in found.items() if words}


def _doubt(indicator: Indicator, results: list[Actual]) -> str:
    amount = total(results, level=indicator.level)
    if not far_above(indicator, amount):
        return ""
    target = in_unit(indicator.target, indicator.unit)
    return (
        f"ผลที่บันทึกจะเป็น {in_unit(amount, indicator.unit)} "
        f"มากกว่าเป้าหมายทั้งปี ({target}) มาก โปรดตรวจว่าพิมพ์ถูก"
    )


def _touched(work: Round, tracked: TrackedReport) -> Mapping[str, Indicator]:
    """The indicators that an amount was typed for."""
    subjects = [key for key, e in (*work.entries.items(), *work.corrections.items()) if not e.empty]
    found = {indicator_of(subject, work, tracked) for subject in subjects}
    found |= {cell_of(key)[0] for key, entry in work.cells.items() if not entry.empty}
    return {one.id: one for one in tracked.indicators if one.id in found}


def _clean(work: Round, tracked: TrackedReport, today: date) -> Round:
    """The round without what cannot be saved as it is, but for a reason that is still to come."""
    wrong = {p.subject for p in problems(work, tracked, today) if p.field in ("amount", "on")}
    known = {one.id for one in tracked.indicators}
    return replace(
        work,
        entries={k: e for k, e in work.entries.items() if k not in wrong and k in known},
        corrections={k: e for k, e in work.corrections.items() if k not in wrong},
        cells={k: e for k, e in work.cells.items() if k not in wrong and cell_of(k)[0] in known},
    )
