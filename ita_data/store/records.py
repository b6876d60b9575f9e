"""What the store hands out. Plain, frozen values; times are UTC."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from ita_data.findings import Finding
from ita_data.model import TrackedReport

# What made a version: a file, a change by hand, a round of results, an older version
# brought back, next year's plan.
Kind = Literal["upload", "edit", "results", "restore", "plan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionInfo:
    """Who, when and why of one version, without its content.

    `number` counts 1, 2, 3 … in its report (agency and fiscal year). `based_on` is the
    number the edit started from (0: none, None: not said). `source_name` and
    `source_sha256` are None where no file came with it.
    """

    agency: str
    fiscal_year: int
    district: str
    province: str
    number: int
    kind: Kind
    author: str
    reason: str
    created_at: datetime
    based_on: int | None
    source_name: str | None
    source_sha256: str | None
    payload_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One immutable state of a report, with what was observed when it was read."""

    info: VersionInfo
    tracked: TrackedReport
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportInfo:
    """A report in the list: its newest version's number, time, author and content's hash."""

    agency: str
    fiscal_year: int
    district: str
    province: str
    latest: int
    created_at: datetime
    author: str
    payload_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftInfo:
    """What a list says of a draft, without its content.

    `owner` is who may go on typing in it, by a name of the page's own; "": nobody in particular.
    `about` is the page's own words on it; None: there are none.
    """

    kind: str
    key: str
    author: str
    owner: str
    saved_at: datetime
    about: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(DraftInfo):
    """What someone typed and has not saved yet. `payload` is the page's own bytes."""

    payload: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file of evidence."""

    name: str
    media_type: str
    content: bytes
