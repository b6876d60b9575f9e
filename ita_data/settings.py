"""Every choice that is ours, in one place. Read from ITA_… variables only at the edges."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from ita_data.errors import WrongSetting

MEGABYTE = 1024 * 1024
_WRONG = "ค่าตั้ง {} ต้องเป็นตัวเลข แต่พบ “{}” โปรดแก้ไขหรือลบค่าตั้งนี้ แล้วเริ่มใหม่"

_SWITCH = {"1": True, "0": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is let in, measured on hostile and honest files (docs/adr/0004)."""

    file_bytes: int = 20 * MEGABYTE
    entry_bytes: int = 100 * MEGABYTE
    unpacked_bytes: int = 150 * MEGABYTE
    ratio: int = 150
    ratio_from_bytes: int = MEGABYTE
    entries: int = 1_000
    sheets: int = 60
    columns: int = 702
    rows: int = 200_000
    cells: int = 10_000_000
    tables: int = 1_000
    tags: int = 1_000_000
    # Of all sheets together; a report has some dozens, a province's collection thousands.
    report_rows: int = 20_000
    merges: int = 20_000
    merged_cells: int = 200_000
    strings: int = 5_000_000
    text_bytes: int = 100 * MEGABYTE
    worker_bytes: int = 1024 * MEGABYTE
    worker_seconds: float = 5.0
    # More for a long table, once its cells are read; never more than the longest in all.
    seconds_a_thousand_rows: float = 1.0
    longest_seconds: float = 12.0
    workers: int = 2

    def seconds_for(self, rows: int) -> float:
        """How long a file with so many rows may take."""
        more = self.worker_seconds + self.seconds_a_thousand_rows * rows / 1_000
        return max(self.worker_seconds, min(more, self.longest_seconds))


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Where a status changes; ratios of achieved to expected."""

    behind_below: float = 0.85
    watch_below: float = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """Where a check speaks up. Similarities are 0..1 over text without white space.

    `shortest_text`: shorter texts are not compared (a "ดำเนินการแล้ว" is no copy).
    `domain`: the agency's own web domain; "" where none is set.
    """

    echo_from: float = 0.9
    copy_from: float = 0.9
    promise_from: float = 0.6
    shortest_text: int = 40
    domain: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSettings:
    """How evidence links are opened (docs/adr/0010). `seconds` is for one link with all its
    redirects. `private`: also addresses of private networks; `any_port`: also ports other
    than 80 and 443."""

    connect_seconds: float = 5.0
    seconds: float = 15.0
    at_once: int = 4
    at_once_of_host: int = 2
    redirects: int = 5
    page_bytes: int = 64 * 1024
    private: bool = False
    any_port: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSettings:
    """What the pages do for whoever opens them.

    `backup`: everything may be downloaded there as one file (for a server of many: 0).
    `draft_days`: a draft that nobody has changed for so long is dropped; 0: never.
    """

    backup: bool = True
    draft_days: int = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings with their defaults. `database_url` None: a file in the user's data folder."""

    limits: Limits = field(default_factory=Limits)
    thresholds: Thresholds = field(default_factory=Thresholds)
    checks: CheckSettings = field(default_factory=CheckSettings)
    links: LinkSettings = field(default_factory=LinkSettings)
    pages: PageSettings = field(default_factory=PageSettings)
    # Units of which the latest value counts, not the sum (docs/adr/0003).
    level_units: frozenset[str] = frozenset({"ร้อยละ", "ช่องทาง"})
    database_url: str | None = None
    data_dir: str | None = None
    author: str = ""
    # Who signs the report where nobody else is named: role, name, post.
    signers: tuple[tuple[str, str, str], ...] = ()

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> "Settings":
        """ITA_DATABASE_URL, ITA_DATA_DIR, ITA_AUTHOR, ITA_SIGNERS, and ITA_LIMIT_… /
        ITA_THRESHOLD_… / ITA_CHECK_… / ITA_LINK_… / ITA_PAGE_….

        Raises WrongSetting with the variable's name where a number does not read as one.
        """
        return cls(
            limits=_numbers(Limits(), environ, "ITA_LIMIT_"),
            thresholds=_numbers(Thresholds(), environ, "ITA_THRESHOLD_"),
            checks=_numbers(CheckSettings(), environ, "ITA_CHECK_"),
            links=_numbers(LinkSettings(), environ, "ITA_LINK_"),
            pages=_numbers(PageSettings(), environ, "ITA_PAGE_"),
            database_url=environ.get("ITA_DATABASE_URL") or None,
            data_dir=environ.get("ITA_DATA_DIR") or None,
            author=environ.get("ITA_AUTHOR", ""),
            signers=_signers(environ.get("ITA_SIGNERS", "")),
        )


def _signers(text: str) -> tuple[tuple[str, str, str], ...]:
    """ "ผู้รายงาน|สมใจ|นิติกร; ผู้รับรองรายงาน||ปลัดเทศบาล": role, name and post of each."""
    lines = (f"{line}||".split("|") for line in text.split(";") if line.strip())
    return tuple((role.strip(), name.strip(), post.strip()) for role, name, post, *_ in lines)


def _numbers(defaults: Any, environ: Mapping[str, str], prefix: str) -> Any:
    """The dataclass with each number that the environment names replaced."""
    changes = {}
    for spec in fields(defaults):
        variable = prefix + spec.name.upper()
        if text := environ.get(variable):
            kind = type(getattr(defaults, spec.name))
            try:
                changes[spec.name] = _SWITCH[text] if kind is bool else kind(text)
            except (ValueError, KeyError) as error:
                raise WrongSetting("wrong-setting", _WRONG.format(variable, text)) from error
    return replace(defaults, **changes)
