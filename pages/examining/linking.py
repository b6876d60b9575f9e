"""ลิงก์หลักฐาน: opened on request, a few at a time, with how far it is and a way to stop."""

from datetime import datetime

import streamlit as st

from ita_data.clock import BANGKOK
from ita_data.evidence import OFFLINE, Linked, linked_of
from ita_data.figures import links as figures
from ita_data.links import LinkRun
from ita_data.model import LinkCheck
from pages import widgets
from pages.widgets.keeping import kept

EXPLAINED = (
    "โปรแกรมจะเปิดลิงก์จากเครื่องนี้อย่างที่คนทั่วไปเปิด เพื่อดูว่าเปิดได้หรือไม่ ต้องเข้าสู่ระบบหรือไม่ "
    "อยู่บนเว็บไซต์ของหน่วยงานหรือไม่ และน่าจะเป็นของปีงบประมาณนี้หรือไม่ จะตรวจเมื่อกดปุ่มเท่านั้น"
)
NO_DOMAIN = "ยังบอกไม่ได้ว่าลิงก์อยู่บนเว็บไซต์ของหน่วยงานหรือไม่ เพราะผู้ดูแลระบบยังไม่ได้กำหนดโดเมนของหน่วยงาน"
TOLD = "links_told"  # the round whose end this visitor has been told of
EVERY = 0.7  # seconds between two looks at how far it is


def links(opened: widgets.Opened) -> None:
    """The links of the open report, and the button. The sample's lead nowhere: none for it."""
    linked = linked_of(opened.tracked)
    if opened.is_sample or not linked:
        return
    st.html(f'<h2 id="ita-evidence">ลิงก์หลักฐาน {len(linked)} ลิงก์</h2>')
    run = _runs().get(opened.key)
    if run and run.running:
        _progress(opened.key)
    else:
        if run and st.session_state.get(TOLD) is not run:
            st.session_state[TOLD] = run
            _outcome(run)
        _offer(opened, linked)
    lines = figures.link_lines(
        linked, widgets.looks(opened), opened.tracked.report, widgets.settings().checks.domain
    )
    st.html(widgets.drawn("ลิงก์หลักฐาน", figures.link_list, lines))


def way(opened: widgets.Opened) -> None:
    """On a narrow page the links stand far below: a line that leads to them."""
    if not opened.is_sample and (linked := linked_of(opened.tracked)):
        looks = widgets.looks(opened)
        seen = sum(one.address in looks for one in linked)
        words = f"ลิงก์หลักฐาน {len(linked)} ลิงก์ ตรวจแล้ว {seen}"
        st.html(f'<p class="ita-more"><a href="#ita-evidence">{words}</a></p>')


@st.cache_resource(show_spinner=False)
def _runs() -> dict[str, LinkRun]:
    """The latest round of each report, shared by all who look at it: one at a time."""
    return {}


def _offer(opened: widgets.Opened, linked: tuple[Linked, ...]) -> None:
    st.html(f'<p class="ita-quiet">{EXPLAINED}</p>')
    if not widgets.settings().checks.domain:
        st.html(f'<p class="ita-quiet">{NO_DOMAIN}</p>')
    addresses = tuple(one.address for one in linked)
    st.button("ตรวจลิงก์หลักฐาน", key="links_start", icon=":material/link:",
              on_click=kept(_start), args=(opened.which, addresses))  # fmt: skip


def _start(which: widgets.Which, addresses: tuple[str, ...]) -> None:
    running = _runs().get(which.key)
    if running and running.running:  # somebody else has begun
        return
    store = widgets.store()

    def keep(checks: tuple[LinkCheck, ...]) -> None:
        store.keep_links(which.agency, which.fiscal_year, checks)

    _runs()[which.key] = LinkRun(
        addresses, widgets.settings().links, clock=lambda: datetime.now(BANGKOK), keep=keep
    ).start()


@st.fragment(run_every=EVERY)
def _progress(key: str) -> None:
    run = _runs()[key]
    if not run.running:
        st.rerun()
    words = f"กำลังตรวจลิงก์ {run.done} จาก {run.total}"
    st.progress(run.done / max(run.total, 1), "กำลังหยุด" if run.cancelled else words)
    st.button("หยุดตรวจ", key="links_stop", on_click=kept(run.cancel), disabled=run.cancelled)


def _outcome(run: LinkRun) -> None:
    """How the latest round ended."""
    if run.failed:
        st.error("เก็บผลการตรวจลิงก์ไม่สำเร็จ โปรดลองอีกครั้ง", icon=":material/error:")
    elif run.offline:
        st.warning(OFFLINE, icon=":material/wifi_off:")
    elif run.cancelled:
        st.info(f"หยุดตรวจแล้ว ตรวจไปได้ {run.done} จาก {run.total} ลิงก์ ผลที่ได้เก็บไว้แล้ว")
    else:
        st.success(f"ตรวจครบ {run.total} ลิงก์แล้ว", icon=":material/check_circle:")
