"""What is told of a link: its year as a hint, its state in words."""

from datetime import UTC, datetime
from typing import Any

import pytest

from ita_data.evidence import is_link, is_public, link_words, year_hint, year_words
from ita_data.evidence.words import STATE_WORDS, WHY_WORDS
from ita_data.evidence.years import years_in
from ita_data.model import LinkCheck, LinkState

AT = datetime(2025, 11, 22, 9, 0, tzinfo=UTC)


def look(state: LinkState = LinkState.PUBLIC, **said: Any) -> LinkCheck:
    return LinkCheck(address="https://www.donkaewsai.example/1", state=state, at=AT, **said)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("/ita/2568/o25.pdf", (2568,)),
        ("/uploads/2025/01/plan.pdf", (2568,)),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๗", (2567,)),
        ("report-20250131.pdf", (2568,)),
        ("report-256801.pdf", (2568,)),
        ("id=125681 tel 0-2568-1234567 max 2999", (2568,)),
        ("12568 25680 2006 2600", ()),
        ("", ()),
    ],
)
def test_years_in_a_text(text: str, years: tuple[int, ...]) -> None:
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ({"years": (2568,)}, "same"),
        ({"years": (2560, 2568)}, "same"),
        ({"text_years": (2540, 2568)}, "same"),
        ({"years": (2567,)}, "unknown"),  # a fiscal year begins in the year before
        ({"years": (2569,)}, "unknown"),  # and is reported in the year after
        ({"years": (2566,)}, "other"),
        ({"text_years": (2560,)}, "unknown"),  # a text names years of laws and of others
        ({}, "unknown"),
        ({"years": (2566,), "state": LinkState.MISSING}, "unknown"),
    ],
)
def test_the_year_is_a_hint(said: dict[str, Any], hint: str) -> None:
    assert year_hint(look(**said), 2568) == hint
    assert year_hint(look(**said), None) == "unknown"


def test_what_is_told_of_a_link() -> None:
    assert link_words(look(LinkState.MISSING, status=404)) == "ไม่พบหน้านี้บนเว็บไซต์แล้ว (404)"
    assert link_words(look(LinkState.SILENT, why="another")) == "เว็บไซต์ไม่ตอบ"
    assert link_words(look(LinkState.SILENT, why="slow")) == "เว็บไซต์ไม่ตอบ: รอคำตอบนานเกินกำหนด"
    assert link_words(look(status=200)) == "เปิดได้"
    assert (
        link_words(look(LinkState.LOGIN, status=200, landed="https://accounts.google.com/x"))
        == "ต้องเข้าสู่ระบบหรือขอสิทธิ์ก่อนจึงเปิดได้ ส่งต่อไปที่ accounts.google.com"
    )
    assert year_words(look(years=(2565, 2566)), 2568) == (
        "ในลิงก์หรือชื่อหน้าพบปี 2565, 2566 จึงอาจไม่ใช่ของปีงบประมาณ 2568"
    )


def test_every_state_has_words() -> None:
    assert set(STATE_WORDS) == set(LinkState)
    for why in WHY_WORDS:
        assert link_words(look(LinkState.SILENT, why=why)).endswith(WHY_WORDS[why])


OPEN = "8.8.8.8 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808"
CLOSED = """
127.0.0.1 10.1.1.1 172.16.0.1 192.168.1.1 100.64.0.1 169.254.169.254 192.0.0.192 168.63.129.16
0.0.0.0 224.0.0.1 240.0.0.1 255.255.255.255 198.18.0.1 203.0.113.5
:: ::1 ::127.0.0.1 ::ffff:10.0.0.1 fe80::1%eth0 fd00:ec2::254 ff02::1 2001:db8::1 64:ff9b::a00:1
2002:7f00:1:: fec0::1 feff::1 none
"""


@pytest.mark.parametrize(
    ("address", "public"),
    [*((one, True) for one in OPEN.split()), *((one, False) for one in CLOSED.split())],
)
def test_the_open_internet(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://donkaewsai.example/ita/2568?id=1#top", True),
        (" http://donkaewsai.example ", True),
        ("HTTPS://donkaewsai.example:8443/ก", True),
        ("donkaewsai.example", False),
        ("ftp://donkaewsai.example", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https:///path", False),
        ("https://donkaewsai.example/a b", False),
        ("https://.example", False),
        ("https://:80", False),
    ],
)
def test_a_link_is_an_http_address(text: str, link: bool) -> None:
    assert is_link(text) is link
