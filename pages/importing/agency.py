"""Whose report, of which year: as read, with the place it was read from, to be corrected."""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from ita_data.dates import BE_OFFSET, FISCAL_YEARS, thai_date
from ita_data.recording import parse_amount
from ita_data.review import Review, named_reported_on
from pages import widgets
from pages.importing.desk import Desk
from pages.widgets.fields import date_field, text_field
from pages.widgets.keeping import kept

CENTURY = 2500  # of a year in two digits
LABELS = {"agency": "หน่วยงาน", "district": "อำเภอ", "province": "จังหวัด"}


def agency(here: Desk) -> None:
    """Four fields, and the day the report's results stand for."""
    st.subheader("๑ หน่วยงานและปีงบประมาณ")
    report = here.review.report
    for column, name in zip(st.columns([4, 2, 2, 2, 3]), (*LABELS, "year", "day"), strict=True):
        with column:
            if name == "year":
                _year(here)
            elif name == "day":
                _reported_on(here)
            else:
                value = getattr(report, name)
                save = here.saving(_said, name)
                check = _needed if name == "agency" else None
                text_field(LABELS[name], value, save, key=here.name(name), check=check)
                _origin(here, name)


def _year(here: Desk) -> None:
    year = here.review.report.fiscal_year
    text_field(
        "ปีงบประมาณ (พ.ศ.)",
        str(year or ""),
        here.saving(_said_year),
        key=here.name("year"),
        check=_year_problem,
    )
    if meant := _year_meant(str(st.session_state.get(here.name("year"), ""))):
        st.button(f"ใช้ {meant}", key=here.name("take-year"),
                  on_click=kept(here.change), args=(_said_year, str(meant)))  # fmt: skip
    _origin(here, "fiscal_year")


def _reported_on(here: Desk) -> None:
    date_field(
        "ผลในรายงาน ณ วันที่",
        here.review.reported_on,
        here.saving(_said_day),
        key=here.name("reported_on"),
        fiscal_year=here.review.report.fiscal_year,
        placeholder="สิ้นสุดของแต่ละมาตรการ",
        help="วันที่ที่ผลในรายงานนี้เป็นจริง เช่น วันที่รายงานรอบ 6 เดือน เว้นว่างไว้หากเป็นผลเมื่อสิ้นสุดมาตรการ",
    )
    _proposed_day(here)


def _proposed_day(here: Desk) -> None:
    """What the file itself says, with its place, to be taken on one click."""
    found = named_reported_on(here.review.report)
    if found is None:
        return
    taken = here.review.reported_on == found.day
    what = "อ่านจาก" if taken else "ในไฟล์เขียนว่า"
    st.html(
        f'<p class="ita-quiet">{what} “{widgets.escape(found.words)}” '
        f"({widgets.escape(found.place)})</p>"
    )
    if not taken:
        st.button(f"ใช้ {thai_date(found.day)}", key=here.name("take-reported-on"),
                  on_click=kept(here.change), args=(_said_day, found.day))  # fmt: skip


def _origin(here: Desk, name: str) -> None:
    """Where the value was read; that it was typed, where it was; that the file has none."""
    place = here.review.loaded.report.places.get(name)
    if getattr(here.review.choices, name) is not None:
        words = "กรอกโดยผู้ตรวจทาน"
    else:
        words = f"อ่านจาก {place}" if place else "ไม่พบในไฟล์"
    st.html(f'<p class="ita-quiet">{widgets.escape(words)}</p>')


def _said(review: Review, name: str, value: str) -> Review:
    said: dict[str, Any] = {name: value.strip()}
    return replace(review, choices=replace(review.choices, **said))


def _said_year(review: Review, text: str) -> Review:
    year = _year_of(text)
    return replace(review, choices=replace(review.choices, fiscal_year=year)) if year else review


def _said_day(review: Review, day: date | None) -> Review:
    return replace(review, reported_on=day)


def _year_of(text: str) -> int | None:
    year = parse_amount(text)
    return int(year) if year is not None and year in FISCAL_YEARS else None


def _year_problem(text: str) -> str | None:
    if _year_of(text):
        return None
    meant = _year_meant(text)
    asked = f" หมายถึง {meant} หรือไม่" if meant else ""
    return f"โปรดใส่ปีงบประมาณเป็น พ.ศ. เช่น 2568{asked}"


def _year_meant(text: str) -> int | None:
    """The Buddhist-era year of one typed in the Christian era (2026), or short (69)."""
    year = parse_amount(text)
    whole = int(year) if year is not None and year == int(year) else 0
    meant = (whole + BE_OFFSET, whole + CENTURY) if whole and not _year_of(text) else ()
    return next((one for one in meant if one in FISCAL_YEARS), None)


def _needed(text: str) -> str | None:
    return None if text.strip() else "โปรดใส่ชื่อหน่วยงาน"
