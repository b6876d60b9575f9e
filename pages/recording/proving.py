"""A file as proof: kept in the store as soon as it is chosen, so that it survives a reload."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from ita_data.model import Evidence
from ita_data.recording import ACCEPTED_WORDS, Entry, Round, media_type_of, proof_problem
from pages import widgets
from pages.recording.desk import Desk
from pages.widgets.fields import field_problem
from pages.widgets.keeping import kept
from pages.widgets.proofs import proof_files

Files = tuple[Evidence, ...]


def entry_files(here: Desk, what: str, subject: str, entry: Entry) -> None:
    """The files of a new result ("entries") or of a month ("cells")."""

    def keep(change: Callable[[Files], Files]) -> None:
        here.keep(lambda work: _with_entry_files(work, what, subject, entry, change))

    file_field(here, f"{what}-{subject}", entry.files, keep)


def result_files(here: Desk, actual_id: str) -> None:
    """Files to be added to a result that is recorded already."""

    def keep(change: Callable[[Files], Files]) -> None:
        here.keep(lambda work: _with_result_files(work, actual_id, change))

    file_field(here, f"files-{actual_id}", here.work.files.get(actual_id, ()), keep)


def file_field(
    here: Desk, name: str, files: Files, keep: Callable[[Callable[[Files], Files]], None]
) -> None:
    """What is chosen so far, with a way to take it out again, and the field for one more."""
    wrong = f"file-problem-{here.name(name)}"
    turn = f"file-turn-{here.name(name)}"
    key = here.name("file", name, st.session_state.get(turn, 0))

    def chosen() -> None:
        if (file := st.session_state.get(key)) is not None:
            st.session_state[wrong] = proof_problem(file.name, file.getvalue())
            if st.session_state[wrong] is None:
                kept(_keep)(file.name, file.getvalue(), keep)
        st.session_state[turn] = st.session_state.get(turn, 0) + 1

    for number, one in enumerate(files):
        with st.container(horizontal=True, vertical_alignment="center"):
            proof_files((one,), here.name(name, number))
            st.button("นำไฟล์ออก", key=here.name("drop", name, number), type="tertiary",
                      on_click=kept(keep),
                      args=(lambda before, one=one: _not(before, one),))  # fmt: skip
    st.file_uploader("ไฟล์หลักฐาน", key=key, on_change=kept(chosen),
                     help=f"{ACCEPTED_WORDS} ไม่เกิน 20 MB")  # fmt: skip
    if problem := st.session_state.get(wrong):
        field_problem(problem)


def _keep(name: str, data: bytes, keep: Callable[[Callable[[Files], Files]], None]) -> None:
    """The file first: no draft names one that is not there."""
    sha256 = widgets.store().keep_file(data, name, media_type_of(name))
    keep(lambda before: _and(before, Evidence(address=name, sha256=sha256)))


def _and(files: Files, one: Evidence) -> Files:
    return files if one in files else (*files, one)


def _not(files: Files, one: Evidence) -> Files:
    return tuple(file for file in files if file != one)


def _with_entry_files(
    work: Round, what: str, subject: str, start: Entry, change: Callable[[Files], Files]
) -> Round:
    entry = getattr(work, what).get(subject, start)
    entry = replace(entry, files=change(entry.files))
    typed: dict[str, Any] = {what: {**getattr(work, what), subject: entry}}
    return replace(work, **typed)


def _with_result_files(work: Round, actual_id: str, change: Callable[[Files], Files]) -> Round:
    files = {**work.files, actual_id: change(work.files.get(actual_id, ()))}
    return replace(work, files={key: found for key, found in files.items() if found})
