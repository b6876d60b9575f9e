"""The commands that write a file, of a stored version instead of a file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from ita_data.cli import main
from ita_data.reading import load
from ita_data.settings import Settings
from ita_data.store import Store
from ita_data.thai import squash
from tests.export.tracked import tracked

pytestmark = pytest.mark.filterwarnings("ignore:.*xtension is not supported:UserWarning")
AGENCY = "เทศบาลตำบลดอนแก้วใส"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store of the environment's, in a folder where the commands run."""
    monkeypatch.setenv("ITA_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("ITA_DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)
    clock = iter(datetime(2026, 3, day, 2, 30, tzinfo=UTC) for day in range(1, 31))
    with Store.open(Settings(data_dir=str(tmp_path)), clock=lambda: next(clock)) as opened:
        yield opened


def save(store: Store, title: str = "มาตรการที่ 1", **report: object) -> None:
    """A version whose first measure has that title."""
    record = tracked()
    first = replace(record.report.measures[0], title=title)
    of = replace(record.report, measures=(first, *record.report.measures[1:]), **report)
    store.save(replace(record, report=of), author="สมใจ", reason=f"ตั้งชื่อ {title}")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(arguments)
    return code, capsys.readouterr().err


@pytest.mark.parametrize(("version", "title"), [("1", "ชื่อเดิม"), ("2", "ชื่อใหม่"), (None, "ชื่อใหม่")])
def test_the_newest_or_any_version_is_printed(
    store: Store, version: str | None, title: str
) -> None:
    save(store, "ชื่อเดิม")
    save(store, "ชื่อใหม่")
    named = [] if version is None else ["--version", version]
    assert main(["report", "--to", "x.docx", *named]) == 0
    report = load("x.docx", Path("x.docx").read_bytes()).report
    assert [m.title for m in report.measures] == [title, "มาตรการที่ 2", "มาตรการที่ 3"]


@pytest.mark.parametrize(
    ("command", "target"),
    [("report", "x.html"), ("export", "x.xlsx"), ("brief", "x.pdf"), ("memo", "x.docx"),
     ("publish", "x.html"), ("calendar", "x.ics")],
)  # fmt: skip
def test_every_output_is_made_of_a_version(store: Store, command: str, target: str) -> None:
    save(store)
    save(store, agency="เทศบาลตำบลอื่น")
    named = ["--agency", "เทศบาล ตำบลอื่น", "--year", "2569", "--version", "1"]
    assert main([command, "--to", target, *named]) == 0
    data = Path(target).read_bytes()
    if target.endswith((".html", ".ics")):
        assert "เทศบาลตำบลอื่น" in data.decode().replace("\r\n ", "")
        assert AGENCY not in data.decode()
    assert len(data) > (1_000 if command != "calendar" else 150)  # its days may all be past


def test_the_summary_tells_what_every_version_changed(store: Store) -> None:
    save(store, "ชื่อเดิม")
    save(store, "ชื่อใหม่")
    save(store, "ชื่อสุดท้าย")
    assert main(["export", "--to", "x.xlsx", "--version", "2"]) == 0
    sheet = openpyxl.load_workbook("x.xlsx")["ประวัติการแก้ไข"]
    assert [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=4)] == [
        (2, datetime(2026, 3, 2, 9, 30), "สมใจ", "ตั้งชื่อ ชื่อใหม่",
         "มาตรการ 1: มาตรการ/โครงการ/กิจกรรม ชื่อเดิม → ชื่อใหม่"),
        (1, datetime(2026, 3, 1, 9, 30), "สมใจ", "ตั้งชื่อ ชื่อเดิม", "รุ่นแรก มี 3 มาตรการ 4 ตัวชี้วัด"),
    ]  # fmt: skip


def test_the_brief_names_its_version(store: Store) -> None:
    save(store)
    assert main(["brief", "--to", "x.pdf"]) == 0
    text = squash(PdfReader("x.pdf").pages[0].extract_text())
    assert squash("รุ่นที่ 1 เมื่อ 1 มี.ค. 2569 เวลา 09:30 น.") in text


def test_the_half_year_of_a_version(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    save(store)
    assert main(["report", "--half-year", "--to", "x.html"]) == 0
    page = Path("x.html").read_text(encoding="utf-8").replace("<wbr>", "")
    assert "รอบ 6 เดือน (1 ตุลาคม 2568 – 31 มีนาคม 2569)" in page
    # It was stored by then: its words speak of no later day.
    assert "ปลูกแล้ว จำนวน 3 ต้น" in page
    assert capsys.readouterr().out == "เขียน x.html แล้ว\n"


def test_who_signs_comes_from_the_settings(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    save(store)
    monkeypatch.setenv("ITA_SIGNERS", "ผู้รายงาน|สมใจ ตัวอย่าง|นิติกร; ผู้รับรองรายงาน")
    assert main(["report", "--to", "x.html"]) == 0
    page = Path("x.html").read_text(encoding="utf-8").replace("<wbr>", "")
    assert page.count('class="ita-signature"') == 2
    assert "( สมใจ ตัวอย่าง )<br>ตำแหน่ง นิติกร" in page


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--agency", "เทศบาลตำบลไม่มี"],
         f"ไม่พบรายงานที่เก็บไว้ตามที่ระบุ มีอยู่: {AGENCY} 2569; เทศบาลตำบลอื่น 2569; เทศบาลตำบลอื่น 2568"),
        (["--year", "2570"], "ไม่พบรายงานที่เก็บไว้ตามที่ระบุ"),
        ([], "มีรายงานที่เก็บไว้หลายฉบับ โปรดระบุ --agency และ --year"),
        (["--agency", "เทศบาลตำบลอื่น"], "มีรายงานที่เก็บไว้หลายฉบับ"),
        (["--agency", AGENCY, "--version", "3"],
         f"{AGENCY} ปีงบประมาณ 2569 ไม่มีรุ่นที่ 3 มีรุ่นที่ 1 ถึง 1"),
        (["--agency", AGENCY, "--version", "0"], "ไม่มีรุ่นที่ 0"),
        (["a.csv", "--year", "2569"], "ระบุไฟล์รายงาน หรือเลือกรุ่นที่เก็บไว้"),
    ],
)  # fmt: skip
def test_what_names_no_one_version_is_one_sentence(
    store: Store, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    save(store)
    save(store, agency="เทศบาลตำบลอื่น")
    save(store, agency="เทศบาลตำบลอื่น", fiscal_year=2568)
    code, words = said(capsys, "report", *arguments, "--to", "x.docx")
    assert (code, words.count("\n")) == (2, 1)
    assert told in words
    assert not Path("x.docx").exists()


def test_an_empty_store_says_how_to_begin(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    code, words = said(capsys, "export", "--to", "x.xlsx")
    assert code == 2
    assert words == "ยังไม่มีรายงานที่เก็บไว้ โปรดระบุไฟล์รายงาน หรือนำเข้าก่อนด้วยคำสั่ง import\n"
