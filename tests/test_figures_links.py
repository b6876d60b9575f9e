"""Evidence links as they are listed, and under a proof."""

from datetime import UTC, datetime
from typing import Any

from ita_data.evidence import linked_of
from ita_data.figures.links import link_lines, link_list
from ita_data.figures.measure import evidence_links
from ita_data.model import Evidence, LinkCheck, LinkState
from tests.app.agency import measure, tracked

AT = datetime(2025, 11, 22, 9, 0, tzinfo=UTC)
HOSTILE = "https://a.example/'\"><img src=x onerror=alert(1)>"


def look(address: str, state: LinkState = LinkState.PUBLIC, **said: Any) -> LinkCheck:
    return LinkCheck(address=address, state=state, at=AT, **said)


def test_what_is_to_be_mended_comes_first() -> None:
    addresses = [f"https://a.example/{at}" for at in range(5)]
    proofs = tuple(Evidence(address=address) for address in addresses)
    report = tracked(measures=(measure(2, evidence=proofs),))
    looks = [
        look(addresses[0], years=(2569,), status=200),
        look(addresses[2], LinkState.MISSING, status=404),
        look(addresses[3], years=(2560,), status=200),
        look(addresses[4], LinkState.UNKNOWN, why="busy"),
    ]
    linked = [one for one in linked_of(report) if one.address in addresses]
    lines = link_lines(
        linked, {one.address: one for one in looks}, report.report, "https://www.a.example/"
    )
    assert [(line.address[-1], line.sign, line.measures) for line in lines] == [
        ("2", "bad", "2"),
        ("3", "hint", "2"),
        ("1", "none", "2"),
        ("4", "none", "2"),
        ("0", "good", "2"),
    ]
    assert lines[1].hints == (
        ("อยู่บนเว็บไซต์ของหน่วยงาน", False),
        ("ในลิงก์หรือชื่อหน้าพบปี 2560 จึงอาจไม่ใช่ของปีงบประมาณ 2569", True),
    )
    assert "ไม่พบหน้านี้บนเว็บไซต์แล้ว (404) (ตรวจเมื่อ 22 พ.ย. 2568)" in link_list(lines)


def test_a_long_list_is_folded_and_addresses_stay_data() -> None:
    proofs = tuple(Evidence(address=f"{HOSTILE}{at}") for at in range(12))
    report = tracked(measures=(measure(1, evidence=proofs),))
    shown = link_list(link_lines(linked_of(report)[:12], {}, report.report, ""))
    assert "<summary>อีก 4 ลิงก์</summary>" in shown
    assert "<img" not in shown
    assert shown.count("ยังไม่ได้ตรวจ") == 12


def test_a_proof_says_when_it_was_opened() -> None:
    proof = Evidence(address="https://a.example/1", label="ประกาศ")
    seen = look(proof.address, LinkState.SILENT, why="slow")
    shown = evidence_links([proof], {proof.address: seen})
    assert shown == (
        '<a href="https://a.example/1" target="_blank" rel="noopener noreferrer">ประกาศ</a>'
        '<small class="ita-look bad">เว็บไซต์ไม่ตอบ: รอคำตอบนานเกินกำหนด (ตรวจเมื่อ 22 พ.ย. 2568)</small>'
    )
