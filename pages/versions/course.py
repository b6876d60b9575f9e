"""The three percents as each version knew them on the day it was made."""

from datetime import date

import streamlit as st

from ita_data.clock import BANGKOK
from ita_data.dates import fiscal_year_bounds, thai_date
from ita_data.figures.history import Standing, history_figure, history_words, versions_to_draw
from ita_data.model import Basis
from ita_data.store import VersionInfo
from pages import widgets
from pages.versions.chosen import Chosen
from pages.widgets.shelves import shelved

CHART = {"displayModeBar": False, "scrollZoom": False}


def course(here: Chosen) -> None:
    """In words and as a picture."""
    drawn = versions_to_draw([(info.number, _saved(info)) for info in here.infos])
    infos = {info.number: info for info in here.infos}
    standings = tuple(_standing(here.which(infos[number]), saved) for number, saved in drawn)
    words = widgets.escape(history_words(standings))
    st.html(f"<h2>ความคืบหน้า ณ วันที่บันทึกแต่ละรุ่น</h2><p>{words}</p>")
    if any(share is not None for one in standings for share in one.percents.values()):
        st.plotly_chart(history_figure(standings), config=CHART, theme=None, key="history-course")
        if capped := _capped(standings):
            st.html(capped)


def _saved(info: VersionInfo) -> date:
    """The day it was made, in Bangkok."""
    return info.created_at.astimezone(BANGKOK).date()


def _capped(standings: tuple[Standing, ...]) -> str:
    """Said where a version was saved after its year: its percents are of the year's end."""
    last = max((one.of for one in standings), default=date.max)
    if all(one.on <= last for one in standings):
        return ""
    return f'<p class="ita-quiet">รุ่นที่บันทึกหลังสิ้นปีงบประมาณ คิดร้อยละ ณ {thai_date(last)}</p>'


@shelved(entries=2_000, heaviest=2_000, weigh=lambda _: 1)
def _standing(which: widgets.Which, saved: date) -> Standing:
    """Where one version stood on the day it was saved; on the year's nearest where outside."""
    first, last = fiscal_year_bounds(which.fiscal_year)
    of = min(max(saved, first), last)
    reports = widgets.progress_on(which, of).reports
    shares = dict(zip(reports["basis"], reports["percent"], strict=True))
    known = {basis: shares.get(basis.value) for basis in Basis}
    percents = {b: None if s is None or s != s else float(s) for b, s in known.items()}
    return Standing(number=which.number, on=saved, of=of, percents=percents)
