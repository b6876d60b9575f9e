"""The table of indicators × months: what a cell shows, and what typing in it means.

A cell stands for everything recorded in one month: the sum of a count, the latest value of a
level. Typing in an empty cell is a new result. Typing over recorded ones corrects the latest
of them, so that the month comes to what was typed. Emptying the cell of a single one deletes it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ita_data.dates import fiscal_months
from ita_data.model import Actual, Basis, Indicator, Number, TrackedReport
from ita_data.recording.amounts import amount_text, parse_amount
from ita_data.recording.typed import Entry, Round
from ita_data.schedule import add_months

# Sums of tenths and hundredths stay tenths and hundredths.
DECIMALS = 6


def cell_key(indicator_id: str, month: date) -> str:
    """The name of a cell, by indicator and any day of the month."""
    return f"{indicator_id}@{month:%Y-%m}"


def cell_of(key: str) -> tuple[str, date]:
    """Indicator id and first day of the month of a cell."""
    indicator_id, _, month = key.rpartition("@")
    return indicator_id, date.fromisoformat(f"{month}-01")


def day_of(month: date, today: date) -> date:
    """The day a month's result stands for where none is typed: its last, at most today."""
    return min(add_months(month.replace(day=1), 1) - timedelta(days=1), today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """What is recorded in each month. `results`: by cell, the oldest first."""

    indicators: Mapping[str, Indicator]
    results: Mapping[str, tuple[Actual, ...]]

    @classmethod
    def of(cls, tracked: TrackedReport) -> "Cells":
        """Results with a day and an indicator; claims of the text have neither cell nor day."""
        indicators = {i.id: i for i in tracked.indicators}
        found: dict[str, tuple[Actual, ...]] = {}
        dated = (a for a in tracked.actuals if a.basis is not Basis.CLAIMED and a.on)
        for actual in sorted(dated, key=lambda a: a.on or date.min):
            if actual.indicator_id in indicators:
                key = cell_key(actual.indicator_id, actual.on or date.min)
                found[key] = (*found.get(key, ()), actual)
        return cls(indicators=indicators, results=found)

    def amount(self, key: str) -> Number | None:
        """What the month comes to; None where nothing is recorded."""
        results = self.results.get(key, ())
        if not results:
            return None
        level = self.indicators[results[0].indicator_id].level
        return results[-1].amount if level else _sum(a.amount for a in results)

    def text(self, key: str) -> str:
        """The same in words; "" where nothing is recorded."""
        amount = self.amount(key)
        return "" if amount is None else amount_text(amount)

    def corrected(self, key: str, amount: Number) -> tuple[Actual, Number] | None:
        """The result to correct so that the month comes to `amount`, and its new amount.

        None where the cell is empty, or the others alone are more than that.
        """
        results = self.results.get(key, ())
        if not results:
            return None
        last = results[-1]
        if self.indicators[last.indicator_id].level:
            return last, amount
        rest = _sum(a.amount for a in results[:-1])
        return (last, _sum((amount, -rest))) if amount >= rest else None


def shown(work: Round, cells: Cells, key: str) -> str:
    """What a cell of the table shows: what was typed, else what is recorded."""
    entry = work.cells.get(key)
    return entry.amount if entry else cells.text(key)


def put_cell(work: Round, cells: Cells, key: str, text: str) -> Round:
    """The round with an amount typed in a cell.

    What says the same as the record, or says nothing, is no entry, but an emptied cell of one
    recorded result deletes it; a date, note or proof that was typed for the cell stays.
    """
    recorded, entry = cells.amount(key), work.cells.get(key, Entry())
    same = recorded is not None and parse_amount(text) == recorded
    removed = not text.strip() and len(cells.results.get(key, ())) == 1
    reason = entry.reason if entry.removed == removed else ""
    entry = replace(entry, amount="" if same else text.strip(), was=cells.text(key),
                    removed=removed, reason=reason)  # fmt: skip
    rest = {name: kept for name, kept in work.cells.items() if name != key}
    return replace(work, cells=rest if entry.empty else {**rest, key: entry})


def drop_cell(work: Round, key: str) -> Round:
    """The round without what was typed for a cell."""
    return replace(work, cells={k: entry for k, entry in work.cells.items() if k != key})


def same_as_before(
    work: Round, cells: Cells, indicator_ids: Iterable[str], until: date, only: date | None = None
) -> Round:
    """The round with each empty month as the month before it, from November to `until`.

    `only`: that month alone. What is typed or recorded stays; what is no number is not copied.
    """
    months = [month for month in fiscal_months(work.fiscal_year)[1:] if month <= until]
    for indicator_id in indicator_ids:
        for month in months if only is None else {only} & set(months):
            before = shown(work, cells, cell_key(indicator_id, add_months(month, -1)))
            key = cell_key(indicator_id, month)
            emptied = key in work.cells and work.cells[key].removed
            if emptied or shown(work, cells, key).strip():
                continue
            if parse_amount(before) is not None:
                work = put_cell(work, cells, key, before)
    return work


def _sum(amounts: Iterable[Number]) -> Number:
    total = round(sum(amounts), DECIMALS)
    return int(total) if float(total).is_integer() else total
