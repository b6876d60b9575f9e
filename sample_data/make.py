"""Makes every file of this folder: python -m sample_data.make

The report is written, read again by the program itself, and its proposals are decided and
answered as story.py and year.py tell. The same input gives the same files.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path

from ita_data.codec import to_json
from ita_data.loaded import Loaded
from ita_data.model import Actual, Basis, Decision, Evidence, Indicator, TrackedReport
from ita_data.proposals import propose
from ita_data.reading import load
from ita_data.thai import squash
from sample_data import files
from sample_data.story import AS_OF, RECORDED_BY, SITE
from sample_data.year import (
    ADDED,
    ADDED_RESULT,
    COPIED_RESULTS,
    CORRECTED,
    RESULTS,
    Entry,
)

FOLDER = Path(__file__).parent
REPORT, SAMPLE = "report-2569", "sample.toml"
TRACKING, FINDINGS = "tracking-2569.json", "findings-2569.json"
SAMPLE_WORDS = f"""tracking = "{TRACKING}"
findings = "{FINDINGS}"
as_of = {AS_OF.isoformat()}
"""


@lru_cache(maxsize=1)
def loaded() -> Loaded:
    """The sample's Excel file, read as any other."""
    return load(f"{REPORT}.xlsx", files.as_xlsx())


def tracked() -> TrackedReport:
    """The sample as one version holds it on its day."""
    report = loaded().report
    proposed, claims = propose(report)
    numbers = {measure.id: measure.number or 0 for measure in report.measures}
    decided = [_decided(each, numbers[each.measure_id]) for each in proposed]
    added = replace(ADDED, decision=Decision.ADDED)
    results = [*_results(decided, numbers), *_actuals(added, [ADDED_RESULT])]
    return TrackedReport(
        report=report,
        indicators=(*decided, added),
        actuals=(*claims, *results),
        reported_on=AS_OF,
    )


def _decided(indicator: Indicator, number: int) -> Indicator:
    if number in COPIED_RESULTS and indicator.target_from == "result":
        return replace(indicator, decision=Decision.DROPPED)
    for (measure, words), name in CORRECTED.items():
        if measure == number and _answers(words, indicator):
            return replace(indicator, name=name, decision=Decision.CORRECTED)
    return replace(indicator, decision=Decision.ACCEPTED)


def _results(indicators: list[Indicator], numbers: dict[str, int]) -> Iterator[Actual]:
    for (number, words), entries in RESULTS.items():
        promised = [
            each
            for each in indicators
            if numbers[each.measure_id] == number
            and each.decision != Decision.DROPPED
            and _answers(words, each)
        ]
        if len(promised) != 1:
            raise ValueError(f"“{words}” of measure {number} answers {len(promised)} indicators")
        yield from _actuals(promised[0], entries)


def _answers(words: str, indicator: Indicator) -> bool:
    """Whether the promise was taken from those words."""
    source = squash(indicator.source.text) if indicator.source else ""
    return bool(source) and (squash(words) in source or source in squash(words))


def _actuals(indicator: Indicator, entries: "list[Entry] | tuple[Entry, ...]") -> Iterator[Actual]:
    for at, (day, amount, proof) in enumerate(entries, start=1):
        evidence = Evidence(address=f"{SITE}/{indicator.measure_id}/{proof}", label=proof)
        yield Actual(
            id=f"{indicator.id}-r{at}",
            indicator_id=indicator.id,
            amount=amount,
            basis=Basis.RECORDED,
            on=day,
            evidence=(evidence,) if proof else (),
            recorded_by=RECORDED_BY,
            recorded_at=datetime.combine(day + timedelta(days=1), time(3, 30), UTC),
        )


def contents() -> dict[str, bytes]:
    """The files by name."""
    record = tracked()
    return {
        f"{REPORT}.xlsx": files.as_xlsx(),
        f"{REPORT}.csv": files.as_csv(),
        f"{REPORT}.docx": files.as_docx(),
        TRACKING: to_json(record),
        FINDINGS: to_json(loaded().findings),
        SAMPLE: SAMPLE_WORDS.encode(),
    }


def main() -> None:
    for name, data in contents().items():
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
