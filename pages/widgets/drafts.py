"""What someone is typing: kept in the store at every change, found again by the address.

A draft is one person's. Another person opens it only by taking it over, which both see.
"""

import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, TypeVar

import streamlit as st

from ita_data.codec import from_json, to_json
from ita_data.errors import Refusal
from ita_data.store import Draft, DraftInfo
from pages.widgets.about import About
from pages.widgets.person import introduce, person
from pages.widgets.resources import log, settings, store

T = TypeVar("T")
# Two reruns of a session may be under way at once, and the framework cuts the older one off
# wherever it next touches the session (docs/adr/0011): both may begin the one draft.
_BEGINNING = threading.Lock()


class Taken(Refusal):
    """The draft is another person's by now (`author`: whose, where that is known), or gone."""

    def __init__(self, author: str = "") -> None:
        whose = f"เป็นของ {author} แล้ว" if author else "ไม่ได้เป็นของท่านแล้ว"
        super().__init__("taken", f"แบบร่างที่เปิดไว้{whose} โปรดเปิดหน้านี้ใหม่")
        self.author = author


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A draft not yet saved. `mine`: one's own, so that it may be gone on with."""

    key: str
    about: About
    author: str
    saved_at: datetime
    mine: bool


class Drafts(Generic[T]):
    """Drafts of one kind, each a record under a key that the address carries (`draft=…`).

    `about` gives what a list says of a record.
    """

    def __init__(self, kind: str, record: type[T], about: Callable[[T], About]) -> None:
        self.kind, self._record, self._about = kind, record, about

    def current(self) -> str | None:
        """Key of one's own draft that is open: as the address says, else as the session does."""
        for key in (st.query_params.get("draft"), st.session_state.get(self._session)):
            if key and (draft := self._kept(key)) and self._record_of(draft) is not None:
                if person().owns(draft.owner):
                    self.open(key)
                    return str(key)
                st.session_state[self._lost] = draft.author
        self.leave()
        return None

    def begin(self, record: T, key: str | None = None) -> str:
        """A new draft of one's own, opened."""
        key = key or self._free_key()
        author = getattr(record, "author", "")
        about = to_json(self._about(record))
        store().save_draft(self.kind, key, to_json(record), author, person().owner, about)
        self.open(key)
        return key

    def reserve(self) -> None:
        """Gives the address the key that a draft will begin under, so that a reload in the
        middle of its first word comes back to it."""
        key = st.session_state.setdefault(self._reserved, secrets.token_urlsafe(9))
        if st.query_params.get("draft") != key:
            st.query_params["draft"] = key

    def open(self, key: str) -> None:
        """Makes a draft the one that this address and session work on, and the fields show.

        They do already where it begins under the key that was reserved for what is typed in them.
        """
        if st.session_state.get(self._shown) != key:
            if self._reserved_key != key:
                self.fields_anew()
            st.session_state[self._shown] = key
        st.session_state[self._session] = key
        if self._reserved_key == key:
            del st.session_state[self._reserved]
        if st.query_params.get("draft") != key:
            st.query_params["draft"] = key

    def leave(self) -> None:
        """No draft is open any more, nor do fields show one; what was typed stays in the store."""
        st.session_state.pop(self._session, None)
        if st.session_state.pop(self._shown, None):
            self.fields_anew()
        if st.query_params.get("draft", self._reserved_key) != self._reserved_key:
            del st.query_params["draft"]

    def read(self, key: str) -> T | None:
        """The record as it was last typed; None where the draft was dropped meanwhile."""
        draft = self._kept(key)
        return self._record_of(draft) if draft else None

    def change(self, key: str, change: Callable[[T], T], *, of_anyone: bool = False) -> None:
        """Changes one's own draft: what another tab typed in other fields stays.

        Raises Taken where it is another person's by now, or gone.
        """
        me = person()

        def changed(draft: Draft) -> Draft:
            record = self._record_of(draft)
            if record is None or not (of_anyone or me.owns(draft.owner)):
                raise Taken(draft.author)
            new = change(record)
            author, about = getattr(new, "author", ""), to_json(self._about(new))
            return replace(draft, payload=to_json(new), author=author, owner=me.owner, about=about)

        if store().change_draft(self.kind, key, changed) is None:
            raise Taken

    def spent(self) -> tuple[T, tuple[str, str]]:
        """One's own open draft as it is now, with what `Store.save` takes to drop it.

        Raises Taken where it is another person's by now, or gone.
        """
        key = st.session_state.get(self._session, "")
        draft = self._kept(key)
        record = self._record_of(draft) if draft else None
        if draft is None or record is None or not person().owns(draft.owner):
            raise Taken(draft.author if draft else "")
        return record, (self.kind, key)

    def keep(self, fresh: T, change: Callable[[T], T]) -> None:
        """Changes the draft that is open here; where none is, the change begins one.

        So it does where another person took the open one over: nothing typed is lost, and
        nothing of it goes into the other one's draft.
        """
        key = st.session_state.get(self._session)
        if key and self._changed(key, change):
            return
        with _BEGINNING:
            if begun := self._begun_since(key):
                self.change(begun, change)
                self.open(begun)
            else:
                self.begin(change(fresh))

    def _changed(self, key: str, change: Callable[[T], T]) -> bool:
        """False where the draft is another person's by now."""
        try:
            self.change(key, change)
        except Taken as taken:
            st.session_state[self._lost] = taken.author
            return False
        return True

    def _begun_since(self, known: str | None) -> str | None:
        """A draft that the session's other rerun has begun, cut off before it could say so or
        not."""
        for key in (st.session_state.get(self._session), self._reserved_key):
            if key and key != known and (draft := self._kept(key)) and person().owns(draft.owner):
                return str(key)
        return None

    def take_over(self, key: str) -> None:
        """Makes another person's draft one's own, as its record will say, and opens it."""
        name = person().author
        self.change(key, lambda record: _by(record, name), of_anyone=True)
        self.go_on(key)

    def go_on(self, key: str) -> None:
        """Opens a waiting draft; the fields show it."""
        st.session_state.pop(self._lost, None)
        self.open(key)
        self.fields_anew()

    def sign(self, fresh: T, name: str) -> None:
        """Another name is given here: the open draft goes with it, and so does what follows."""
        self.keep(fresh, lambda record: _by(record, name))
        introduce(name)
        if key := st.session_state.get(self._session):
            self.change(key, lambda record: record, of_anyone=True)

    def drop(self, key: str) -> None:
        """Forgets a draft for good."""
        store().drop_draft(self.kind, key)

    def waiting(self) -> list[Waiting]:
        """Every draft not yet saved, one's own first, then the newest. Those that nobody has
        touched for long are dropped first."""
        if (days := settings().pages.draft_days) > 0:
            store().drop_untouched_drafts(days)
        me = person()
        found = ((draft, self._about_of(draft)) for draft in store().drafts(self.kind))
        rows = [_row(d, about, me.owns(d.owner)) for d, about in found if about is not None]
        return sorted(rows, key=lambda one: not one.mine)

    @property
    def lost_to(self) -> str | None:
        """Whose the draft is that was open here or asked for ("": not known); None: none such."""
        found: str | None = st.session_state.get(self._lost)
        return found

    def name(self, *parts: object) -> str:
        """The name of a field; another one after `fields_anew`."""
        number = st.session_state.get(self._fields, 0)  # typing.js knows where it stands
        return "-".join(map(str, (self.kind, f"n{number}", *parts)))

    def fields_anew(self) -> None:
        """All fields show the draft again, not what was last typed in them."""
        st.session_state[self._fields] = st.session_state.get(self._fields, 0) + 1

    def _free_key(self) -> str:
        """The reserved key, unless somebody who was given the address began under it."""
        key = self._reserved_key
        return key if key and not self._kept(key) else secrets.token_urlsafe(9)

    def _kept(self, key: str) -> Draft | None:
        return store().draft(self.kind, key)

    def _record_of(self, draft: Draft) -> T | None:
        """None where another version of the program wrote it in a way this one cannot read;
        it stays in the store."""
        try:
            return from_json(self._record, draft.payload)
        except ValueError as error:
            log.warning("a draft of %s does not read: %s", self.kind, error)
            return None

    def _about_of(self, info: DraftInfo) -> About | None:
        """As it was kept; of a draft of before, from its record, where that reads."""
        if info.about is not None:
            with suppress(ValueError):  # of another version of the program
                return from_json(About, info.about)
        record = self.read(info.key)
        return None if record is None else self._about(record)

    @property
    def _session(self) -> str:
        return f"draft_{self.kind}"

    @property
    def _shown(self) -> str:
        """Where the session says which draft its fields were made for."""
        return f"draft_{self.kind}_shown"

    @property
    def _reserved(self) -> str:
        return f"draft_{self.kind}_reserved"

    @property
    def _reserved_key(self) -> str | None:
        key: str | None = st.session_state.get(self._reserved)
        return key

    @property
    def _lost(self) -> str:
        return f"draft_{self.kind}_lost"

    @property
    def _fields(self) -> str:
        return f"{self.kind}_fields"


def _row(draft: DraftInfo, about: About, mine: bool) -> Waiting:
    return Waiting(
        key=draft.key, about=about, author=draft.author, saved_at=draft.saved_at, mine=mine
    )


def _by(record: T, name: str) -> T:
    changed: T = replace(record, author=name)  # type: ignore[type-var]
    return changed
