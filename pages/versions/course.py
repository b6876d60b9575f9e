"""The three percents as each version knew them on the day it was made."""

from datetime import date

import streamlit as st

from ita_data.dates import fiscal_year_bounds
from ita_data.figures.history import Standing, history_figure, history_words, versions_to_draw
from ita_data.model import Basis
from ita_data.store import VersionInfo
from pages import widgets
from pages.versions.chosen import Chosen

CHART = {"displayModeBar": False, "scrollZoom": False}


def course(here: Chosen) -> None:
    """In words and as a picture."""
    drawn = versions_to_draw([(info.number, _day(info)) for info in here.infos])
    infos = {info.number: info for info in here.infos}
    standings = tuple(_standing(here.which(infos[number]), day) for number, day in drawn)
    words = widgets.escape(history_words(standings))
    st.html(f"<h2>ร้อยละของแต่ละรุ่น ณ วันที่บันทึก</h2><p>{words}</p>")
    if any(share is not None for one in standings for share in one.percents.values()):
        st.plotly_chart(history_figure(standings), config=CHART, theme=None, key="history-course")


def _day(info: VersionInfo) -> date:
    """The day it was made, in Bangkok; the year's nearest day where that is outside."""
    first, last = fiscal_year_bounds(info.fiscal_year)
    return min(max(info.created_at.astimezone(widgets.BANGKOK).date(), first), last)


@st.cache_resource(show_spinner=False, max_entries=2000)
def _standing(which: widgets.Which, day: date) -> Standing:
    """Where one version stood on its day."""
    reports = widgets.progress_on(which, day).reports
    shares = dict(zip(reports["basis"], reports["percent"], strict=True))
    known = {basis: shares.get(basis.value) for basis in Basis}
    percents = {b: None if s is None or s != s else float(s) for b, s in known.items()}
    return Standing(number=which.number, on=day, percents=percents)
