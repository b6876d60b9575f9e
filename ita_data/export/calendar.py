"""The due dates as a calendar file (.ics) for the officer's own calendar."""

from datetime import UTC, datetime, time, timedelta, timezone
from hashlib import sha256
from typing import TYPE_CHECKING

from ita_data.export.official import printable
from ita_data.export.standing import Due, Standing

if TYPE_CHECKING:
    from icalendar import Event

MAKER = "-//ita-data//due dates//TH"
REMIND_DAYS = 7


def calendar_ics(standing: Standing) -> bytes:
    """Every due date that is not covered yet, as a whole day with a reminder a week before.

    An event keeps its id from file to file, so that importing again moves it and makes no
    second one. Late ones stand on the day they were due.
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
    for due in standing.dues():
        if due.state != "covered":
            calendar.add_component(_event(due, stamp.astimezone(UTC), owner))
    return bytes(calendar.to_ical())


def _event(due: Due, stamp: datetime, owner: str) -> "Event":
    from icalendar import Alarm, Event

    event = Event()
    key = f"{owner}\n{due.indicator_id}\n{due.number}".encode("utf-8", "replace")
    event.add("uid", f"{sha256(key).hexdigest()[:32]}@ita-data")
    event.add("dtstamp", stamp)
    event.add("dtstart", due.day)
    event.add("dtend", due.day + timedelta(days=1))
    event.add("summary", printable(f"{due.name} ({due.department})"))
    event.add("description", printable(_words(due)))
    event.add("categories", [printable(due.department)])
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", printable(f"ครบกำหนดใน {REMIND_DAYS} วัน: {due.name}"))
    alarm.add("trigger", timedelta(days=-REMIND_DAYS))
    event.add_component(alarm)
    return event


def _words(due: Due) -> str:
    number = f"มาตรการที่ {due.measure}: " if due.measure else "มาตรการ: "
    lines = (f"{number}{due.title}", f"ผู้รับผิดชอบ: {due.department}", f"ต้องได้รวม {due.owed}")
    return "\n".join(lines)
