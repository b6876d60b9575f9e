"""The measures, one at a time: its words with the found quantities marked, and its proposals."""

from collections.abc import Iterator

import streamlit as st

from ita_data.dates import thai_date
from ita_data.model import Decision, Field, Indicator, Measure, Source
from ita_data.review import accept_all, add_indicator, exclude_measure
from ita_data.thai import squash
from ita_data.words import FIELD_WORDS, responsible_words
from pages import widgets
from pages.importing.desk import DRAFTS, Desk
from pages.importing.editing import editing
from pages.importing.marking import Mark, marked
from pages.importing.proposals import proposal
from pages.widgets.keeping import kept

PROSE: tuple[Field, ...] = ("steps", "target", "output", "outcome", "remarks")
CHOSEN = "measure"
MOST_BUTTONS = 30
MATCH = "ยังไม่พบมาตรการในไฟล์นี้ โปรดจับคู่คอลัมน์ในข้อ ๒"
NO_TABLE = "ไม่พบตารางในไฟล์นี้ โปรดเลือกไฟล์อื่นที่มีตารางมาตรการ หรือบันทึกไฟล์นี้เป็น Excel หรือ Word แล้วนำเข้าอีกครั้ง"
HOW = "หมายเลขตรงกับข้อความที่ทำเครื่องหมายไว้ นำเครื่องหมายถูกออกหากไม่ใช่สิ่งที่ต้องติดตาม"


