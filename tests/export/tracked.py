"""A tracked report with something on every sheet of the summary."""

from datetime import date

from ita_data.model import (
    Actual,
    Basis,
    Cadence,
    Decision,
    Evidence,
    Indicator,
    Override,
    Report,
    Status,
    TrackedReport,
)
from ita_data.progress import Progress, assess
from ita_data.tables import tables_of
from tests.export.records import measure, report

AS_OF = date(2026, 3, 31)
PROOF = (Evidence(address="https://www.a.example/1"),)


def tracked(of: Report | None = None) -> TrackedReport:
    """Three measures: on track with proof, late, and without an indicator."""
    return TrackedReport(
        report=of or report(measure(1), measure(2, departments=("กองคลัง",)), measure(3)),
        indicators=(
            _indicator("i1", "m1", "ประชุม", 4, cadence=Cadence(every_months=3)),
            _indicator("i2", "m2", "สรุปผล", 12, cadence=Cadence(every_months=1)),
            _indicator("i3", "m2", "=1+1", None),
            _indicator("i4", "m1", "คู่มือ", 5, comparison=">=", target_from="result"),
            _indicator("i5", "m1", "ไม่ใช้แล้ว", 5, decision=Decision.DROPPED),
        ),
        actuals=(
            _recorded("a1", "i1", 1, date(2025, 12, 20), PROOF),
            _recorded("a2", "i1", 1, date(2026, 3, 20)),
            _recorded("a3", "i2", 3, date(2026, 1, 5)),
            Actual(id="a4", indicator_id="i2", amount=6, basis=Basis.CLAIMED),
        ),
        overrides=(Override(indicator_id="i4", status=Status.WATCH, reason="รอพิมพ์"),),
        reported_on=AS_OF,
    )


def progress_of(record: TrackedReport, as_of: date = AS_OF) -> Progress:
    return assess(tables_of({"r1": record}), as_of)


def _indicator(
    indicator_id: str, measure_id: str, name: str, target: int | None, **more: object
) -> Indicator:
    words: dict[str, object] = {"unit": "ครั้ง", "decision": Decision.ACCEPTED} | more
    return Indicator(id=indicator_id, measure_id=measure_id, name=name, target=target, **words)


def _recorded(
    actual_id: str, indicator_id: str, amount: int, on: date, evidence: tuple[Evidence, ...] = ()
) -> Actual:
    return Actual(
        id=actual_id,
        indicator_id=indicator_id,
        amount=amount,
        basis=Basis.RECORDED,
        on=on,
        evidence=evidence,
    )
