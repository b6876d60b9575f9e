"""The due dates as a calendar: what stands in it, and that importing again makes no second one."""

from dataclasses import replace
from datetime import date

import icalendar
import pytest

from ita_data.export.calendar import calendar_ics, upcoming
from ita_data.export.standing import Standing
from ita_data.model import Indicator
from tests.export.records import measure, report
from tests.export.tracked import AS_OF, progress_of, tracked


def events(data: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def made(standing: Standing, since: date = AS_OF) -> bytes:
    return calendar_ics(standing, since)


def standing() -> Standing:
    record = tracked()
    return Standing(record, progress_of(record))


def test_every_due_date_that_is_not_covered() -> None:
    found = events(made(standing()))
    meetings = [e for e in found if e["summary"] == "1. ประชุม (กองช่าง)"]
    assert [e["dtstart"].dt for e in meetings] == [date(2026, 6, 30), date(2026, 9, 30)]
    assert [e["dtend"].dt for e in meetings] == [date(2026, 7, 1), date(2026, 10, 1)]
    monthly = [e["dtstart"].dt for e in found if e["summary"] == "2. สรุปผล (กองคลัง)"]
    assert (monthly[0], monthly[-1], len(monthly)) == (date(2026, 3, 31), date(2026, 9, 30), 7)


def test_nothing_of_before_the_day_of_the_file_and_no_reminder_of_the_past() -> None:
    found = events(made(standing(), date(2026, 6, 25)))
    assert min(event["dtstart"].dt for event in found) == date(2026, 6, 30)
    reminded = {event["dtstart"].dt: bool(event.walk("VALARM")) for event in found}
    assert reminded[date(2026, 6, 30)] is False
    assert reminded[date(2026, 7, 31)] is True
    on_the_day = {event["dtstart"].dt for event in events(made(standing(), date(2026, 6, 30)))}
    assert min(on_the_day) == date(2026, 6, 30)


def test_after_the_year_nothing_is_coming() -> None:
    assert upcoming(standing(), date(2026, 10, 1)) == []
    assert events(made(standing(), date(2026, 10, 1))) == []
    assert len(upcoming(standing(), AS_OF)) == len(events(made(standing())))


def test_an_event_says_what_and_whose() -> None:
    event = next(e for e in events(made(standing())) if "ประชุม" in e["summary"])
    assert event["description"] == "มาตรการที่ 1: มาตรการที่ 1\nผู้รับผิดชอบ: กองช่าง\nต้องได้รวม 3 ครั้ง"
    assert event["transp"] == "TRANSPARENT"
    (alarm,) = event.walk("VALARM")
    assert alarm["trigger"].to_ical() == b"-P7D"


def test_the_same_event_keeps_its_id() -> None:
    first = [event["uid"] for event in events(made(standing()))]
    record = tracked()
    again = events(made(Standing(record, progress_of(record, date(2026, 4, 15)))))
    assert len(set(first)) == len(first)
    assert {event["uid"] for event in again} <= set(first)
    other = tracked(report(measure(1), measure(2), measure(3), agency="เทศบาลตำบลอื่น"))
    others = {e["uid"] for e in events(made(Standing(other, progress_of(other))))}
    assert others & set(first) == set()


@pytest.mark.parametrize("name", ["A\r\nBEGIN:VEVENT", "ก;ข,ค\\ง", "x\x00\x0b", "", "😀" * 90])
def test_no_name_breaks_the_file(name: str) -> None:
    record = tracked()
    odd: Indicator = replace(record.indicators[0], name=name)
    record = replace(record, indicators=(odd, *record.indicators[1:]))
    data = made(Standing(record, progress_of(record)))
    assert len(events(data)) == len(events(made(standing())))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_a_report_without_due_dates_is_an_empty_calendar() -> None:
    record = replace(tracked(), indicators=(), actuals=(), overrides=())
    assert events(made(Standing(record, progress_of(record)))) == []