def measures(here: Desk) -> None:
    """A row of numbers to go through, and the chosen measure below it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader("๓ มาตรการและตัวชี้วัด", width="content")
        st.button(
            "ยืนยันทั้งหมดทุกมาตรการ",
            icon=":material/done_all:",
            key=here.name("accept-all"),
            disabled=not here.review.waiting,
            on_click=kept(here.change),
            args=(accept_all,),
        )
    _put_back(here)
    found = here.review.report.measures
    if not found:
        st.warning(MATCH if here.review.loaded.tables else NO_TABLE, icon=":material/table_view:")
        return
    _measure(here, _chosen(here, found), found)


def _chosen(here: Desk, found: tuple[Measure, ...]) -> Measure:
    by_id = {measure.id: measure for measure in found}
    key = f"{here.key}-{CHOSEN}"
    if st.session_state.get(key) not in by_id:
        asked = st.query_params.get(CHOSEN)
        st.session_state[key] = asked if asked in by_id else found[0].id
    numbers = {measure.id: _number(measure, at) for at, measure in enumerate(found, 1)}
    _picker(here, by_id, numbers, key)
    chosen = st.session_state[key]
    st.query_params[CHOSEN] = chosen
    return by_id[chosen]


def _picker(here: Desk, by_id: dict[str, Measure], numbers: dict[str, str], key: str) -> None:
    """Buttons while they are few; a list with titles where they would be a wall."""

    def short(one: str) -> str:
        return f"{numbers[one]} · {_state(here.review.indicators_of(one))}"

    def long(one: str) -> str:
        return f"{short(one)} · {' '.join(by_id[one].title.split())[:80]}"

    if len(by_id) > MOST_BUTTONS:
        st.selectbox("เลือกมาตรการ", list(by_id), format_func=long, key=key)
        return
    st.segmented_control(
        "เลือกมาตรการ", list(by_id), format_func=short, key=key, required=True, wrap=True
    )


def _measure(here: Desk, measure: Measure, found: tuple[Measure, ...]) -> None:
    st.html(_heading(measure))
    words, proposals = st.columns([6, 5], gap="medium")
    indicators = here.review.indicators_of(measure.id)
    with words:
        st.html(_prose(here, measure, indicators))
        editing(here, measure)
    with proposals:
        st.html(f'<p class="ita-quiet">{HOW}</p>')
        for number, indicator in enumerate(indicators, 1):
            proposal(here, indicator, number, measure)
        if not indicators:
            st.html('<p class="ita-quiet">ไม่พบจำนวนในข้อความของมาตรการนี้ เพิ่มตัวชี้วัดเองได้</p>')
        _decisions(here, measure, indicators)
    _turn(here, measure, found)


def _decisions(here: Desk, measure: Measure, indicators: tuple[Indicator, ...]) -> None:
    with st.container(horizontal=True):
        st.button(
            "ยืนยันทั้งหมดของมาตรการนี้",
            icon=":material/check:",
            type="primary",
            key=here.name("accept", measure.id),
            disabled=not any(i.decision is Decision.PROPOSED for i in indicators),
            on_click=kept(here.change),
            args=(accept_all, measure.id),
        )
        st.button(
            "เพิ่มตัวชี้วัด",
            icon=":material/add:",
            key=here.name("add", measure.id),
            on_click=kept(_add),
            args=(here, measure.id),
        )


def _add(here: Desk, measure_id: str) -> None:
    """One more indicator, open to be filled in."""
    here.change(add_indicator, measure_id, name="ตัวชี้วัดใหม่")
    if (review := DRAFTS.read(here.key)) and (added := review.indicators_of(measure_id)):
        st.session_state[here.name("edit", added[-1].id)] = True


def _turn(here: Desk, measure: Measure, found: tuple[Measure, ...]) -> None:
    """To the measure before and after; the last one leads on to the next section by itself."""
    at = [one.id for one in found].index(measure.id)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        for label, to, icon in (
            ("มาตรการก่อนหน้า", at - 1, ":material/chevron_left:"),
            ("มาตรการถัดไป", at + 1, ":material/chevron_right:"),
        ):
            inside = 0 <= to < len(found)
            st.button(
                label,
                icon=icon,
                key=here.name("turn", to),
                disabled=not inside,
                on_click=kept(_go),
                args=(here, found[to].id if inside else measure.id),
            )


def _go(here: Desk, measure_id: str) -> None:
    st.session_state[f"{here.key}-{CHOSEN}"] = measure_id


def _put_back(here: Desk) -> None:
    """Rows that the officer took out, each with the way back."""
    for measure in here.review.loaded.report.measures:
        if measure.id in here.review.excluded:
            with st.container(horizontal=True, vertical_alignment="center"):
                title = widgets.escape(" ".join(measure.title.split())[:80])
                st.html(f'<p class="ita-quiet">นำออกแล้ว: {title}</p>', width="content")
                st.button(
                    "นำกลับมา",
                    key=here.name("back", measure.id),
                    on_click=kept(here.change),
                    args=(exclude_measure, measure.id),
                    kwargs={"excluded": False},
                )


def _heading(measure: Measure) -> str:
    number = f"{measure.number}. " if measure.number is not None else ""
    period = f"{thai_date(measure.start)} – {thai_date(measure.end)}"
    departments = responsible_words(measure.departments, measure.departments_text, " · ")
    known = period if measure.start or measure.end else "ยังไม่ทราบระยะเวลา"
    return (
        f"<h3>{widgets.escape(number + measure.title)}</h3>"
        f'<p class="ita-quiet">{widgets.escape(f"{known} · {departments} · {measure.place}")}</p>'
    )


def _prose(here: Desk, measure: Measure, indicators: tuple[Indicator, ...]) -> str:
    parts = []
    for column in PROSE:
        if text := measure.text_of(column):
            label = widgets.escape(FIELD_WORDS[column])
            words = marked(text, _marks(here, column, text, indicators))
            parts.append(f'<p class="ita-label">{label}</p><p class="ita-words">{words}</p>')
    return "".join(parts) or '<p class="ita-quiet">แถวนี้ไม่มีข้อความ</p>'


def _marks(
    here: Desk, column: Field, text: str, indicators: tuple[Indicator, ...]
) -> Iterator[Mark]:
    """Where the promise stands, and the words of a result that speak of it; words that the
    officer has since written over are not marked."""
    for number, one in enumerate(indicators, 1):
        claim = here.review.claim_of(one.id)
        for source in (one.source, claim.source if claim else None):
            if source and source.column == column and _stands(source, text):
                used = one.decision is not Decision.DROPPED
                yield Mark(start=source.start, end=source.end, number=number, used=used)


def _stands(source: Source, text: str) -> bool:
    return squash(text[source.start : source.end]) == squash(source.text)


def _number(measure: Measure, at: int) -> str:
    return str(measure.number if measure.number is not None else at)


def _state(indicators: tuple[Indicator, ...]) -> str:
    waiting = sum(i.decision is Decision.PROPOSED for i in indicators)
    return f"รอ {waiting}" if waiting else "✓"
