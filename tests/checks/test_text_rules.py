"""Details of the rules that read prose: what counts as a promise, as told, as a contradiction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.checks import findings_of, run
from ita_data.checks.amounts import AmountsContradict
from ita_data.checks.examples import a_measure, a_report
from ita_data.checks.promised import untold_cadences, untold_documents
from ita_data.evidence import host_of
from ita_data.model import Evidence

LETTERS = "กจดทำแผนรายงาน 0123๑%.,<>/\n\u200bครั้งช่องทาง"
OTHER = "ติดตั้งพัดลม 6 เครื่องที่จุดพักคอย ประชาชนนั่งรอได้สบายขึ้นกว่าปีก่อนมาก"


@pytest.mark.parametrize(
    ("steps", "output", "untold"),
    [
        ("จัดทำแผนการจัดหาพัสดุ แผนการซ่อมรถยนต์พร้อมแจ้งกอง", OTHER, ["แผนการจัดหาพัสดุ"]),
        ("จัดทำ คู่ มือการรับชำระภาษี", OTHER, ["คู่ มือการรับชำระภาษี"]),
        ("จัดทำรายงานผลการใช้น้ำมันประจำเดือน", OTHER, ["รายงานผลการใช้น้ำมัน"]),
        ("จัดทำและเผยแพร่คู่มือการขอเลขที่บ้าน", OTHER, ["คู่มือการขอเลขที่บ้าน"]),
        ("ออกคำสั่งแบ่งงานภายในสำนัก", OTHER, ["คำสั่งแบ่งงานภายในสำนัก"]),
        ("จัดทำแผนการจัดหาพัสดุ", OTHER + " ตามแผนจำนวน 1 ฉบับ", []),
        ("จัดทำแผนการจัดหาพัสดุ", OTHER + " และจัดหาพัสดุแล้ว", []),
        ("จัดทำแผนการจัดหาพัสดุ", "ยังไม่ได้จัดทำ เนื่องจากอยู่ระหว่างรออนุมัติ", []),
        ("ศึกษาแผนการจัดหาพัสดุของปีก่อน", OTHER, []),
        ("จัดทำแผนงาน และแจ้งทุกกอง", OTHER, []),
        ("จัดทำป้ายบอกทาง", OTHER, []),
        ("", OTHER, []),
    ],
)
def test_documents_that_the_result_leaves_out(steps: str, output: str, untold: list[str]) -> None:
    promises = untold_documents(a_measure(steps=steps, output=output), 0.6)
    assert [promise.words for promise in promises] == untold
    assert all(" ".join(steps[p.start : p.end].split()) == p.words for p in promises)


@pytest.mark.parametrize(
    ("steps", "output", "untold"),
    [
        ("ประชุมติดตามทุก 3 เดือน", OTHER, ["ทุก 3 เดือน"]),
        ("ลงพื้นที่สัปดาห์ละ 1 ครั้ง", OTHER, ["สัปดาห์ละ 1 ครั้ง"]),
        ("ตรวจสอบปีละ 2 ครั้ง", OTHER, ["ปีละ 2 ครั้ง"]),
        ("ตรวจสอบปีละ 1 ครั้ง", OTHER, []),
        ("ประชุมติดตามทุก 3 เดือน", OTHER + " ประชุมแล้ว 4 ครั้ง", []),
        ("ประชุมติดตามทุก 3 เดือน", OTHER + " ประชุมเมื่อ ม.ค. และ เม.ย.", []),
        ("จัดอบรม 2 ครั้ง", OTHER, []),
        (
            "1. ประกาศหลักเกณฑ์ 1 ครั้ง/ปี\n2. อบรมจริยธรรมครูผู้ดูแลเด็กทุก 2 เดือน\n3. สรุปคำขอไตรมาสละ 1 ครั้ง",
            "1. ประกาศหลักเกณฑ์แล้ว 1 ครั้ง\n2. สรุปคำขอส่งผู้บริหารแล้ว จำนวน 4 ครั้ง",
            ["ทุก 2 เดือน"],
        ),
    ],
)
def test_cadences_that_the_result_leaves_out(steps: str, output: str, untold: list[str]) -> None:
    promises = untold_cadences(a_measure(steps=steps, output=output), 0.6)
    assert [promise.words for promise in promises] == untold


def test_amounts_of_cells_that_were_joined_do_not_contradict() -> None:
    said = {"output": "อบรมพนักงานแล้ว 1 ครั้ง\nอบรมพนักงานแล้ว 2 ครั้ง"}
    place = a_measure().cells["output"][0]
    joined = a_measure(**said, cells={"output": (place, place)})
    rule = AmountsContradict()
    assert [f.code for f in rule.check(a_report(a_measure(**said)))] == ["amounts-contradict"]
    assert list(rule.check(a_report(joined))) == []


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.donkaewsai.example/ita?x=1", "www.donkaewsai.example"),
        ("HTTP://DonKaewSai.Example:8080", "donkaewsai.example"),
        ("https://donkaewsai.example@evil.example/", "evil.example"),
        ("https://ดอนแก้วใส.example/", "xn--12c1bp1dpo5lsa6c.example"),
        ("https://[::1]/a", "[::1]"),
        ("ftp://donkaewsai.example/a", None),
        ("www.donkaewsai.example", None),
        ("แฟ้มหน้า 3", None),
        ("https://", None),
        ("", None),
    ],
)
def test_the_host_of_an_address(address: str, host: str | None) -> None:
    assert host_of(address) == host


@given(
    st.lists(st.lists(st.text(alphabet=LETTERS, max_size=80), min_size=4, max_size=4), max_size=4)
)
def test_no_text_breaks_a_rule(texts: list[list[str]]) -> None:
    measures = [
        a_measure(n, steps=steps, output=said, outcome=then, evidence=(Evidence(address=link),))
        for n, (steps, said, then, link) in enumerate(texts, start=1)
    ]
    for finding in findings_of(run(a_report(*measures)), ()):
        for passage in finding.passages:
            assert all(0 <= s < e <= len(passage.text) for s, e in passage.spans)
