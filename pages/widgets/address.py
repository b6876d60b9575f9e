"""What an address says: what is open, so that a link and a reload come back to the same view.
The session carries it from page to page."""

from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st

# What of an address says what is open; each page adds its own filters beside these.
CHOICES = ("report", "date", "basis")


def chosen(name: str) -> str | None:
    """A choice of the address; of the session where the address is silent (it then says so)."""
    value = st.query_params.get(name) or st.session_state.get(f"chosen_{name}")
    if value and st.query_params.get(name) != value:
        st.query_params[name] = value
    st.session_state[f"chosen_{name}"] = value
    return value


def choose(**choices: str | None) -> None:
    """Changes choices, in the session and in the address; None goes back to the default."""
    carry(**choices)
    say(**choices)


def carry(**choices: str | None) -> None:
    """Changes choices in the session alone, for links and for the pages that come."""
    for name, value in choices.items():
        st.session_state[f"chosen_{name}"] = value


def say(**choices: str | None) -> None:
    """Changes choices in the address alone: the browser draws the page once more for it."""
    for name, value in choices.items():
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]


def link(page: str, **filters: object) -> str:
    """The address of a page with what is open now, plus filters; for an href, escaped by you."""
    return linker()(page, **filters)


def carried() -> tuple[tuple[str, str | None], ...]:
    """The choices that every link of a page carries on."""
    return tuple((name, st.session_state.get(f"chosen_{name}")) for name in CHOICES)


def linker() -> Callable[..., str]:
    """`link` for a page full of them: what is open is asked for once."""
    kept = dict(carried())

    def link(page: str, **filters: object) -> str:
        wanted = {name: str(value) for name, value in (kept | filters).items() if value is not None}
        return f"{page}?{urlencode(wanted)}" if wanted else page

    return link
