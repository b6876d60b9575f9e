"""Files that are built when they are asked for, and a Thai sentence where one cannot be."""

import os
import re
import secrets
import unicodedata
from collections.abc import Callable

import streamlit as st

from pages.widgets.resources import log

# The list of Thai words is packaged: no folder for more of them in the server's home.
os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
_WAITING = (
    "@keyframes ita-waits{to{visibility:visible}}"
    '[data-testid="stDownloadButton"]:has(button:disabled)::after'
    '{content:"กำลังสร้างไฟล์ …";display:block;visibility:hidden;'
    "animation:ita-waits 0s 1s forwards}"
)


# Windows keeps these names for devices, whatever ending follows.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_NO_NAME = frozenset('\\/:*?"<>|')
# File systems take 255 bytes; a browser may add " (1)", and a Thai letter is three bytes.
_LONGEST_STEM = 70


def file_name(name: str) -> str:
    """A name that every file system takes, of words that come from a file: no folder, no sign
    that nobody sees (one could hide the ending), not too long; the ending stays."""
    shown = (" " if unicodedata.category(one)[0] == "Z" else one for one in name)
    kept = "".join(
        "_" if one in _NO_NAME else one for one in shown if unicodedata.category(one)[0] != "C"
    )
    stem, dot, ending = kept.rpartition(".")
    stem, ending = (stem, dot + ending) if dot and len(ending) <= 5 else (kept, "")
    stem = stem.strip(" .")[:_LONGEST_STEM].strip(" .") or "_"
    return f"_{stem}{ending}" if _DEVICE.match(stem + ending) else stem + ending


# The button's words, its key, the file's name, its type, and how it is made.
Offered = tuple[str, str, str, str, Callable[[], bytes]]


def download(label: str, key: str, name: str, mime: str, build: Callable[[], bytes]) -> None:
    """A button that builds its file on the click and does not run the page again.

    While it is built the button turns a wheel and can not be pressed again; after a second
    words say so too. The browser's own words for a failure are English and name no id: the
    style puts ours in their place, with the id under which this button's failure is logged.
    """
    downloads((label, key, name, mime, build))


def downloads(*offered: Offered) -> None:
    """Several such buttons, with one style."""
    ids = {key: secrets.token_hex(3).upper() for _, key, *_ in offered}
    failures = "".join(_failure_css(key, found) for key, found in ids.items())
    st.html(f"<style>{_WAITING}{failures}</style>")
    for label, key, name, mime, build in offered:
        content = _building(key, ids[key], build)
        st.download_button(
            label, content, file_name=file_name(name), mime=mime, key=key, on_click="ignore"
        )


def _building(key: str, found: str, build: Callable[[], bytes]) -> Callable[[], bytes]:
    def content() -> bytes:
        try:
            return build()
        except Exception as error:
            log.error("download %s failed, error id %s", key, found, exc_info=error)
            raise

    return content


def _failure_css(key: str, found: str) -> str:
    words = f"สร้างไฟล์ไม่ได้ในขณะนี้ ข้อมูลยังอยู่ครบ โปรดลองอีกครั้ง หากยังไม่ได้ โปรดแจ้งผู้ดูแลระบบพร้อมรหัส {found}"
    # A key holds an id, and an id may come from a file; Streamlit's classes are made like this.
    css_class = re.sub(r"[^a-zA-Z0-9_-]", "-", key)
    error = f'.st-key-{css_class} [data-testid="stDownloadButtonError"]'
    return f'{error}{{font-size:0}}{error}::after{{content:"{words}";font-size:1rem}}'


def print_button() -> None:
    """A button that opens the browser's print window; the script is ours and fixed."""
    st.html(
        '<button type="button" class="ita-print" id="ita-print">พิมพ์รายงาน</button>'
        "<script>document.getElementById('ita-print').onclick = () => window.print()</script>",
        width="content",
        unsafe_allow_javascript=True,
    )
