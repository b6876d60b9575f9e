"""Drafts that wait: listed without being opened, kept for a time, known by no token."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from ita_data.settings import Settings
from ita_data.store import Store, schema
from tests.app import test_record as recording
from tests.app.agency import AGENCY
from tests.app.visitor import ONE, OTHER, html_of, opened

ABOUT = (
    '{"agency":"อบต.สมมติ","fiscal_year":2569,"file":"แผน 69.xlsx","size":7,"undecided":2}'.encode()
)
LISTED = "<b>แผน 69.xlsx</b> · อบต.สมมติ ปีงบประมาณ 2569 · 7 มาตรการ · รอยืนยัน 2 รายการ"
DAYS = "แบบร่างที่ไม่มีใครแก้ไขครบ {} วันจะถูกลบโดยอัตโนมัติ"


def leave(settings: Settings, days: int) -> None:
    """A draft of an import with its file, last changed so many days ago."""
    with Store.open(settings, clock=lambda: datetime.now(UTC) - timedelta(days=days)) as store:
        store.save_draft("import-file", "k", b"a file")
        store.save_draft("import", "k", b"of no record", "สมใจ", "name:สมใจ", ABOUT)


def test_a_list_of_drafts_opens_none(own_data: Settings, empty: Store) -> None:
    leave(own_data, days=1)
    assert LISTED in html_of(opened("upload"))


@pytest.mark.usefixtures("on_30_june")
def test_a_draft_of_before_is_listed_by_what_it_holds(reported: Store) -> None:
    page = recording.opened(ONE)
    recording.choose(page, "i4a")
    recording.type_result(page, "1")
    words = "ผลที่พิมพ์ไว้ยังไม่ได้บันทึก <b>1 รายการ</b>"
    assert words in html_of(recording.opened(ONE))
    key = reported.drafts("record")[0].key
    reported.change_draft("record", key, lambda draft: replace(draft, about=None))
    assert reported.drafts("record")[0].about is None
    assert words in html_of(recording.opened(ONE))


@pytest.mark.parametrize(
    ("said", "days", "listed", "told"),
    [("", 179, True, "180"), ("", 181, False, ""), ("30", 31, False, ""), ("0", 999, True, "")],
)
def test_a_draft_that_nobody_changes_is_dropped_with_its_file(
    own_data: Settings,
    empty: Store,
    monkeypatch: pytest.MonkeyPatch,
    said: str,
    days: int,
    listed: bool,
    told: str,
) -> None:
    monkeypatch.setenv("ITA_PAGE_DRAFT_DAYS", said)
    leave(own_data, days)
    shown = html_of(opened("upload"))
    assert (LISTED in shown, DAYS.format(told) in shown) == (listed, bool(told))
    kept = [len(empty.drafts(kind)) for kind in ("import", "import-file")]
    assert kept == [int(listed)] * 2


@pytest.mark.usefixtures("on_30_june")
def test_the_store_holds_no_token_of_a_browser(reported: Store) -> None:
    for browser, name in ((ONE, ""), (OTHER, "สมใจ")):
        page = recording.opened(browser)
        recording.choose(page, "i4a")
        recording.type_result(page, "1")
        if name:
            recording.field(page, "ผู้บันทึก").input(name).run()
    with reported._reading() as connection:
        rows = [connection.execute(select(table)).all() for table in schema.ALL]
    assert [word for word in (ONE, OTHER) if word in str(rows)] == []
    assert recording.field(recording.opened(OTHER), "ผู้บันทึก").value == "สมใจ"
    assert AGENCY in str(rows)


def test_the_cookie_keeps_to_https_where_the_page_came_by_it(empty: Store) -> None:
    said = f'"ita_browser={ONE}; path=/; max-age=34560000; samesite=lax"'
    secure = '(location.protocol === "https:" ? "; secure" : "")'
    assert f"document.cookie = {said} + {secure};" in html_of(opened("overview"))
