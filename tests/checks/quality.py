"""How good the rules are on the reports of the corpus.

    python -m tests.checks.quality

A report is a small TOML file in `corpus/`. What is not said of a measure is faultless. It
is written as a text with tab-separated cells, read as any file is, and checked; `findings`
are all it must give, as "code measure" ("code" alone: about the report), and everything
else is what it must not give. `known` are the faults we know of: "+…" is told wrongly,
"-…" is missed. They count against the rule. `links` are what was seen at links, `header` false
leaves the header out.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from ita_data import load
from ita_data.checking import case_of
from ita_data.checks import RULES, findings_of, run
from ita_data.loaded import Loaded
from ita_data.model import Actual, Basis, Evidence, LinkCheck, LinkState, TrackedReport
from ita_data.proposals import propose
from ita_data.settings import CheckSettings, Settings

CORPUS = Path(__file__).parent / "corpus"
COLUMNS = {
    "number": "ลำดับที่",
    "title": "มาตรการ/โครงการ/กิจกรรม",
    "steps": "ขั้นตอน/วิธีการปฏิบัติ",
    "period": "ระยะเวลาในการดำเนินการ",
    "departments": "ผู้รับผิดชอบ",
    "output": "ผลการดำเนินการ (output)",
    "outcome": "ผลลัพธ์หรือผลสัมฤทธิ์ในการดำเนินการ (outcome/result)",
    "evidence": "หลักฐาน",
}
USUAL = {
    "title": "มาตรการพัฒนางานด้านที่ {number}",
    "steps": "ชี้แจงแนวทางแก่พนักงานก่อนเริ่มงาน",
    "period": "1 ตุลาคม 2567 ถึง 30 กันยายน 2568",
    "departments": "สำนักปลัด",
    "output": "ลงพื้นที่ชุมชนแห่งที่ {number} แล้ว 1 ครั้ง",
    "outcome": "ผู้มาติดต่อใช้เวลารอสั้นลง",
    "evidence": "https://www.donkaewsai.example/ita/{number}",
}
HEAD = "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ พ.ศ. {year}"
AGENCY = "เทศบาลตำบลดอนแก้วใส"
LOOKED = datetime(2025, 11, 22, 9, 30, tzinfo=UTC)
Told = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One report of the corpus: its text and what has to be found, as (code, measure)."""

    name: str
    text: str
    expected: tuple[Told, ...]
    known: tuple[str, ...] = ()
    domain: str = ""
    recorded: tuple[dict[str, Any], ...] = ()
    links: tuple[LinkCheck, ...] = ()


def faults_in(sample: Sample) -> tuple[str, ...]:
    """What is told wrongly ("+…") and missed ("-…") in a report."""
    expected, found = Counter(sample.expected), Counter(found_in(sample))
    wrong = [f"+{' '.join(told)}".rstrip() for told in (found - expected).elements()]
    missed = [f"-{' '.join(told)}".rstrip() for told in (expected - found).elements()]
    return (*wrong, *missed)


def samples() -> list[Sample]:
    return [_sample(path) for path in sorted(CORPUS.glob("*.toml"))]


def found_in(sample: Sample) -> tuple[Told, ...]:
    """What is found in a report, as (code, number of the measure or "")."""
    settings = Settings(checks=CheckSettings(domain=sample.domain))
    loaded = load(f"{sample.name}.txt", sample.text.encode(), settings=settings)
    tracked = _tracked(loaded, sample)
    case = case_of(tracked, settings, reading=loaded.findings, links=sample.links, reviewed=False)
    numbers = {m.id: str(m.number or m.id) for m in loaded.report.measures}
    found = findings_of(run(case), case.reading)
    return tuple(sorted((f.code, numbers.get(f.measure_id or "", "")) for f in found))


def score() -> Iterator[tuple[str, int, int, int]]:
    """For each code: told rightly, told wrongly, missed."""
    expected: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for sample in samples():
        expected.update(code for code, _ in sample.expected)
        for fault in faults_in(sample):
            (wrong if fault[0] == "+" else missed).update([fault[1:].split()[0]])
    ours = [rule.code for rule in RULES]
    for code in (*ours, *sorted({*expected, *wrong} - set(ours))):
        yield code, expected[code] - missed[code], wrong[code], missed[code]


def _sample(path: Path) -> Sample:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Sample(
        name=path.stem,
        text=_text(data),
        expected=tuple(sorted(_told(line) for line in data["findings"])),
        known=tuple(data.get("known", ())),
        domain=data.get("domain", ""),
        recorded=tuple(data.get("recorded", ())),
        links=tuple(
            LinkCheck(at=LOOKED, **(said | {"state": LinkState(said["state"])}))
            for said in data.get("links", ())
        ),
    )


def _told(line: str) -> Told:
    code, _, measure = line.partition(" ")
    return code, measure


def _text(data: dict[str, Any]) -> str:
    columns = [name for name in COLUMNS if name not in data.get("without", ())]
    year, agency = data.get("year", 2568), data.get("agency", AGENCY)
    cover = f"{data.get('cover', agency)} อำเภอบ้านสมมติ จังหวัดตัวอย่าง"
    head = f"{HEAD.format(year=data.get('cover_year', year))}\n\n{cover}\n\n"
    again = f"{HEAD.format(year=year)} {agency} อำเภอบ้านสมมติ จังหวัดตัวอย่าง\n\n"
    rows = ["\t".join(COLUMNS[name] for name in columns)] if data.get("header", True) else []
    for at, row in enumerate(data["measures"], start=1):
        said = {"number": at, **USUAL, **row}
        rows.append("\t".join(str(said[name]).format(number=at) for name in columns))
    return head + again * 2 + "\n".join(rows) + "\n"


def _tracked(loaded: Loaded, sample: Sample) -> TrackedReport:
    indicators, claims = propose(loaded.report)
    tracked = TrackedReport(report=loaded.report, indicators=indicators, actuals=claims)
    added = [_recorded(at, each, tracked) for at, each in enumerate(sample.recorded)]
    return replace(tracked, actuals=(*claims, *added))


def _recorded(at: int, said: dict[str, Any], tracked: TrackedReport) -> Actual:
    """A recorded result of a measure's first indicator."""
    measure_id = f"m{said['measure']}"
    return Actual(
        id=f"r{at}",
        indicator_id=next(i.id for i in tracked.indicators if i.measure_id == measure_id),
        amount=said["amount"],
        basis=Basis.RECORDED,
        on=date(2025, 1, 31),
        evidence=tuple(Evidence(address=address) for address in said.get("evidence", ())),
    )


def main() -> int:
    """Prints a table; 1 where a fault is not a known one."""
    lines = [f"{'rule':32}{'told':>6}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}"]
    for code, right, wrong, missed in score():
        lines.append(
            f"{code:32}{right:6}{wrong:7}{missed:8}"
            f"{_share(right, right + wrong):>11}{_share(right, right + missed):>8}"
        )
    sys.stdout.write(f"{len(samples())} reports\n" + "\n".join(lines) + "\n")
    return int(any(faults_in(sample) != sample.known for sample in samples()))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"


if __name__ == "__main__":
    sys.exit(main())
