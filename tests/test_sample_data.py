"""The sample agency: its files are what the script makes, and show all there is to see."""

from functools import lru_cache

import pytest

from ita_data.model import Basis, Decision, Status
from ita_data.progress import Progress, assess
from ita_data.readers import read
from ita_data.reading import load
from ita_data.sample import sample
from ita_data.settings import Limits
from ita_data.tables import tables_of
from sample_data import make

MADE = make.contents()
REPORTS = ["report-2569.xlsx", "report-2569.csv", "report-2569.docx"]


def stored(name: str) -> bytes:
    return (make.FOLDER / name).read_bytes()


@lru_cache(maxsize=1)
def progress() -> Progress:
    return assess(tables_of({"sample": sample().tracked}), sample().as_of)


@pytest.mark.parametrize("name", ["tracking-2569.json", "findings-2569.json", "sample.toml"])
def test_the_records_are_what_the_script_makes(name: str) -> None:
    assert stored(name) == MADE[name], "run: python -m sample_data.make"


@pytest.mark.parametrize("name", REPORTS)
def test_the_reports_hold_what_the_script_writes(name: str) -> None:
    found, made = (read(name, data, Limits()).grids for data in (stored(name), MADE[name]))
    assert found == made, "run: python -m sample_data.make"


def test_the_three_reports_say_the_same() -> None:
    said = [
        [(m.number, m.title, m.steps, m.period_text, m.departments, m.output, m.outcome)
         for m in load(name, stored(name)).report.measures]
        for name in REPORTS
    ]  # fmt: skip
    assert said[0] == said[1] == said[2]
    assert [number for number, *_ in said[0]] == [1, 2, 3, 4, 5, 6, 7]


def test_the_report_is_untidy_and_read_all_the_same() -> None:
    report = sample().tracked.report
    assert (report.agency, report.district) == ("เทศบาลตำบลดอนแก้วใส", "บ้านสมมติ")
    assert (report.province, report.fiscal_year) == ("ตัวอย่าง", 2569)
    assert [m.topic for m in report.measures] == [1, 2, 3, 4, 5, 6, 7]
    assert report.measures[4].output == report.measures[2].output
    codes = {finding.code for finding in sample().findings}
    assert codes == {"agency-differs", "markup"}


def test_every_status_is_seen_among_the_indicators() -> None:
    frame = progress().indicators
    recorded = frame[frame["basis"] == Basis.RECORDED.value]
    assert set(recorded["status"]) == {status.value for status in Status}


def test_seven_measures_have_seven_statuses() -> None:
    frame = progress().measures
    assert frame[frame["basis"] == Basis.RECORDED.value]["status"].tolist() == [
        "on_track", "watch", "achieved", "overdue", "behind", "not_reported", "not_due",
    ]  # fmt: skip


def test_claimed_recorded_and_evidenced_are_far_apart() -> None:
    shares = dict(zip(progress().reports["basis"], progress().reports["percent"], strict=True))
    assert {basis: round(share, 2) for basis, share in shares.items()} == {
        "claimed": 0.63,
        "recorded": 0.57,
        "evidenced": 0.44,
    }


def test_the_officer_decided_every_proposal() -> None:
    decisions = [indicator.decision for indicator in sample().tracked.indicators]
    counts = {decision: decisions.count(decision) for decision in Decision}
    assert counts == {
        Decision.PROPOSED: 0,
        Decision.ACCEPTED: 18,
        Decision.CORRECTED: 1,
        Decision.DROPPED: 3,
        Decision.ADDED: 1,
    }


def test_nothing_was_recorded_after_the_day_it_is_looked_at() -> None:
    recorded = [a for a in sample().tracked.actuals if a.basis == Basis.RECORDED]
    assert max(a.on for a in recorded if a.on) <= sample().as_of
    assert all(a.recorded_by and a.recorded_at for a in recorded)
    proofs = [evidence.address for a in recorded for evidence in a.evidence]
    assert all(address.startswith("https://www.donkaewsai.example/") for address in proofs)
    assert 0 < len(proofs) < len(recorded)
