"""The commands that write a file: the report, and what is made of it (Excel, brief, calendar …).

What they need is imported where it is used, so that the other commands start without it.
"""

import argparse
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_data.cli_chosen import Chosen, add_source, chosen
from ita_data.cli_console import bytes_of, refuse, say, write_file
from ita_data.clock import BANGKOK
from ita_data.dates import half_year_end
from ita_data.errors import Refusal
from ita_data.settings import Settings

if TYPE_CHECKING:
    from ita_data.dates import Digits
    from ita_data.export.official import Signature
    from ita_data.export.standing import Standing
    from ita_data.model import Report
    from ita_data.progress import Progress

ARABIC: "Digits" = "arabic"
# The forms a report can leave in, by the ending of the file's name.
REPORT_FORMS = (".html", ".htm", ".pdf", ".docx")
NO_YEAR = "รายงานนี้ไม่ระบุปีงบประมาณ จึงเขียนรอบ 6 เดือนไม่ได้"


def add_export_commands(commands: Any) -> None:
    """Add them to the parser of the command line."""
    report = _add(commands, "report", "เขียนรายงานตามแบบทางการ", "X.pdf|X.docx|X.html")
    _add_results(report)
    report.add_argument("--digits", choices=("thai", "arabic"), help="docx: ตามต้นฉบับหากไม่ระบุ")
    report.add_argument(
        "--sign", nargs=3, action="append", default=[], metavar=("ฐานะ", "ชื่อ", "ตำแหน่ง"),
        help="ผู้ลงนามท้ายรายงาน ใส่ได้หลายครั้ง ใช้ \"\" แทนส่วนที่จะเขียนด้วยมือ",
    )  # fmt: skip
    report.add_argument("--cover", action="store_true", help="มีปก สำหรับ .pdf และ .docx")
    report.set_defaults(command=_report)
    for name, words, ending, written in MADE:
        made = _add(commands, name, words, f"X{ending}")
        made.set_defaults(command=_made, ending=ending, written=written)
    _add_results(commands.choices["publish"])
    for name in ("report", "memo"):
        commands.choices[name].add_argument(
            "--half-year", action="store_true", help="รอบ 6 เดือน: ผลถึง 31 มีนาคม"
        )
        commands.choices[name].add_argument(
            "--emblem", metavar="IMAGE", help="ตราหน่วยงาน (PNG หรือ JPEG) สำหรับ .pdf และ .docx"
        )


def _add_results(parser: argparse.ArgumentParser) -> None:
    words = "ผลในรายงาน: ตามไฟล์ (ช่องที่ว่างใช้ผลที่บันทึก) หรือตามไฟล์และผลที่บันทึกไว้"
    parser.add_argument("--results", choices=("file", "recorded"), default="file", help=words)


def _add(commands: Any, name: str, words: str, target: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words)
    add_source(parser)
    parser.add_argument("--to", metavar=target, required=True)
    return parser


def _report(options: argparse.Namespace, settings: Settings) -> int:
    from ita_data.export.official import Signature

    ending = Path(options.to).suffix.lower()
    if ending not in REPORT_FORMS:
        known = " หรือ ".join(form for form in REPORT_FORMS if form != ".htm")
        return refuse(f"ไม่รู้จักชนิดของไฟล์ {options.to} โปรดใช้ชื่อที่ลงท้ายด้วย {known}")
    source = chosen(options, settings)
    printed = _half_year if options.half_year else _year
    report = printed(source, options, settings)
    signatures = tuple(
        Signature(role=role, name=name, post=post)
        for role, name, post in options.sign or settings.signers
    )
    return write_file(options.to, _written(report, ending, signatures, options, settings))


def _year(source: Chosen, options: argparse.Namespace, settings: Settings) -> "Report":
    if not source.tracked.has_recorded:
        return source.report
    from ita_data.export.recorded import with_recorded

    return with_recorded(source.tracked, _progress(source, settings), options.results)


def _half_year(source: Chosen, options: argparse.Namespace, settings: Settings) -> "Report":
    from ita_data.export.half_year import half_year_report, left_out, left_out_words

    day = _half_year_end(source)
    if words := left_out_words(left_out(source.tracked, day, source.known_by)):
        say(words)
    progress = _progress(source, settings, day)
    return half_year_report(source.tracked, progress, source.known_by, options.results)


