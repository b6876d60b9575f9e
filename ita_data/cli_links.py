"""The command that opens evidence links: of a file, or of a report in the store.

What was seen of a stored report is kept there, and shown in ตรวจความพร้อม.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ita_data.cli_chosen import add_source, chosen
from ita_data.cli_console import OK, print_json, refuse, say
from ita_data.cli_store import with_store
from ita_data.clock import BANGKOK
from ita_data.settings import Settings

if TYPE_CHECKING:
    from ita_data.evidence import Linked
    from ita_data.links import LinkRun
    from ita_data.model import LinkCheck, Report, TrackedReport

FOUND_FAULTS = 1
LOOK_EVERY = 0.2  # seconds between two looks at how far it is
Keep = Callable[[tuple["LinkCheck", ...]], None]


def add_link_commands(commands: Any) -> None:
    """Add it to the parser of the command line."""
    links = commands.add_parser("links", help="เปิดดูลิงก์หลักฐานว่าคนทั่วไปเปิดได้หรือไม่ (ใช้อินเทอร์เน็ต)")
    add_source(links)
    links.add_argument("--format", choices=("text", "json"), default="text")
    links.set_defaults(command=_links)


def _links(options: argparse.Namespace, settings: Settings) -> int:
    tracked = chosen(options, settings).tracked
    if options.file is not None:
        return _told(tracked, settings, options.format, lambda _: None)
    return _of_stored(tracked, options, settings)


def _of_stored(tracked: "TrackedReport", options: argparse.Namespace, settings: Settings) -> int:
    from ita_data.store import Store

    with Store.open(with_store(options, settings)) as store:

        def keep(checks: tuple["LinkCheck", ...]) -> None:
            report = tracked.report
            if report.fiscal_year is not None:  # what is stored has one
                store.keep_links(report.agency, report.fiscal_year, checks)

        return _told(tracked, settings, options.format, keep)


def _told(tracked: "TrackedReport", settings: Settings, form: str, keep: Keep) -> int:
    from ita_data.evidence import OFFLINE, linked_of
    from ita_data.links import LinkRun
    from ita_data.model import LinkState

    linked = linked_of(tracked)
    addresses = [one.address for one in linked]
    run = LinkRun(addresses, settings.links, clock=lambda: datetime.now(BANGKOK), keep=keep)
    _until_done(run.start())
    if run.failed:
        return refuse("ตรวจลิงก์ไม่สำเร็จ โปรดลองอีกครั้ง")
    if run.offline:
        return refuse(OFFLINE)
    _print(linked, run.checks, tracked.report, settings, form)
    fine = (LinkState.PUBLIC, LinkState.UNKNOWN)
    return OK if all(check.state in fine for check in run.checks) else FOUND_FAULTS


def _until_done(run: "LinkRun") -> None:
    """Tells how far it is where a person looks on; Ctrl-C stops it and keeps what was seen."""
    try:
        while run.running:
            run.wait(LOOK_EVERY)
            if sys.stderr.isatty():
                sys.stderr.write(f"\rตรวจลิงก์ {run.done} จาก {run.total} ")
    except KeyboardInterrupt:
        run.cancel()
        run.wait()
    if sys.stderr.isatty():
        sys.stderr.write("\n")


def _print(
    linked: Sequence["Linked"],
    checks: Sequence["LinkCheck"],
    report: "Report",
    settings: Settings,
    form: str,
) -> None:
    from ita_data.evidence import link_words, own_words, year_words

    if form == "json":
        print_json(_json(linked, checks, report, settings))
        return
    for check in checks:
        hints = (
            own_words(check, settings.checks.domain),
            year_words(check, report.fiscal_year),
        )
        say(" · ".join((check.address, link_words(check), *(hint for hint in hints if hint))))
    if not checks:
        say("ไม่มีลิงก์หลักฐานในรายงานนี้")


def _json(
    linked: Sequence["Linked"],
    checks: Sequence["LinkCheck"],
    report: "Report",
    settings: Settings,
) -> list[dict[str, object]]:
    from ita_data.evidence import is_own, year_hint

    numbers = {measure.id: measure.number for measure in report.measures}
    measures = {one.address: [numbers.get(i) for i in one.measure_ids] for one in linked}
    return [
        {
            "address": check.address,
            "measures": measures[check.address],
            "state": check.state.value,
            "why": check.why or None,
            "status": check.status,
            "landed": check.landed or None,
            "own_domain": is_own(check, settings.checks.domain),
            "fiscal_year": year_hint(check, report.fiscal_year),
            "checked_at": check.at.isoformat(timespec="seconds"),
        }
        for check in checks
    ]
