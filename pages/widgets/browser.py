"""A token by which this browser is known again at its next visit: a cookie of our own. The
store, which whoever has a backup can read, knows it by the token's hash only."""

import hashlib
import re
import secrets

import streamlit as st

from pages.widgets.resources import store

COOKIE = "ita_browser"
KEPT_SECONDS = 400 * 24 * 3600
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,40}")


def browser() -> str:
    """What this browser is known by in the store."""
    return _hashed(_token())


def browser_script() -> str:
    """What makes the browser keep the token; "" where it showed one."""
    if _cookie():
        return ""
    said = f"path=/; max-age={KEPT_SECONDS}; samesite=lax"
    secure = '(location.protocol === "https:" ? "; secure" : "")'
    return f'document.cookie = "{COOKIE}={_token()}; {said}" + {secure};'


def keep_chosen(report: str) -> None:
    """Remembers which report was chosen last in this browser."""
    store().remember(f"report-in-browser:{browser()}", report)


def last_chosen() -> str:
    """The report chosen last in this browser; "" where it is not known again or chose none."""
    if not (token := _cookie()):
        return ""
    return str(store().recall(f"report-in-browser:{_hashed(token)}", ""))


def _token() -> str:
    """The cookie's, else a new one, which `browser_script` sets."""
    if COOKIE not in st.session_state:
        st.session_state[COOKIE] = _cookie() or secrets.token_urlsafe(18)
    return str(st.session_state[COOKIE])


def _hashed(token: str) -> str:
    """As the store's migration hashed those that it held before."""
    return hashlib.sha256(token.encode()).hexdigest()


def _cookie() -> str:
    found = str(st.context.cookies.get(COOKIE, ""))
    return found if _TOKEN.fullmatch(found) else ""
