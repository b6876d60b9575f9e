"""What a command works on: a file, or a stored version of a report (the newest, or any)."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from ita_data.cli_console import load_measures
from ita_data.cli_store import with_store
from ita_data.clock import BANGKOK, time_words
from ita_data.dates import FISCAL_YEARS, fiscal_year_bounds
from ita_data.errors import Refusal
from ita_data.settings import Settings

if TYPE_CHECKING:
    from ita_data.export.excel.log_sheet import LoggedVersion
    from ita_data.findings import Finding
    from ita_data.model import LinkCheck, Report, TrackedReport
    from ita_data.store import ReportInfo, Store, Version, VersionInfo

BOTH = "ระบุไฟล์รายงาน หรือเลือกรุ่นที่เก็บไว้ด้วย --agency --year --version --db อย่างใดอย่างหนึ่ง"
NOTHING = "ยังไม่มีรายงานที่เก็บไว้ โปรดระบุไฟล์รายงาน หรือนำเข้าก่อนด้วยคำสั่ง import"
NO_SUCH = "ไม่พบรายงานที่เก็บไว้ตามที่ระบุ มีอยู่: {}"
SEVERAL = "มีรายงานที่เก็บไว้หลายฉบับ โปรดระบุ --agency และ --year มีอยู่: {}"
NO_VERSION = "{} ปีงบประมาณ {} ไม่มีรุ่นที่ {} มีรุ่นที่ 1 ถึง {}"
BAD_YEAR = (
    f"รายงานที่เก็บไว้นี้เป็นของปีงบประมาณ {{}} ซึ่งไม่ใช่ พ.ศ. {FISCAL_YEARS[0]} ถึง {FISCAL_YEARS[-1]} "
    "โปรดนำเข้าไฟล์รายงานใหม่ด้วยปีงบประมาณที่ถูกต้อง"
)
NO_MEASURES = "รุ่นที่เลือกยังไม่มีมาตรการ จึงยังไม่มีอะไรให้เขียน"
# How many reports one sentence names.
NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A report with its indicators and results, the day it is looked at, and what else is
    known of it, asked only when it is needed.

    `known_by`: the day it was there at the latest. `version_words` "": it is a file.
    """

    tracked: "TrackedReport"
    day: date
    known_by: date
    findings: "Callable[[], tuple[Finding, ...]]"
    log: "Callable[[], tuple[LoggedVersion, ...]]"
    version_words: str = ""

    @property
    def report(self) -> "Report":
        return self.tracked.report


def add_source(parser: argparse.ArgumentParser) -> None:
    """FILE, or the options that name a stored version."""
    parser.add_argument("file", metavar="FILE", nargs="?", help="ไฟล์รายงาน หากไม่ระบุจะใช้รุ่นที่เก็บไว้")
    parser.add_argument("--agency", help="หน่วยงานของรุ่นที่เก็บไว้")
    parser.add_argument("--year", type=int, metavar="ปี พ.ศ.", help="ปีงบประมาณของรุ่นที่เก็บไว้")
    parser.add_argument("--version", type=int, metavar="N", help="รุ่นที่ หากไม่ระบุจะใช้รุ่นล่าสุด")
    parser.add_argument("--db", metavar="URL", help="ที่อยู่ฐานข้อมูล แทน ITA_DATABASE_URL")


def chosen(options: argparse.Namespace, settings: Settings) -> Chosen:
    """The file or version that the options name. Raises Refusal with what to do instead."""
    stored = (options.agency, options.year, options.version, options.db)
    if options.file is None:
        return _of_store(options, with_store(options, settings))
    if any(option is not None for option in stored):
        raise Refusal("both", BOTH)
    return _of_file(options.file, settings)


def _of_file(file: str, settings: Settings) -> Chosen:
    from ita_data.checking import check, tracked_of

    loaded = load_measures(file, settings)
    return Chosen(
        tracked=tracked_of(loaded),
        day=_day_of(loaded.report, _today()),
        known_by=_today(),
        findings=lambda: check(loaded, settings),
        log=lambda: (),
    )


def _of_store(options: argparse.Namespace, settings: Settings) -> Chosen:
    from ita_data.store import Store

    with Store.open(settings) as store:
        version = _version(store, options)
        looks = store.links(version.info.agency, version.info.fiscal_year)
    if version.info.fiscal_year not in FISCAL_YEARS:  # kept before such years were refused
        raise Refusal("bad-year", BAD_YEAR.format(version.info.fiscal_year))
    if not version.tracked.report.measures:
        raise Refusal("no-measures", NO_MEASURES)
    day = _day_of(version.tracked.report, _today())
    return Chosen(
        tracked=version.tracked,
        day=day,
        known_by=version.info.created_at.astimezone(BANGKOK).date(),
        findings=lambda: _findings(version, settings, looks, day),
        log=lambda: _log(version.info, settings),
        version_words=f"รุ่นที่ {version.info.number} เมื่อ {time_words(version.info.created_at)}",
    )


def _version(store: "Store", options: argparse.Namespace) -> "Version":
    report = _report(store.reports(), options)
    number = report.latest if options.version is None else options.version
    if not 1 <= number <= report.latest:
        words = NO_VERSION.format(report.agency, report.fiscal_year, number, report.latest)
        raise Refusal("missing", words)
    return store.version(report.agency, report.fiscal_year, number)


def _report(stored: "Sequence[ReportInfo]", options: argparse.Namespace) -> "ReportInfo":
    """The one report that the options mean; where there is one only, none need be given."""
    from ita_data.store import same_agency

    found = [
        report
        for report in stored
        if options.agency is None or same_agency(report.agency, options.agency)
        if options.year in (None, report.fiscal_year)
    ]
    if len(found) == 1:
        return found[0]
    if not stored:
        raise Refusal("nothing-stored", NOTHING)
    raise Refusal("which", (SEVERAL if found else NO_SUCH).format(_names(found or stored)))


def _names(reports: "Sequence[ReportInfo]") -> str:
    named = "; ".join(f"{one.agency} {one.fiscal_year}" for one in reports[:NAMED])
    more = len(reports) - NAMED
    return f"{named} และอีก {more:,} ฉบับ" if more > 0 else named


def _findings(
    version: "Version", settings: Settings, looks: "tuple[LinkCheck, ...]", day: date
) -> "tuple[Finding, ...]":
    from ita_data.progress import assess, unreported_since
    from ita_data.readiness import readiness_of
    from ita_data.tables import tables_of

    progress = assess(tables_of({"": version.tracked}, settings), day, settings)
    since = unreported_since(progress, "")
    found = readiness_of(version.tracked, version.findings, settings, looks, since)
    return tuple(one.finding for one in found.observed)


def _log(info: "VersionInfo", settings: Settings) -> "tuple[LoggedVersion, ...]":
    from ita_data.change_log import log_of
    from ita_data.store import Store

    with Store.open(settings) as store:
        return log_of(store, info, BANGKOK)


def _today() -> date:
    return datetime.now(BANGKOK).date()


def _day_of(report: "Report", today: date) -> date:
    """Today, and not later than the report's year goes."""
    try:
        return (
            min(today, fiscal_year_bounds(report.fiscal_year)[1]) if report.fiscal_year else today
        )
    except ValueError:  # a year beyond the calendar, which a file may well name
        return today
