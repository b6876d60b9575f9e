"""The shell around every page: navigation, title, style, and one way in.

A cold server runs pages/x.py directly, without app.py, until the first navigation of the
process. `open_page` notices, declares the navigation and runs again, through app.py.
"""

import threading
from pathlib import Path

import streamlit as st

from pages import APP_NAME
from pages.widgets.browser import browser_script
from pages.widgets.keeping import NOT_KEPT, told
from pages.widgets.menu import menu
from pages.widgets.resources import guard

ROOT = Path(__file__).parents[2]
TITLES = {
    "overview": "ภาพรวม",
    "measures": "มาตรการ",
    "targets": "เป้าหมายและผล",
    "record": "บันทึกผล",
    "indicators": "แก้ไขตัวชี้วัด",
    "upload": "นำเข้า",
    "readiness": "ตรวจความพร้อม",
    "report": "รายงาน",
    "history": "ประวัติ",
    "plan": "แผนปีถัดไป",
}
HOME = "overview"
_LAYOUT = (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
_SCRIPT = "".join(
    (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8")
    # The language and the history; links that open in place (docs/adr/0015); the framework's own
    # English, in Thai; what is being typed, handed over in time (docs/adr/0011).
    for name in ("shell", "links", "thai", "typing")
)
# Served as it is; given as a file, an imaging library is loaded to look at it.
ICON = "/app/static/icon.png"
_running = threading.local()
_PAGES = "shell_pages"


def run() -> None:
    """What app.py does: declares the pages and runs the one asked for."""
    page = _navigation()
    _running.inside = True
    try:
        with guard("หน้านี้"):
            page.run()
    finally:
        _running.inside = False


def open_page(name: str) -> None:
    """The first call of every page: navigation is there, title and style are set."""
    if not getattr(_running, "inside", False) and not st.session_state.get("shell_opened"):
        st.session_state["shell_opened"] = True
        _navigation()
        st.rerun()
    st.set_page_config(
        page_title=f"{TITLES[name]} · {APP_NAME}",
        page_icon=ICON,
        layout="wide",
    )
    # One element, in the menu's place: every other one is drawn anew at each click.
    script = f"<script>{_SCRIPT}{browser_script()}</script>"
    st.sidebar.html(f"{_style()}{menu(TITLES, name, HOME)}{script}", unsafe_allow_javascript=True)
    told(NOT_KEPT)


def _navigation() -> st.Page:
    # A session's own: the page that is run is marked as such.
    if _PAGES not in st.session_state:
        st.session_state[_PAGES] = _pages()
    return st.navigation(st.session_state[_PAGES], position="hidden")


def _pages() -> list[st.Page]:
    # Without icons: an icon here becomes the tab's icon, fetched from an outside address.
    pages = [
        st.Page(
            ROOT / "pages" / f"{name}.py",
            title=title,
            default=name == HOME,
            url_path="start" if name == HOME else name,
        )
        for name, title in TITLES.items()
        if (ROOT / "pages" / f"{name}.py").exists()
    ]
    # The default page answers at "/" only; a link to /overview should come in too.
    also = st.Page(
        ROOT / "pages" / f"{HOME}.py",
        title=TITLES[HOME],
        url_path=HOME,
        visibility="hidden",
    )
    return [*pages, also]


@st.cache_resource(show_spinner=False)
def _style() -> str:
    from ita_data.export.print_css import STREAMLIT_PRINT_CSS
    from ita_data.figures.style import status_css

    return f"<style>{_LAYOUT}{status_css()}{STREAMLIT_PRINT_CSS}</style>"
