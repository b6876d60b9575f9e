"""The due dates as a calendar file (.ics) for the officer's own calendar."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from hashlib import sha256
from typing import TYPE_CHECKING

from ita_data.export.official import printable
from ita_data.export.standing import Due, Standing

if TYPE_CHECKING:
    from icalendar import Alarm, Event

MAKER = "-//ita-data//due dates//TH"
REMIND_DAYS = 7
NO_DUES = "ไม่มีกำหนดตั้งแต่วันนี้ไปที่ยังไม่แล้วเสร็จ"


def upcoming(standing: Standing, since: date) -> list[Due]:
    """Every due date from `since` on that is not covered yet: the events of the calendar."""
    return [due for due in standing.dues() if due.state != "covered" and due.day >= since]


def calendar_ics(standing: Standing, since: date) -> bytes:
    """The `upcoming` due dates, each a whole day with a reminder a week before, where that week
    is not begun; a calendar without an event where there are none (`NO_DUES`).

    `since` is the day the file is made: nobody is reminded of what is past. An event keeps
    its id from file to file, so that importing again moves it and makes no second one.
    """
    from icalendar import Calendar

    report = standing.report
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", printable(f"กำหนดมาตรการ ITA {report.agency}".strip()))
    stamp = datetime.combine(standing.as_of, time(), timezone(timedelta(hours=7)))
    owner = f"{report.agency}\n{report.fiscal_year}"
    for due in upcoming(standing, since):
        event = _event(due, stamp.astimezone(UTC), owner)
        if due.day - timedelta(days=REMIND_DAYS) >= since:
            event.add_component(_alarm(due))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(due: Due, stamp: datetime, owner: str) -> "Event":
    from icalendar import Event

    event = Event()
    key = f"{owner}\n{due.indicator_id}\n{due.number}".encode("utf-8", "replace")
    event.add("uid", f"{sha256(key).hexdigest()[:32]}@ita-data")
    event.add("dtstamp", stamp)
    event.add("dtstart", due.day)
    event.add("dtend", due.day + timedelta(days=1))
    event.add("summary", printable(f"{_name(due)} ({due.department})"))
    event.add("description", printable(_words(due)))
    event.add("categories", [printable(due.department)])
    event.add("transp", "TRANSPARENT")
    return event


def _alarm(due: Due) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", printable(f"ครบกำหนดใน {REMIND_DAYS} วัน: {_name(due)}"))
    alarm.add("trigger", timedelta(days=-REMIND_DAYS))
    return alarm


def _name(due: Due) -> str:
    """With its measure's number: indicators of two measures may be called the same."""
    return f"{due.measure}. {due.name}" if due.measure else due.name


def _words(due: Due) -> str:
    number = f"มาตรการที่ {due.measure}: " if due.measure else "มาตรการ: "
    lines = (f"{number}{due.title}", f"ผู้รับผิดชอบ: {due.department}", f"ต้องได้รวม {due.owed}")
    return "\n".join(lines)
