"""How long tables and progress take, beside a floor of the same run.

    python -m tests.benchmarks.bench_progress [agencies …]

The floor is one pass of plain Python over the same records, counting results by indicator.
Nothing is asserted: machines differ, ratios hardly.
"""

import gc
import sys
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from time import perf_counter
from typing import Any

from ita_data.model import Basis, Cadence, TrackedReport
from ita_data.progress import assess, monthly
from ita_data.tables import tables_of
from tests.invented import PROOF, START, claimed, indicator, measure, recorded, tracked

AGENCIES = (1, 1_000, 8_300)
AS_OF = date(2025, 5, 1)
MEASURES, INDICATORS = 7, 3
CADENCES = (Cadence(), Cadence(every_months=3), Cadence(per_year=2), Cadence(every_months=1))
DEPARTMENTS = ("สำนักปลัด", "กองคลัง", "กองช่าง")


def agency(number: int) -> TrackedReport:
    """Seven measures of three indicators each, with a claim and two recorded results."""
    measures = [
        measure(
            f"m{m}", start=START + timedelta(days=number % 40), departments=DEPARTMENTS[: m % 4]
        )
        for m in range(MEASURES)
    ]
    records: list[Any] = []
    for n in range(MEASURES * INDICATORS):
        kind = CADENCES[(n + number) % len(CADENCES)]
        day = START + timedelta(days=(37 * n + number) % 300)
        records += [
            indicator(f"i{n}", f"m{n % MEASURES}", cadence=kind, level=n % 5 == 0),
            claimed(4, f"i{n}"),
            recorded(1, day, f"i{n}", PROOF if n % 2 else ()),
            recorded(2, day + timedelta(days=60), f"i{n}"),
        ]
    return tracked(*measures, *records)


def floor(reports: Mapping[str, TrackedReport]) -> dict[tuple[str, str], float]:
    sums: dict[tuple[str, str], float] = {}
    for key, report in reports.items():
        for actual in report.actuals:
            place = (key, actual.indicator_id)
            sums[place] = sums.get(place, 0) + actual.amount
    return sums


def timed(work: Callable[[], Any], times: int) -> tuple[float, Any]:
    """The best of some runs, in milliseconds, and the last answer."""
    best, answer = float("inf"), None
    for _ in range(times):
        gc.collect()
        begin = perf_counter()
        answer = work()
        best = min(best, perf_counter() - begin)
    return best * 1_000, answer


def measure_one(agencies: int) -> None:
    reports = {f"r{number}": agency(number) for number in range(agencies)}
    times = 20 if agencies == 1 else 3
    ground, _ = timed(lambda: floor(reports), times)
    made, tables = timed(lambda: tables_of(reports), times)
    assessed, progress = timed(lambda: assess(tables, AS_OF), times)
    mapped, _ = timed(lambda: monthly(tables, progress, Basis.RECORDED), times)
    print(
        f"{agencies:>6,} agencies, {len(tables.indicators):>7,} indicators; floor {ground:,.2f} ms"
    )
    for name, took in (("tables_of", made), ("assess", assessed), ("monthly", mapped)):
        print(f"       {name:<10}{took:>10,.1f} ms {took / ground:>8,.1f} × floor")


if __name__ == "__main__":
    for count in map(int, sys.argv[1:]) if sys.argv[1:] else AGENCIES:
        measure_one(count)
