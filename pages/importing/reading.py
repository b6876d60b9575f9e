"""Reading a file for the page: progress in words, and one sentence where it cannot be read."""

from dataclasses import dataclass, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ita_data import Loaded, UnreadableFile
from ita_data.loaded import Choices
from ita_data.together import File, in_reports
from pages import widgets
from pages.widgets.keeping import kept

REFUSED = "import_refused"
UNTOUCHED = "ข้อมูลที่บันทึกไว้เดิมไม่เปลี่ยนแปลง"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A file that was not read, and why; whether it came with others."""

    name: str
    reason: str
    several: bool = False


def read(line: DeltaGenerator, name: str, data: bytes, choices: Choices) -> Loaded | None:
    """The reading, its progress told in `line`; None where the file was refused, and then
    `refusal` says why."""
    st.session_state.pop(REFUSED, None)
    try:
        return widgets.reading_service().load(
            name, data, choices=choices, on_progress=lambda words: _tell(line, words)
        )
    except UnreadableFile as error:
        st.session_state[REFUSED] = [Refused(name=name, reason=error.reason)]
        return None
    finally:
        line.empty()


def read_many(
    line: DeltaGenerator, files: list[File], choices: Choices
) -> tuple[list[tuple[File, Loaded]], list[Refused]]:
    """The reports in some files, pages of one report put together, and why others were refused."""
    found: list[tuple[File, Loaded]] = []
    refused: list[Refused] = []
    for name, data in files:
        if loaded := read(line, name, data, choices):
            found.append(((name, data), loaded))
        else:
            refused += [replace(one, several=len(files) > 1) for one in st.session_state[REFUSED]]
    try:
        return in_reports(found, lambda name, data: _whole(line, name, data, choices)), refused
    except UnreadableFile:  # pages that are too much together stay by themselves
        return found, refused


def _whole(line: DeltaGenerator, name: str, data: bytes, choices: Choices) -> Loaded:
    return widgets.reading_service().load(
        name, data, choices=choices, on_progress=lambda words: _tell(line, words)
    )


def refusal(*, once: bool = False) -> None:
    """Why files were refused, one message each; of several each can be taken away."""
    refused: list[Refused] = st.session_state.get(REFUSED) or []
    for at, one in enumerate(refused):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.error(_words(one), icon=":material/error:")
            if one.several and not once:
                st.button("นำออก", key=f"import-refused-{at}", on_click=kept(_forget), args=(one,),
                          help=widgets.plain(f"นำ {one.name} ออกจากรายการ"))  # fmt: skip
    if once:
        st.session_state.pop(REFUSED, None)


def _words(one: Refused) -> str:
    after = "" if "ไม่เปลี่ยนแปลง" in one.reason else f" {UNTOUCHED}"
    return f"**{widgets.plain(one.name)}** {widgets.plain(one.reason)}{after}"


def _forget(one: Refused) -> None:
    st.session_state[REFUSED] = [other for other in st.session_state[REFUSED] if other != one]


def _tell(line: DeltaGenerator, words: str) -> None:
    line.status(widgets.plain(words))
