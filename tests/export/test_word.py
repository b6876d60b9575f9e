"""The Word files: what they read back to, and what Word needs to draw Thai right."""

import io
import re
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.export.official import COLUMNS, Signature, official_report
from ita_data.export.standing import Standing
from ita_data.export.word import memo_docx, official_docx
from ita_data.export.word.memo import executive
from ita_data.model import Measure
from ita_data.reading import load
from ita_data.thai import squash
from sample_data import files
from tests.export.records import measure, report
from tests.export.test_reading_back import ROWS, TITLES, _read, said
from tests.export.tracked import progress_of, tracked

HOSTILE = "<w:p/> ]]> &amp; &lt;b&gt; \"a\" 'b' {0} %s =1+1"


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(f"word/{name}.xml").decode()


@pytest.mark.parametrize("made", [files.as_xlsx, files.as_csv, files.as_docx])
def test_the_sample_comes_back(made: object) -> None:
    before = load("report", made()).report  # type: ignore[operator]
    assert said(load("x.docx", official_docx(before)).report) == said(before)


def test_the_seed_comes_back(seed_bytes: bytes) -> None:
    before = load("report", seed_bytes).report
    assert said(load("x.docx", official_docx(before)).report) == said(before)


@settings(max_examples=25)
@given(TITLES, st.lists(ROWS, min_size=1, max_size=4))
def test_any_report_comes_back(titles: tuple[str, ...], rows: list[dict[str, str]]) -> None:
    """Its seven columns; the others are no part of the official form."""
    before = _read(titles, rows, ())
    after = load("x.docx", official_docx(before)).report
    assert [_columns(m) for m in after.measures] == [_columns(m) for m in before.measures]


def _columns(of: Measure) -> dict[str, str]:
    return {column: of.text_of(column) for column in COLUMNS}


def test_measures_come_back_from_above_who_signs() -> None:
    signed = (Signature(role="ผู้รายงาน"), Signature(name="สมใจ ตัวอย่าง", post="ปลัดเทศบาล"))
    before = report(measure(1), measure(2))
    after = load("x.docx", official_docx(before, signatures=signed)).report
    assert [(m.title, m.outcome) for m in after.measures] == [
        (m.title, m.outcome) for m in before.measures
    ]


def test_text_stays_text() -> None:
    words = dict.fromkeys(COLUMNS[1:], HOSTILE)
    made = docx.Document(io.BytesIO(official_docx(report(measure(1, **words), agency=HOSTILE))))
    assert [cell.text for cell in made.tables[0].rows[1].cells[1:]] == [HOSTILE] * 6
    assert made.paragraphs[2].text.startswith(HOSTILE)


def test_300_measures_and_600_phrases_lose_nothing() -> None:
    phrases = "\n".join(f"ลำดับงาน {i} ปลูกต้นไม้" for i in range(600))
    many = report(
        *(measure(i, outcome=f"จบที่ {i}") for i in range(1, 301)), measure(301, steps=phrases)
    )
    table = docx.Document(io.BytesIO(official_docx(many))).tables[0]
    rows = [tuple(cell.text for cell in row.cells) for row in table.rows]
    assert rows[1:] == list(official_report(many, digits=None).rows)


def test_thai_letters_have_their_own_font_size_and_bold() -> None:
    data = official_docx(report())
    body, styles = part(data, "document"), part(data, "styles")
    runs = re.findall(r"<w:r>.*?</w:r>", body)
    assert all('w:cs="TH SarabunPSK"' in run and "<w:szCs " in run for run in runs)
    assert all('w:bidi="th-TH"' in run for run in runs)
    assert body.count("<w:b/>") == body.count("<w:bCs/>") == 3 + 7
    normal = re.search(r'<w:style [^>]*w:styleId="Normal".*?</w:style>', styles, re.DOTALL)
    defaults = re.search(r"<w:docDefaults>.*?</w:docDefaults>", styles, re.DOTALL)
    for properties in (normal, defaults):
        assert properties
        assert 'w:cs="TH SarabunPSK"' in properties[0]
        assert "heme=" not in properties[0].lower()
    assert '<w:altName w:val="Sarabun"/>' in part(data, "fontTable")


