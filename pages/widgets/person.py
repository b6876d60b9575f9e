"""Who is typing: a name asked once and remembered for this browser (docs/adr/0011).

There is no login. The name tells two people's drafts apart; it keeps nobody out.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.widgets.browser import browser
from pages.widgets.fields import text_field
from pages.widgets.resources import settings, store


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """This browser, and the name that was given in it ("": none yet)."""

    browser: str
    name: str

    @property
    def owner(self) -> str:
        """Whose a new draft is: the person's; while nameless, the browser's."""
        return f"name:{_folded(self.name)}" if self.name else f"browser:{self.browser}"

    def owns(self, owner: str) -> bool:
        """Also what was begun here before the name was given."""
        return owner in (self.owner, f"browser:{self.browser}")

    @property
    def author(self) -> str:
        """Who is proposed as the author: the name given here, else the settings' own."""
        return self.name or settings().author


def person() -> Person:
    """Whoever sits at this browser."""
    here = browser()
    return Person(browser=here, name=str(store().recall(_key(here), "")))


def introduce(name: str) -> None:
    """Remembers the name for this browser; the last one given counts."""
    if (name := name.strip()) != person().name:
        store().remember(_key(browser()), name)


def author_field(
    value: str, save: Callable[[str], None], *, key: str, label: str = "ผู้บันทึก"
) -> None:
    """The name that is asked once: kept where it was typed, and proposed from then on."""
    text_field(
        label,
        value,
        save,
        key=key,
        width=280,
        autocomplete="name",
        help="ระบบจำชื่อนี้ไว้ในเบราว์เซอร์นี้ และใช้แยกแบบร่างของแต่ละคน",
    )


def asked_author(key: str, label: str = "ผู้บันทึก") -> str:
    """The same where the name is all there is to keep: the one proposed, or as typed."""
    proposed = person().author
    author_field(proposed, introduce, key=key, label=label)
    return str(st.session_state.get(key, proposed)).strip()


def _key(browser: str) -> str:
    return f"name-in-browser:{browser}"


def _folded(name: str) -> str:
    """White space, width and case make no other person."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