def _half_year_end(source: Chosen) -> date:
    """Raises Refusal where the report names no year."""
    if source.report.fiscal_year is None:
        raise Refusal("no-year", NO_YEAR)
    return half_year_end(source.report.fiscal_year)


def _written(
    report: "Report",
    ending: str,
    signatures: "tuple[Signature, ...]",
    options: argparse.Namespace,
    settings: Settings,
) -> bytes:
    digits: Digits | None = options.digits
    paper: dict[str, Any] = {"signatures": signatures, "half_year": options.half_year}
    if ending.startswith(".htm"):
        from ita_data.export.html import report_page

        return report_page(report, digits=digits or ARABIC, **paper).encode()
    paper |= {"cover": options.cover, "emblem": _emblem(options, settings)}
    paper |= {"created": datetime.now(BANGKOK).date()}
    if ending == ".docx":
        from ita_data.export.word import official_docx

        return official_docx(report, digits=digits, **paper)
    from ita_data.export.pdf import official_pdf

    return official_pdf(report, digits=digits or ARABIC, **paper)


def _emblem(options: argparse.Namespace, settings: Settings) -> bytes | None:
    return bytes_of(Path(options.emblem), settings) if options.emblem else None


def _made(options: argparse.Namespace, settings: Settings) -> int:
    """What the report says (recorded where it holds results), as of today or its year's end."""
    if Path(options.to).suffix.lower() != options.ending:
        return refuse(f"เขียนไฟล์ {options.to} ไม่ได้ โปรดใช้ชื่อที่ลงท้ายด้วย {options.ending}")
    source = chosen(options, settings)
    return write_file(options.to, options.written(source, options, settings))


def _progress(source: Chosen, settings: Settings, day: date | None = None) -> "Progress":
    from ita_data.progress import assess
    from ita_data.tables import tables_of

    return assess(tables_of({"": source.tracked}, settings), day or source.day, settings)


def _standing(source: Chosen, settings: Settings, day: date | None = None) -> "Standing":
    from ita_data.export.standing import Standing

    return Standing(source.tracked, _progress(source, settings, day))


def _excel(source: Chosen, _: argparse.Namespace, settings: Settings) -> bytes:
    from ita_data.export.excel import summary_workbook

    return summary_workbook(
        source.tracked,
        _progress(source, settings),
        source.findings(),
        version_words=source.version_words,
        log=source.log(),
    )


def _memo(source: Chosen, options: argparse.Namespace, settings: Settings) -> bytes:
    from ita_data.export.word import memo_docx

    day = _half_year_end(source) if options.half_year else None
    return memo_docx(
        source.report,
        _standing(source, settings, day).facts(),
        half_year=options.half_year,
        emblem=_emblem(options, settings),
    )


def _calendar(source: Chosen, _: argparse.Namespace, settings: Settings) -> bytes:
    from ita_data.export.calendar import NO_DUES, calendar_ics, upcoming

    standing, today = _standing(source, settings), datetime.now(BANGKOK).date()
    if not upcoming(standing, today):
        say(f"{NO_DUES} ไฟล์ปฏิทินจึงว่าง")
    return calendar_ics(standing, today)


def _brief(source: Chosen, _: argparse.Namespace, settings: Settings) -> bytes:
    from ita_data.export.pdf.brief import brief_pdf

    return brief_pdf(_standing(source, settings), version_words=source.version_words)


def _publish(source: Chosen, options: argparse.Namespace, settings: Settings) -> bytes:
    from ita_data.export.publish import publish_page

    return publish_page(_standing(source, settings), results=options.results).encode()


Written = Callable[[Chosen, argparse.Namespace, Settings], bytes]
# Command, what it does, the ending of its file, and how it is written.
MADE: tuple[tuple[str, str, str, Written], ...] = (
    ("export", "เขียนสรุปเป็น Excel", ".xlsx", _excel),
    ("brief", "เขียนสรุปหนึ่งหน้าสำหรับผู้บริหาร", ".pdf", _brief),
    ("memo", "เขียนบันทึกข้อความนำส่งรายงาน", ".docx", _memo),
    ("publish", "เขียนหน้าเว็บหน้าเดียวสำหรับเผยแพร่", ".html", _publish),
    ("calendar", "เขียนกำหนดการเป็นไฟล์ปฏิทิน", ".ics", _calendar),
)
