"""A round of results in one line of history: what was recorded, corrected and deleted, and why."""

from collections.abc import Iterator, Mapping
from datetime import date

from ita_data.dates import month_short, parse_date, thai_date
from ita_data.model import TrackedReport
from ita_data.recording.months import Cells, cell_of
from ita_data.recording.typed import OTHER_REASON, Entry, Round
from ita_data.words import told_apart

# So many results or days are named; the others are counted.
MOST_NAMED = 3


def reason_of(work: Round, tracked: TrackedReport) -> str:
    """The round in one line: which results of which days, how many proofs, and why any was
    corrected or deleted. A month of the table that has no day of its own is named as a month."""
    names = told_apart(tracked.indicators, tracked.report.measures)
    cells = Cells.of(tracked)
    new = list(_new(work, cells, names))
    proofs = sum(bool(link.strip()) for link in work.links.values())
    proofs += sum(map(len, work.files.values()))
    withdrawn = sum(map(len, work.withdrawn.values()))
    parts = [f"บันทึกผล {len(new)} รายการ: {_some(new)}"] if new else []
    parts += [f"เพิ่มหลักฐาน {proofs} รายการ"] if proofs else []
    parts += [f"นำหลักฐานออก {withdrawn} รายการ"] if withdrawn else []
    return " · ".join((*parts, *_corrections(work, tracked, cells, names)))


def _new(work: Round, cells: Cells, names: Mapping[str, str]) -> Iterator[str]:
    for indicator_id, entry in work.entries.items():
        if not entry.empty:
            yield f"“{names.get(indicator_id, '')}” {_day(entry, work.fiscal_year)}"
    for key, entry in work.cells.items():
        if not entry.empty and key not in cells.results:
            indicator_id, month = cell_of(key)
            day = _day(entry, work.fiscal_year) or month_short(month)
            yield f"“{names.get(indicator_id, '')}” {day}"


def _day(entry: Entry, fiscal_year: int) -> str:
    day = parse_date(entry.on, fiscal_year) if entry.on.strip() else None
    return f"วันที่ {thai_date(day)}" if day else ""


def _some(words: list[str]) -> str:
    rest = len(words) - MOST_NAMED
    return ", ".join(words[:MOST_NAMED]) + (f" และอีก {rest} รายการ" if rest > 0 else "")


def _corrections(
    work: Round, tracked: TrackedReport, cells: Cells, names: Mapping[str, str]
) -> Iterator[str]:
    """What was corrected or deleted and why, a sentence an indicator and reason."""
    actuals = {actual.id: actual for actual in tracked.actuals}
    days: dict[tuple[str, str, str], list[date | None]] = {}
    found = [(actuals[key], entry) for key, entry in work.corrections.items() if key in actuals]
    found += [(cells.results[k][-1], e) for k, e in work.cells.items() if k in cells.results]
    for actual, entry in found:
        what = "ลบผล" if entry.removed else "แก้ไขผล"
        why = what, names.get(actual.indicator_id, ""), _reason_words(entry)
        days.setdefault(why, []).append(actual.on)
    for (what, name, reason), those in days.items():
        yield f"{what}ของ “{name}” วันที่ {_some([thai_date(day) for day in those])} เพราะ{reason}"


def _reason_words(entry: Entry) -> str:
    words = entry.reason_words.strip()
    return words if entry.reason == OTHER_REASON or not entry.reason else entry.reason
