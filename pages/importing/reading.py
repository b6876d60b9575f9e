"""Reading a file for the page: progress in words, and one sentence where it cannot be read."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ita_data import Loaded, UnreadableFile
from ita_data.loaded import Choices
from ita_data.together import File, in_reports
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


def read_many(
    line: DeltaGenerator, files: list[File], choices: Choices
) -> tuple[list[tuple[File, Loaded]], list[str]]:
    """The reports in some files, pages of one report put together, and why others were refused."""
    found, refused = [], []
    for name, data in files:
        if loaded := read(line, name, data, choices):
            found.append(((name, data), loaded))
        else:
            reason = st.session_state[REFUSED]
            refused.append(f"{name}: {reason}" if len(files) > 1 else reason)
    try:
        return in_reports(found, lambda name, data: _whole(line, name, data, choices)), refused
    except UnreadableFile:  # pages that are too much together stay by themselves
        return found, refused


def _whole(line: DeltaGenerator, name: str, data: bytes, choices: Choices) -> Loaded:
    return widgets.reading_service().load(
        name, data, choices=choices, on_progress=lambda words: _tell(line, words)
    )


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
