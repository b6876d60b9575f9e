"""The commands that write a file: what they write, and what they say when they cannot."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from ita_data import cli, cli_chosen, cli_console, cli_export
from ita_data.model import Report
from ita_data.reading import load
from sample_data import files

pytestmark = pytest.mark.filterwarnings("ignore:.*xtension is not supported:UserWarning")


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The sample's csv on disk; read in this process (workers are tested with the worker)."""
    monkeypatch.setattr(cli_console, "read_safely", lambda name, data, *_: load(name, data))
    path = tmp_path / "report.csv"
    path.write_bytes(files.as_csv())
    return str(path)


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("export", "a.xlsx"), ("template", "a.xlsx"), ("mark", "a.xlsx"), ("report", "a.docx"),
        ("memo", "a.docx"), ("publish", "a.html"), ("calendar", "a.ics"), ("brief", "a.pdf"),
    ],
)  # fmt: skip
def test_the_file_that_is_read_is_never_written_over(
    command: str, name: str, sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, alias = tmp_path / name, tmp_path / f"alias{Path(name).suffix}"
    Path(sample).rename(source)
    before = source.read_bytes()
    alias.symlink_to(source)
    for target in (source, alias):
        assert cli.main([command, str(source), "--to", str(target)]) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.startswith(f"ไม่ได้เขียนทับ {target} เพราะเป็นไฟล์ที่กำลังอ่าน")
        assert source.read_bytes() == before


@pytest.mark.parametrize(("digits", "year"), [("thai", "พ.ศ. ๒๕๖๙"), ("arabic", "พ.ศ. 2569")])
def test_report_writes_the_page(sample: str, tmp_path: Path, digits: str, year: str) -> None:
    target = tmp_path / "x.html"
    assert cli.main(["report", sample, "--to", str(target), "--digits", digits]) == 0
    page = target.read_text(encoding="utf-8")
    assert page.count("<tr>") == 8
    assert f"ปีงบประมาณ {year}" in page


def test_report_writes_a_pdf_with_who_signs(sample: str, tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    command = ["report", sample, "--to", str(target), "--digits", "thai"]
    assert cli.main([*command, "--sign", "ผู้รายงาน", "สมใจ ตัวอย่าง", "นิติกร"]) == 0
    texts = [page.extract_text() for page in PdfReader(target).pages]
    assert "๒๕๖๙" in texts[0]
    assert "สมใจ ตัวอย่าง" in texts[-1]


def test_report_writes_a_word_file_that_reads_back(sample: str, tmp_path: Path) -> None:
    target = tmp_path / "x.docx"
    assert cli.main(["report", sample, "--to", str(target)]) == 0
    again = load("x.docx", target.read_bytes()).report
    before = load("x.csv", files.as_csv()).report
    assert [m.steps for m in again.measures] == [m.steps for m in before.measures]


@pytest.mark.parametrize(
    ("command", "target", "begins"),
    [
        ("brief", "x.pdf", b"%PDF"),
        ("memo", "x.docx", b"PK"),
        ("publish", "x.html", b"<!DOCTYPE html>"),
        ("calendar", "x.ics", b"BEGIN:VCALENDAR"),
    ],
)
def test_what_is_made_of_the_report(
    sample: str, tmp_path: Path, command: str, target: str, begins: bytes
) -> None:
    assert cli.main([command, sample, "--to", str(tmp_path / target)]) == 0
    assert (tmp_path / target).read_bytes().startswith(begins)


def test_the_memo_of_the_half_year_stands_on_its_day(sample: str, tmp_path: Path) -> None:
    target = tmp_path / "x.docx"
    assert cli.main(["memo", sample, "--to", str(target), "--half-year"]) == 0
    said = "\n".join(paragraph.text for paragraph in docx.Document(str(target)).paragraphs)
    assert "รอบ ๖ เดือน (๑ ตุลาคม ๒๕๖๘ – ๓๑ มีนาคม ๒๕๖๙)" in said
    assert "ณ วันที่ ๓๑ มี.ค. ๒๕๖๙" in said


def test_an_emblem_that_is_no_picture_is_one_sentence(
    sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "x.pdf"
    assert cli.main(["report", sample, "--to", str(target), "--emblem", sample]) == 2
    assert "โปรดใช้ภาพ PNG หรือ JPEG" in capsys.readouterr().err
    assert not target.exists()


def test_export_writes_a_workbook_that_reads_back(sample: str, tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    assert cli.main(["export", sample, "--to", str(target)]) == 0
    again = load("x.xlsx", target.read_bytes()).report
    before = load("x.csv", files.as_csv()).report
    assert [m.steps for m in again.measures] == [m.steps for m in before.measures]
    indicators = openpyxl.load_workbook(target)["ตัวชี้วัด"]
    assert indicators.max_row > 15


@pytest.mark.parametrize(
    ("command", "target", "told"),
    [
        ("report", "x.txt", "โปรดใช้ชื่อที่ลงท้ายด้วย .html หรือ .pdf หรือ .docx"),
        ("export", "x.xls", "โปรดใช้ชื่อที่ลงท้ายด้วย .xlsx"),
        ("memo", "x.pdf", "โปรดใช้ชื่อที่ลงท้ายด้วย .docx"),
        ("calendar", "x.txt", "โปรดใช้ชื่อที่ลงท้ายด้วย .ics"),
    ],
)
def test_a_form_it_cannot_write_is_one_sentence(
    sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    command: str, target: str, told: str,
) -> None:  # fmt: skip
    assert cli.main([command, sample, "--to", str(tmp_path / target)]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert told in said.err
    assert not (tmp_path / target).exists()


@pytest.mark.parametrize(
    ("command", "ending"),
    [("report", ".pdf"), *((name, ending) for name, _, ending, _ in cli_export.MADE)],
)
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ก,ข,ค\n1,อบรม,3\n2,ประชุม,4\n", "ไม่พบหัวตารางที่รู้จัก"),
        ("ขอส่งรายงาน\n", "ไม่พบมาตรการในไฟล์นี้"),
    ],
)
def test_a_file_without_measures_is_one_sentence(
    sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    command: str, ending: str, text: str, told: str,
) -> None:  # fmt: skip
    Path(sample).write_text(text, encoding="utf-8")
    target = tmp_path / f"x{ending}"
    assert cli.main([command, sample, "--to", str(target)]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert told in said.err
    assert not target.exists()


def test_a_place_it_cannot_write_to_is_one_sentence(
    sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "no folder" / "x.html"
    assert cli.main(["report", sample, "--to", str(target)]) == 2
    assert "โปรดตรวจสอบโฟลเดอร์ปลายทาง" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_writes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "x.html"
    command = [sys.executable, "-m", "ita_data", "report", "none.xlsx", "--to", str(target)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr.count(b"\n"), target.exists()) == (2, 1, False)


@pytest.mark.parametrize(
    ("fiscal_year", "day"),
    [(2568, date(2025, 9, 30)), (2569, date(2026, 1, 15)), (None, date(2026, 1, 15))],
)
def test_the_day_is_today_within_the_report_s_year(fiscal_year: int | None, day: date) -> None:
    assert cli_chosen._day_of(Report(fiscal_year=fiscal_year), date(2026, 1, 15)) == day
