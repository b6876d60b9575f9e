"""Files that are built when they are asked for, and a Thai sentence where one cannot be."""

import secrets
from collections.abc import Callable

import streamlit as st

from pages.widgets.resources import log

_WAITING = (
    "@keyframes ita-waits{to{visibility:visible}}"
    '[data-testid="stDownloadButton"]:has(button:disabled)::after'
    '{content:"กำลังสร้างไฟล์ …";display:block;visibility:hidden;'
    "animation:ita-waits 0s 1s forwards}"
)


def download(label: str, key: str, file_name: str, mime: str, build: Callable[[], bytes]) -> None:
    """A button that builds its file on the click and does not run the page again.

    While it is built the button turns a wheel and can not be pressed again; after a second
    words say so too. The browser's own words for a failure are English and name no id: the
    style puts ours in their place, with the id under which this button's failure is logged.
    """
    found = secrets.token_hex(3).upper()

    def content() -> bytes:
        try:
            return build()
        except Exception as error:
            log.error("download %s failed, error id %s", key, found, exc_info=error)
            raise

    st.html(f"<style>{_failure_css(key, found)}</style>")
    st.download_button(label, content, file_name=file_name, mime=mime, key=key, on_click="ignore")


def _failure_css(key: str, found: str) -> str:
    words = f"สร้างไฟล์ไม่ได้ในขณะนี้ ข้อมูลยังอยู่ครบ โปรดลองอีกครั้ง หากยังไม่ได้ โปรดแจ้งผู้ดูแลระบบพร้อมรหัส {found}"
    error = f'.st-key-{key} [data-testid="stDownloadButtonError"]'
    return _WAITING + f'{error}{{font-size:0}}{error}::after{{content:"{words}";font-size:1rem}}'


def print_button() -> None:
    """A button that opens the browser's print window; the script is ours and fixed."""
    st.html(
        '<button type="button" class="ita-print" id="ita-print">พิมพ์รายงาน</button>'
        "<script>document.getElementById('ita-print').onclick = () => window.print()</script>",
        width="content",
        unsafe_allow_javascript=True,
    )
