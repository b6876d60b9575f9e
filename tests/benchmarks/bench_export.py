"""How long the exports take, beside a floor of the same run.

    python -m tests.benchmarks.bench_export

The floor of a workbook is XlsxWriter writing nothing but the official table's texts, cell
by cell; that of the html is joining and escaping the same texts. Goals: the workbook of one
agency within 20 ms, of 1,000 measures within 100 ms.
"""

import gc
import html
import io
import sys
from collections.abc import Callable
from datetime import date
from time import perf_counter
from typing import Any

import xlsxwriter

from ita_data.export.excel import summary_workbook
from ita_data.export.html import report_page
from ita_data.export.official import official_report
from ita_data.model import Report, TrackedReport
from ita_data.progress import assess
from ita_data.tables import tables_of
from tests.invented import PROOF, claimed, indicator, measure, recorded, tracked

AS_OF = date(2025, 5, 1)
SIZES = ((7, 3), (1_000, 1))
STEPS = "๑. จัดทำคู่มือสำหรับประชาชนของงานที่มีผู้มาติดต่อมากที่สุด\n๒. ประชุมทบทวนระยะเวลาให้บริการ ทุกๆ ๓ เดือน"


def report(measures: int, indicators: int) -> TrackedReport:
    """An agency with that many measures, and that many indicators on each."""
    records: list[Any] = []
    for m in range(measures):
        words = {
            "steps": f"{STEPS} {m}",
            "output": f"ทำแล้ว {m}\n{STEPS}",
            "outcome": "ประชาชนพึงพอใจ",
        }
        records.append(measure(f"m{m}", number=m + 1, departments=("กองคลัง",), **words))
        for i in range(indicators):
            key = f"m{m}-{i}"
            records += [indicator(key, f"m{m}"), claimed(4, key)]
            records += [recorded(1, date(2025, 1, 5), key, PROOF if i % 2 else ())]
    return tracked(*records)


def floor_workbook(of: Report) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet()
    for row, texts in enumerate(official_report(of).rows):
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text)
    book.close()
    return data.getvalue()


def floor_html(of: Report) -> str:
    return "".join(html.escape(text) for row in official_report(of).rows for text in row)


def timed(work: Callable[[], Any], times: int = 9) -> float:
    """The best of some runs, in milliseconds."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        begin = perf_counter()
        work()
        best = min(best, perf_counter() - begin)
    return best * 1_000


def main() -> None:
    for measures, indicators in SIZES:
        record = report(measures, indicators)
        progress = assess(tables_of({"r": record}), AS_OF)
        for name, work, floor in (
            ("workbook", lambda: summary_workbook(record, progress), floor_workbook),  # noqa: B023
            ("html", lambda: report_page(record.report), floor_html),  # noqa: B023
        ):
            took, least = timed(work), timed(lambda: floor(record.report))  # noqa: B023
            sys.stdout.write(
                f"{measures:5,} measures {name:9} {took:7.1f} ms, "
                f"floor {least:6.1f} ms, ratio {took / least:5.1f}\n"
            )


if __name__ == "__main__":
    main()
