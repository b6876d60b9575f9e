"""Input fields that hand over what was typed at once, and say at the field what is wrong.

Labels are markdown: words of a file in them go through `plain` first.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from ita_data.dates import parse_date, thai_date
from ita_data.model import Number
from ita_data.recording import amount_text, parse_amount
from pages.widgets.keeping import kept
from pages.widgets.text import escape

TARGET = "เป้าหมายรวมตลอดระยะเวลา"
TARGET_HELP = (
    "จำนวนรวมของทุกรอบจนสิ้นสุดระยะเวลาของมาตรการ ไม่ใช่จำนวนต่อรอบ เช่น เดือนละ 1 ครั้งตลอดปีงบประมาณ ใส่ 12"
)
_HANDED, _UNKEPT, _LINES = "fields_handed", "fields_unkept", "fields_lines"
UNKEPT = "ค่าในช่องนี้ยังไม่ได้เก็บ ระบบจะลองเก็บอีกครั้งเมื่อท่านทำรายการถัดไปในหน้านี้"
MOST_LINES = 8
Check = Callable[[str], str | None]


def text_field(
    label: str,
    value: str,
    save: Callable[[str], None],
    *,
    key: str,
    lines: int = 1,
    check: Check | None = None,
    **options: Any,
) -> None:
    """A field of one line or several, at least as many as the text has, as a field of one line
    would join them; `check` gives the sentence shown under it."""

    if (lines := max(lines, _lines_of(key, value))) > 1:
        options["height"] = 24 * lines + 24
    kind = st.text_area if lines > 1 else st.text_input
    hand_over = _handing(key, save)
    shown = kind(label, value, key=key, on_change=kept(hand_over), **options) or ""
    _catch_up(key, shown, value, hand_over)
    if check and (problem := check(shown)):
        field_problem(problem)


def _lines_of(key: str, value: str) -> int:
    """How many lines a field needs; it never becomes another kind while somebody types in it."""
    known: dict[str, int] = st.session_state.setdefault(_LINES, {})
    known[key] = max(known.get(key, 1), min(MOST_LINES, value.count("\n") + 1))
    return known[key]


def _handing(key: str, save: Callable[[Any], None]) -> Callable[[], None]:
    """What keeps what a field shows, and notes it as kept."""

    def hand_over() -> None:
        shown = st.session_state[key]
        _unkept().add(key)
        _save(save, shown, key)
        _handed()[key] = shown

    return hand_over


@kept
def _save(save: Callable[[Any], None], shown: Any, key: str) -> None:
    save(shown)
    _unkept().discard(key)


def _catch_up(key: str, shown: Any, value: Any, hand_over: Callable[[], None]) -> None:
    """Keeps what a field shows and was never handed over: it was typed under a server that is
    gone, or another rerun of the session cut the framework's callback off (docs/adr/0011).
    What could not be kept is told at the field, and tried again when it is drawn next."""
    handed = _handed()
    if shown == value:
        _unkept().discard(key)
    if shown not in (value, handed.get(key, value)):
        hand_over()
        if key not in _unkept():
            st.rerun()
    handed[key] = shown
    if key in _unkept():
        del handed[key]
        field_problem(UNKEPT)


def _unkept() -> set[str]:
    """The fields whose text is not in the store yet, because keeping it failed."""
    unkept: set[str] = st.session_state.setdefault(_UNKEPT, set())
    return unkept


def _handed() -> dict[str, Any]:
    """By field, what it last showed when that was kept."""
    handed: dict[str, Any] = st.session_state.setdefault(_HANDED, {})
    return handed


def date_field(
    label: str,
    value: date | None,
    save: Callable[[date | None], None],
    *,
    key: str,
    fiscal_year: int | None,
    **options: Any,
) -> None:
    """A day in Thai words or figures ("22 พ.ย. 2568", "22/11/68"); kept once it reads as one."""

    def keep(text: str) -> None:
        day = parse_date(text, fiscal_year)
        if day or not text.strip():
            save(day)

    def check(text: str) -> str | None:
        if not text.strip() or parse_date(text, fiscal_year):
            return None
        return f"อ่านวันที่ “{text}” ไม่ได้ จึงยังใช้ค่าเดิม โปรดพิมพ์เช่น 1 ต.ค. 2567 หรือ 1/10/2567"

    text = thai_date(value) if value else ""
    text_field(label, text, keep, key=key, check=check, **options)


def number_field(
    label: str,
    value: Number | None,
    save: Callable[[Number | None], None],
    *,
    key: str,
    **options: Any,
) -> None:
    """An amount of zero or more, in either digits; kept once it reads as one, empty: None."""

    def keep(text: str) -> None:
        amount = parse_amount(text)
        if amount is not None or not text.strip():
            save(amount)

    def check(text: str) -> str | None:
        if not text.strip() or parse_amount(text) is not None:
            return None
        return f"“{text}” ไม่ใช่จำนวน จึงยังใช้ค่าเดิม โปรดใส่ตัวเลขตั้งแต่ 0 ขึ้นไป"

    text = "" if value is None else amount_text(value)
    text_field(label, text, keep, key=key, check=check, **options)


def choice_field(
    label: str,
    options: list[Any],
    value: Any,
    save: Callable[[Any], None],
    *,
    key: str,
    words: Callable[[Any], str],
    **more: Any,
) -> None:
    """One of several, by their words."""

    at = options.index(value) if value in options else None
    hand_over = _handing(key, save)
    shown = st.selectbox(
        label, options, at, format_func=words, key=key, on_change=kept(hand_over), **more
    )
    _catch_up(key, shown, None if at is None else value, hand_over)


def field_problem(message: str) -> None:
    """A sentence under a field, marked by word and colour."""
    st.html(f'<p class="ita-problem" role="alert">{escape(message)}</p>')


def field_doubt(message: str) -> None:
    """A question under a field: what was typed is kept and may be saved as it is."""
    st.html(f'<p class="ita-doubt" role="status">{escape(message)}</p>')
