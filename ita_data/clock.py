"""The clock of who reads: in Bangkok, wherever the computer stands. It is not looked at here."""

from datetime import datetime
from zoneinfo import ZoneInfo

from ita_data.dates import thai_date

BANGKOK = ZoneInfo("Asia/Bangkok")


def time_words(time: datetime) -> str:
    """A moment as a clock in Bangkok shows it: "22 พ.ย. 2568 เวลา 14:05 น."."""
    here = time.astimezone(BANGKOK)
    return f"{thai_date(here.date())} เวลา {here:%H:%M} น."