def test_the_header_repeats_and_rows_may_break() -> None:
    body = part(official_docx(report(measure(1), measure(2))), "document")
    assert body.count("<w:tblHeader/>") == body.count("<w:cantSplit/>") == 1
    assert 'w:orient="landscape"' in body


@pytest.mark.parametrize(
    ("digits", "year", "fields"),
    [("thai", "พ.ศ. ๒๕๖๙", ["PAGE"]), ("arabic", "พ.ศ. 2569", ["PAGE", "NUMPAGES"])],
)
def test_digits_on_the_paper(digits: str, year: str, fields: list[str]) -> None:
    data = official_docx(report(), digits=digits)  # type: ignore[arg-type]
    made = docx.Document(io.BytesIO(data))
    assert made.paragraphs[1].text == f"ปีงบประมาณ {year}"
    footer = made.sections[0].footer._element.xml
    assert re.findall(r'w:instr=" (\w+) "', footer) == fields
    assert ('w:fmt="thaiNumbers"' in part(data, "document")) is (digits == "thai")


def test_the_memo_says_what_stands_where() -> None:
    record = tracked()
    facts = Standing(record, progress_of(record)).facts()
    made = docx.Document(io.BytesIO(memo_docx(record.report, facts, day=date(2026, 4, 1))))
    lines = [paragraph.text for paragraph in made.paragraphs if paragraph.text]
    assert lines[0] == "บันทึกข้อความ"
    assert lines[2].endswith("วันที่  ๑ เมษายน ๒๕๖๙")
    assert lines[3].endswith("ประจำปีงบประมาณ พ.ศ. ๒๕๖๙")
    assert lines[4] == "เรียน  นายกเทศมนตรีตำบลดอนแก้วใส"
    assert "จำนวน ๓ มาตรการ" in lines[5]
    assert lines[7].startswith("๑. ความก้าวหน้าเฉลี่ยของตัวชี้วัดที่มีเป้าหมาย ณ วันที่ ๓๑ มี.ค. ๒๕๖๙ ตามรายงาน")
    assert lines[9] == ("๓. ล่าช้าและเกินกำหนด ๑ เรื่อง: มาตรการที่ ๒ สรุปผล (กองคลัง ตั้งแต่ ๓๑ ม.ค. ๒๕๖๙)")
    assert lines[10] == "๔. สถานะที่เจ้าหน้าที่กำหนดเอง ๑ ตัวชี้วัด: มาตรการที่ ๑ คู่มือ"


def test_the_memo_of_the_half_year_names_its_round() -> None:
    data = memo_docx(tracked().report, (), half_year=True)
    made = docx.Document(io.BytesIO(data))
    lines = [paragraph.text for paragraph in made.paragraphs if paragraph.text]
    named = "รอบ ๖ เดือน (๑ ตุลาคม ๒๕๖๘ – ๓๑ มีนาคม ๒๕๖๙)"
    assert lines[3].endswith(f"ประจำปีงบประมาณ พ.ศ. ๒๕๖๙ {named}")
    assert f"ตามมาตรการดังกล่าว {named} เรียบร้อยแล้ว" in lines[6]


@pytest.mark.parametrize(
    ("agency", "post"),
    [
        ("องค์การบริหารส่วนตำบลทุ่งฝัน", "นายกองค์การบริหารส่วนตำบลทุ่งฝัน"),
        ("เทศบาลนครสมมติ", "นายกเทศมนตรีนครสมมติ"),
        ("โรงพยาบาลสมมติ", "หัวหน้าส่วนราชการ"),
        ("", "หัวหน้าส่วนราชการ"),
    ],
)
def test_the_memo_is_for_the_head_of_the_agency(agency: str, post: str) -> None:
    assert executive(agency) == post


def test_libreoffice_shows_every_word(tmp_path: Path) -> None:
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        pytest.skip("LibreOffice or pdftotext is not on this machine")
    source = tmp_path / "report.docx"
    source.write_bytes(official_docx(report(*(measure(i) for i in range(1, 30)))))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    done = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "report.pdf"), "-"], capture_output=True, check=True
    )
    text = squash(done.stdout.decode())
    pages = done.stdout.count(b"\f")
    assert pages > 1
    assert text.count(squash("(output)")) == pages
    assert text.count("68") == 29
