"""What an answer says of a link: whether anybody may open it, and of which year it looks."""

import re
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from urllib.parse import unquote, urlsplit

from ita_data.evidence.addresses import host_of
from ita_data.evidence.years import years_in
from ita_data.model import LinkCheck, LinkState
from ita_data.thai import clean

LONGEST_TITLE = 200
# What Thai pages call their encoding beside UTF-8: all one, of which Windows' has a few more.
THAI_ENCODINGS = frozenset({"tis-620", "tis620", "cp874", "windows-874", "iso-8859-11"})
_CHARSET = re.compile(rb"charset=[\"' ]{0,3}([\w-]{1,20})", re.I)
# Where one is sent to log in: by host, and by a part of the path.
_LOGIN_HOSTS = ("accounts.google.com", "login.microsoftonline.com", "login.live.com")
_LOGIN_PATH = re.compile(
    r"(?:^|[/_.-])(?:wp-login|log-?in|log-?on|sign-?in|servicelogin|sso|adfs)(?=$|[/_.?-])", re.I
)
_NOT_PUBLIC, _MISSING, _LATER = (401, 403, 407), (404, 410), (429,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said at the end of all redirects. `start` is the body's beginning, empty
    where it was not read; `charset` "" where the server names none."""

    address: str
    landed: str
    status: int
    media_type: str = ""
    charset: str = ""
    start: bytes = b""


def judged(answer: Answer, at: datetime) -> LinkCheck:
    """What the answer says of the link."""
    text = _text(answer)
    title = _title(text)
    moved = answer.landed != answer.address
    named = years_in(" ".join((unquote(answer.address), unquote(answer.landed), title)))
    return LinkCheck(
        address=answer.address,
        state=_state(answer),
        at=at,
        why="busy" if answer.status in _LATER else "",
        status=answer.status,
        landed=answer.landed if moved else "",
        title=title,
        years=named,
        text_years=years_in(clean(text)) if text else (),
    )


def is_login(address: str) -> bool:
    """Whether an address looks like one to log in at."""
    path = urlsplit(address).path
    return host_of(address) in _LOGIN_HOSTS or bool(_LOGIN_PATH.search(path))


def _state(answer: Answer) -> LinkState:
    if answer.status in _LATER:
        return LinkState.UNKNOWN
    if answer.status in _MISSING:
        return LinkState.MISSING
    if answer.status in _NOT_PUBLIC or is_login(answer.landed):
        return LinkState.LOGIN
    return LinkState.PUBLIC if 200 <= answer.status < 300 else LinkState.FAULT


def _text(answer: Answer) -> str:
    """The beginning of a page as text with its tags; "" for what is no page, whatever type the
    server gives it."""
    if not answer.start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return answer.start.decode("utf-8", "replace") if _is_plain(answer) else ""
    found = _CHARSET.search(answer.start[:2_000])
    named = answer.charset or (found[1].decode("ascii", "replace") if found else "")
    return answer.start.decode("cp874" if named.lower() in THAI_ENCODINGS else "utf-8", "replace")


def _is_plain(answer: Answer) -> bool:
    return answer.media_type.startswith("text/plain") and b"\0" not in answer.start


def _title(text: str) -> str:
    """What stands between the first <title …> and </title>."""
    lower = text.lower()
    start = lower.find(">", lower.find("<title")) if "<title" in lower else -1
    end = lower.find("</title", start)
    if start < 0 or end < 0:
        return ""
    return " ".join(unescape(text[start + 1 : end]).split())[:LONGEST_TITLE]
