"""An invented agency's records, as short to write in a test as they are to read."""

from datetime import date
from typing import Any

from ita_data.model import (
    Actual,
    Basis,
    Evidence,
    Indicator,
    Measure,
    Number,
    Override,
    Report,
    Status,
    TrackedReport,
)
from ita_data.place import Place

YEAR = 2568
START, END = date(2024, 10, 1), date(2025, 9, 30)
PROOF = (Evidence(address="https://donkaewsai.example/ita/1"),)


def measure(measure_id: str = "m1", **values: Any) -> Measure:
    said = {"number": 1, "title": "มาตรการโปร่งใส", "place": Place(sheet="แผน", row=5)}
    return Measure(id=measure_id, **{**said, "start": START, "end": END, **values})


def indicator(indicator_id: str = "i1", measure_id: str = "m1", **values: Any) -> Indicator:
    said = {"name": "จัดประชุม", "target": 4, "unit": "ครั้ง"}
    return Indicator(id=indicator_id, measure_id=measure_id, **{**said, **values})


def claimed(amount: Number, indicator_id: str = "i1", on: date | None = None) -> Actual:
    return Actual(id="", indicator_id=indicator_id, amount=amount, basis=Basis.CLAIMED, on=on)


def recorded(
    amount: Number, on: date, indicator_id: str = "i1", evidence: tuple[Evidence, ...] = ()
) -> Actual:
    return Actual(
        id="",
        indicator_id=indicator_id,
        amount=amount,
        basis=Basis.RECORDED,
        on=on,
        evidence=evidence,
    )


def override(status: Status, reason: str = "ตรวจแล้ว", indicator_id: str = "i1") -> Override:
    return Override(indicator_id=indicator_id, status=status, reason=reason)


def tracked(*records: Any, **report: Any) -> TrackedReport:
    """Records of any kind, sorted into a report; one measure m1 where none is given."""
    said = {"agency": "เทศบาลตำบลดอนแก้วใส", "district": "บ้านสมมติ", "province": "ตัวอย่าง"}
    reported_on = report.pop("reported_on", None)
    measures = _of(records, Measure) or (measure(),)
    values = {**said, "fiscal_year": YEAR, "measures": measures, **report}
    return TrackedReport(
        report=Report(**values),
        indicators=_of(records, Indicator),
        actuals=_of(records, Actual),
        overrides=_of(records, Override),
        reported_on=reported_on,
    )


def _of(records: tuple[Any, ...], kind: type) -> tuple[Any, ...]:
    return tuple(record for record in records if isinstance(record, kind))
