"""The invented agency that the program opens on until a report of one's own is stored.

An edge: it reads the packaged folder sample_data, which sample_data/make.py writes.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from ita_data.codec import from_json
from ita_data.findings import Finding
from ita_data.model import TrackedReport

FOLDER = Path(__file__).parent.parent / "sample_data"
FILE = "report-2569.xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The sample's report with its year of work, what was found in its file, and the day
    it is to be looked at."""

    tracked: TrackedReport
    findings: tuple[Finding, ...]
    as_of: date


@lru_cache(maxsize=1)
def sample() -> Sample:
    """The sample, read once."""
    settings = tomllib.loads((FOLDER / "sample.toml").read_text(encoding="utf-8"))
    return Sample(
        tracked=from_json(TrackedReport, (FOLDER / settings["tracking"]).read_bytes()),
        findings=from_json(tuple[Finding, ...], (FOLDER / settings["findings"]).read_bytes()),
        as_of=settings["as_of"],
    )


def sample_file() -> tuple[str, bytes]:
    """Name and content of the sample's file, as an agency would hand it in, to try with."""
    return FILE, (FOLDER / FILE).read_bytes()
