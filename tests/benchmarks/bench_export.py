"""How long the exports take, beside a floor of the same run.

    python -m tests.benchmarks.bench_export

The floor of a workbook is XlsxWriter writing nothing but the official table's texts, cell
by cell; that of the html is joining and escaping the same texts. Goals: the workbook of one
agency within 20 ms, of 1,000 measures within 100 ms.

The PDF of the real report (of the sample where that is absent) stands beside LibreOffice
turning the same report from Word, taken in turn: both as a new process ("new"; ours with the
interpreter, the word list and the libraries); the first document of a process that has the
words and libraries at hand, as the app has after its first page ("cold"); ours again within
the app ("warm"), and LibreOffice once more with a profile that it made before. Goals: 9 × cold,
16 × warm.
"""

import gc
import html
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import psutil
import xlsxwriter

from ita_data.codec import to_json
from ita_data.export.excel import summary_workbook
from ita_data.export.html import report_page
from ita_data.export.official import official_report
from ita_data.export.pdf import official_pdf
from ita_data.export.pdf.brief import brief_pdf
from ita_data.export.standing import Standing
from ita_data.export.word import official_docx
from ita_data.model import Report, TrackedReport
from ita_data.progress import assess
from ita_data.reading import load
from ita_data.tables import tables_of
from sample_data import files
from tests.conftest import PROJECT, SEED
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


COLD = """
import sys
from pathlib import Path
from ita_data.codec import from_json
from ita_data.export.pdf import official_pdf
from ita_data.model import Report
report = from_json(Report, Path(sys.argv[1]).read_bytes())
Path(sys.argv[2]).write_bytes(official_pdf(report))
"""
# The first document of a process, timed in it once it has what the app loads in the background.
FIRST = """
import sys
from pathlib import Path
from time import perf_counter
import pikepdf, typst
from ita_data.codec import from_json
from ita_data.export.pdf import official_pdf
from ita_data.export.thai_words import known_words
from ita_data.model import Report
report = from_json(Report, Path(sys.argv[1]).read_bytes())
known_words()
begin = perf_counter()
official_pdf(report)
print((perf_counter() - begin) * 1_000)
"""
ROUNDS = 5


def once(work: Callable[[], Any]) -> float:
    """Milliseconds of a run, or those that it says itself."""
    begin = perf_counter()
    said = work()
    return said if isinstance(said, float) else (perf_counter() - begin) * 1_000


def say(words: str) -> None:
    sys.stdout.write(words + "\n")


def contenders_in(folder: Path, of: Report) -> dict[str, Callable[[], Any]]:
    """What is timed, by name; LibreOffice only where it is installed."""
    target = str(folder / "cold.pdf")
    fresh = [sys.executable, "-c", COLD, str(folder / "report.json"), target]
    work: dict[str, Callable[[], Any]] = {
        "PDF, new process": lambda: subprocess.run(fresh, check=True, cwd=PROJECT),
        "PDF, first in a warm process": lambda: first_document(folder),
        "PDF, within the app": lambda: official_pdf(of),
    }
    if shutil.which("soffice"):
        work["LibreOffice, new profile"] = lambda: libreoffice(
            folder, Path(tempfile.mkdtemp(dir=folder))
        )
        work["LibreOffice, known profile"] = lambda: libreoffice(folder, folder / "profile")
    return work


def first_document(folder: Path) -> float:
    command = [sys.executable, "-c", FIRST, str(folder / "report.json")]
    return float(subprocess.run(command, check=True, cwd=PROJECT, capture_output=True).stdout)


def libreoffice(folder: Path, profile: Path) -> None:
    """The Word file to PDF, by a process of its own as a server would do it."""
    switches = ["--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "pdf"]
    command = ["soffice", *switches, "--outdir", str(folder), str(folder / "report.docx")]
    subprocess.run(command, check=True, capture_output=True)


def pdf_beside_libreoffice() -> None:
    """Medians of some rounds, the contenders in turn."""
    seed = SEED / "report-2568.txt"
    real = load("report", seed.read_bytes() if seed.exists() else files.as_csv()).report
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.json").write_bytes(to_json(real))
        (folder / "report.docx").write_bytes(official_docx(real))
        contenders = contenders_in(folder, real)
        for work in contenders.values():
            work()
        took: dict[str, list[float]] = {contender: [] for contender in contenders}
        for _ in range(ROUNDS):
            for contender, work in contenders.items():
                took[contender].append(once(work))
    least = {contender: median(times) for contender, times in took.items()}
    for contender, milliseconds in least.items():
        say(f"{contender:34} {milliseconds:8.1f} ms")
    if "LibreOffice, new profile" in least:
        made, known = least["LibreOffice, new profile"], least["LibreOffice, known profile"]
        new, cold = (
            made / least[f"PDF, {name}"] for name in ("new process", "first in a warm process")
        )
        warm = known / least["PDF, within the app"]
        say(f"LibreOffice ÷ PDF: new process {new:.1f}, cold {cold:.1f}, warm {warm:.1f}")


def resident_mb() -> float:
    """Memory that this process holds now, in MB."""
    return float(psutil.Process().memory_info().rss) / 1e6


def memory_over_documents(documents: int = 100) -> None:
    """Different documents one after another: what is held after the first ten and after all."""
    held = []
    for number in range(documents):
        record = report(7, 3)
        measures = tuple(
            replace(one, steps=f"{one.steps} ฉบับที่ {number}") for one in record.report.measures
        )
        record = replace(record, report=replace(record.report, measures=measures))
        progress = assess(tables_of({"r": record}), AS_OF)
        official_pdf(record.report)
        official_docx(record.report)
        summary_workbook(record, progress)
        gc.collect()
        held.append(resident_mb())
    say(f"memory after 10 documents {held[9]:.0f} MB, after {documents} {held[-1]:.0f} MB")


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
    record = report(300, 1)
    progress = assess(tables_of({"r": record}), AS_OF)
    say(f"  300 measures PDF       {timed(lambda: official_pdf(record.report), 3):7.1f} ms")
    say(f"  300 measures Word      {timed(lambda: official_docx(record.report), 3):7.1f} ms")
    standing = Standing(record, progress)
    say(f"  300 measures brief     {timed(lambda: brief_pdf(standing), 3):7.1f} ms")
    memory_over_documents()
    pdf_beside_libreoffice()


if __name__ == "__main__":
    main()
