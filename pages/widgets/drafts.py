"""What someone is typing: kept in the store at every change, found again by the address."""

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import Generic, TypeVar

import streamlit as st

from ita_data.codec import from_json, to_json
from pages.widgets.header import time_words
from pages.widgets.resources import log, store

T = TypeVar("T")


class Drafts(Generic[T]):
    """Drafts of one kind, each a record under a key that the address carries (`draft=…`)."""

    def __init__(self, kind: str, record: type[T]) -> None:
        self.kind, self._record = kind, record

    def current(self) -> str | None:
        """Key of the draft that is open here: as the address says, else as the session does."""
        for key in (st.query_params.get("draft"), st.session_state.get(self._session)):
            if key and self.read(key):
                self.open(key)
                return str(key)
        self.leave()
        return None

    def begin(self, record: T) -> str:
        """A new draft, opened."""
        key = secrets.token_urlsafe(9)
        self.write(key, record)
        self.open(key)
        return key

    def open(self, key: str) -> None:
        """Makes a draft the one that this address and session work on."""
        st.session_state[self._session] = key
        if st.query_params.get("draft") != key:
            st.query_params["draft"] = key

    def leave(self) -> None:
        """No draft is open any more; what was typed stays in the store."""
        st.session_state.pop(self._session, None)
        if "draft" in st.query_params:
            del st.query_params["draft"]

    def read(self, key: str) -> T | None:
        """The record as it was last typed; None where the draft was dropped meanwhile."""
        draft = store().draft(self.kind, key)
        return self._record_of(draft.payload) if draft else None

    def write(self, key: str, record: T) -> None:
        """Keeps the record; when this returns it survives a restart."""
        author = getattr(record, "author", "")
        store().save_draft(self.kind, key, to_json(record), author)

    def change(self, key: str, change: Callable[[T], T]) -> None:
        """Reads, changes and keeps: what another tab typed in other fields stays."""
        record = self.read(key)
        if record is not None:
            self.write(key, change(record))

    def drop(self, key: str) -> None:
        """Forgets a draft for good."""
        store().drop_draft(self.kind, key)

    def waiting(self) -> list[tuple[str, T, datetime]]:
        """Every draft not yet saved: key, record and when it was last typed in; newest first."""
        found = ((d, self._record_of(d.payload)) for d in store().drafts(self.kind))
        return [(draft.key, record, draft.saved_at) for draft, record in found if record]

    def _record_of(self, payload: bytes) -> T | None:
        """None where another version of the program wrote it in a way this one cannot read;
        it stays in the store."""
        try:
            return from_json(self._record, payload)
        except ValueError as error:
            log.warning("a draft of %s does not read: %s", self.kind, error)
            return None

    @property
    def _session(self) -> str:
        return f"draft_{self.kind}"


def draft_row(words: str, saved_at: datetime, key: str, go_on: Callable[[], None],
              drop: Callable[[], None]) -> None:  # fmt: skip
    """One waiting draft: what it is, "ทำต่อ", and "ทิ้งแบบร่าง" behind a question."""
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.html(f'<p class="ita-draft">{words}<br><span class="ita-quiet">แก้ไขล่าสุด '
                f"{time_words(saved_at)}</span></p>")  # fmt: skip
        st.button("ทำต่อ", key=f"resume_{key}", type="primary", on_click=go_on)
        with st.popover("ทิ้งแบบร่าง"):
            st.write("สิ่งที่พิมพ์ไว้ในแบบร่างนี้จะหายไปและนำกลับมาไม่ได้ ข้อมูลที่บันทึกเป็นรุ่นแล้วยังอยู่ครบ")
            st.button("ทิ้งแบบร่างนี้ถาวร", key=f"drop_{key}", on_click=drop)
