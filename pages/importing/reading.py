"""Reading a file for the page: progress in words, and one sentence where it cannot be read."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ita_data import Loaded, UnreadableFile
from ita_data.loaded import Choices
from pages import widgets

REFUSED = "import_refused"
UNTOUCHED = "ข้อมูลที่บันทึกไว้เดิมไม่เปลี่ยนแปลง"


def read(line: DeltaGenerator, name: str, data: bytes, choices: Choices) -> Loaded | None:
    """The reading, its progress told in `line`; None where the file was refused, and then
    `refusal` says why."""
    st.session_state.pop(REFUSED, None)
    try:
        return widgets.reading_service().load(
            name, data, choices=choices, on_progress=lambda words: _tell(line, words)
        )
    except UnreadableFile as error:
        st.session_state[REFUSED] = error.reason
        return None
    finally:
        line.empty()


def refusal(*, once: bool = False) -> None:
    """Why the last file was refused; nothing where it was not."""
    reason = st.session_state.get(REFUSED)
    if reason:
        after = "" if "ไม่เปลี่ยนแปลง" in reason else f" {UNTOUCHED}"
        st.error(f"{widgets.plain(reason)}{after}", icon=":material/error:")
    if once:
        st.session_state.pop(REFUSED, None)


def _tell(line: DeltaGenerator, words: str) -> None:
    line.status(widgets.plain(words))
