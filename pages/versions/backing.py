"""A backup of everything as one file, made on the click."""

import tempfile
from datetime import datetime
from pathlib import Path

import streamlit as st

from ita_data.clock import BANGKOK
from pages import widgets


def backing() -> None:
    st.html(
        "<h2>ข้อมูลสำรอง</h2><p>ไฟล์เดียวที่มีทุกรายงาน ทุกรุ่น ทุกหลักฐานที่แนบไว้ ควรเก็บไว้นอกเครื่องนี้เดือนละครั้ง "
        "การกู้คืนทำโดยผู้ดูแลระบบ</p>"
    )
    stamp = f"{datetime.now(BANGKOK):%Y%m%d-%H%M}"
    widgets.download(
        "ดาวน์โหลดข้อมูลสำรองทั้งหมด", "backup", f"ita-{stamp}.ita", "application/octet-stream", _backup
    )


def _backup() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "backup.ita"
        widgets.store().backup(path)
        return path.read_bytes()
