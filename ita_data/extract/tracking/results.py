"""Results of the tracking workbook: by month, and one by one with their day and proofs.

A result with a row of its own (day, amount) stands as it is. An amount that stands only in
the table of months is a result of that month's last day. Where both speak of a month and
differ, the month's amount corrects the only result of that month; of several none is
changed, and a finding says so.
"""

import calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ita_data.dates import MONTHS_SHORT, fiscal_months
from ita_data.extract import notices
from ita_data.extract.tracking.rows import TrackingRow
from ita_data.extract.values import amount_of
from ita_data.findings import Finding
from ita_data.model import Actual, Basis, Evidence, Indicator, Number
from ita_data.place import Place
from ita_data.thai import squash

Month = tuple[str, date]
Proof = tuple[TrackingRow, str, date | None, Evidence]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthAmount:
    """What the table of months says of one indicator and month, and where."""

    amount: Number
    place: Place


class Results:
    """Puts the two sheets together; `actuals` and `findings` are what came of it."""

    def __init__(self, indicators: Sequence[Indicator], fiscal_year: int | None) -> None:
        self.known = {indicator.id: indicator for indicator in indicators}
        self.fiscal_year = fiscal_year
        self.actuals: dict[str, Actual] = {}
        self.findings: list[Finding] = []

    def read(
        self, rows: Sequence[TrackingRow], months: Sequence[TrackingRow], headers: Mapping[int, str]
    ) -> None:
        proofs = [proof for row in rows for proof in self._take(row)]
        for (key, first), said in self._by_month(months, headers):
            self._settle(key, first, said)
        for proof in proofs:
            self._prove(*proof)

    def _take(self, row: TrackingRow) -> Iterator[Proof]:
        """A row with an amount is a result; one without is one more proof."""
        key, amount = row.text("id").strip(), row.amount("amount")
        proof = _proof(row)
        if not key and amount is None and proof is None:
            return
        day = row.day("on", self.fiscal_year)
        if key not in self.known:
            self.findings.append(notices.result_without_indicator(row.place("id"), key))
        elif row.text("amount").strip() and amount is None:
            self.findings.append(notices.amount_unread(row.place("amount"), row.text("amount")))
        elif amount is not None and day is None:
            self.findings.append(notices.result_without_day(row.place("on"), row.text("on")))
        elif amount is not None:
            self._add(_recorded(row, key, amount, day, proof))
        elif proof:
            yield row, key, day, proof

    def _add(self, actual: Actual) -> None:
        stem, number = actual.id or f"{actual.indicator_id}-{actual.on}", 1
        name = stem
        while name in self.actuals:
            number += 1
            name = f"{stem}-{number}"
        self.actuals[name] = replace(actual, id=name)

    def _by_month(
        self, rows: Sequence[TrackingRow], headers: Mapping[int, str]
    ) -> Iterator[tuple[Month, MonthAmount]]:
        columns = self._month_columns(headers)
        for row in rows:
            key = row.text("id").strip()
            for column, first in columns.items():
                value = row.sheet.value(row.number, column)
                place = row.sheet.place(row.number, column)
                amount = amount_of(value)
                if amount is None and row.sheet.text(row.number, column):
                    self.findings.append(notices.amount_unread(place, str(value)))
                elif amount is not None and key not in self.known:
                    self.findings.append(notices.result_without_indicator(place, key))
                elif amount is not None:
                    yield (key, first), MonthAmount(amount=amount, place=place)

    def _month_columns(self, headers: Mapping[int, str]) -> dict[int, date]:
        """The first day of the month that each column stands for."""
        months = {MONTHS_SHORT[d.month - 1]: d for d in self._months()}
        found = {}
        for column, header in headers.items():
            name = next((m for m in months if squash(header).startswith(m)), None)
            if name:
                found[column] = months[name]
        return found

    def _months(self) -> tuple[date, ...]:
        try:
            return fiscal_months(self.fiscal_year) if self.fiscal_year else ()
        except ValueError:  # a year beyond the calendar
            return ()

    def _settle(self, key: str, first: date, said: MonthAmount) -> None:
        there = [a for a in self.actuals.values() if _is_in(a, key, first)]
        if not there:
            name = f"{key}-{first.year + 543}-{first.month:02d}"
            self._add(Actual(id=name, indicator_id=key, amount=said.amount,
                             basis=Basis.RECORDED, on=_last_day(first)))  # fmt: skip
        elif said.amount == _of_month(there, level=self.known[key].level):
            return
        elif len(there) == 1:
            self.actuals[there[0].id] = replace(there[0], amount=said.amount)
        else:
            self.findings.append(notices.month_differs(said.place, said.amount, len(there)))

    def _prove(self, row: TrackingRow, key: str, day: date | None, proof: Evidence) -> None:
        """A proof goes to the result it names, else to the one of its day or month."""
        mine = [a for a in self.actuals.values() if a.indicator_id == key]
        named = [a for a in mine if a.id == row.text("result").strip()]
        same_day = [a for a in mine if day and a.on == day]
        same_month = [a for a in mine if day and _is_in(a, key, day.replace(day=1))]
        found = next(iter([*named, *same_day, *same_month]), None)
        if found is None:
            self.findings.append(notices.proof_without_result(row.place("on"), proof.address))
            return
        self.actuals[found.id] = replace(found, evidence=(*found.evidence, proof))


def _proof(row: TrackingRow) -> Evidence | None:
    address = row.sheet.grid.links.get((row.number, row.columns.get("address", 0)))
    address = row.text("address").strip() or (address or "").partition("\n")[0]
    label = row.text("label")
    if not address and not label.strip():
        return None
    sha256 = row.text("sha256").strip() or None
    return Evidence(address=address or label, label=label if address else "", sha256=sha256)


def _recorded(
    row: TrackingRow, key: str, amount: Number, day: date | None, proof: Evidence | None
) -> Actual:
    return Actual(
        id=row.text("result").strip(),
        indicator_id=key,
        amount=amount,
        basis=Basis.RECORDED,
        on=day,
        note=row.text("note"),
        evidence=(proof,) if proof else (),
        recorded_by=row.text("recorded_by"),
        recorded_at=row.moment("recorded_at"),
    )


def _is_in(actual: Actual, key: str, first: date) -> bool:
    day = actual.on
    if actual.indicator_id != key or day is None:
        return False
    return (day.year, day.month) == (first.year, first.month)


def _of_month(actuals: Sequence[Actual], *, level: bool) -> Number:
    if level:
        return max(actuals, key=lambda a: a.on or date.min).amount
    return sum(a.amount for a in actuals)


def _last_day(first: date) -> date:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
