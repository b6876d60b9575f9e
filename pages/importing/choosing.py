"""The way to begin: choose a file, or go on with a draft."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ita_data.loaded import Choices
from ita_data.review import start
from ita_data.sample import sample_file
from ita_data.settings import MEGABYTE
from pages import widgets
from pages.importing import desk
from pages.importing.reading import REFUSED, read_many, refusal
from pages.widgets.about import About
from pages.widgets.keeping import editing_style
from pages.widgets.waiting import waiting_drafts

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TURN, SEEN = "import_turn", "import_seen"
FORMATS = "Excel (xlsx, xls), OpenDocument (ods), Word (docx), CSV, ข้อความ และ HTML"


def choosing() -> None:
    editing_style()
    st.html(
        '<header class="ita-top"><h1>นำเข้า</h1><p>เลือกไฟล์รายงานที่หน่วยงานใช้อยู่ได้เลย '
        "ไม่ต้องจัดรูปแบบใหม่ ตรวจทานก่อน แล้วจึงบันทึก</p></header>"
    )
    _uploader()
    with st.container(horizontal=True):
        _template()
        _sample()
    _waiting()


def _uploader() -> None:
    limit = widgets.settings().limits.file_bytes // MEGABYTE
    files = st.file_uploader(
        "ไฟล์รายงานผลการดำเนินการ",
        key=f"import_upload-{st.session_state.get(TURN, 0)}",
        accept_multiple_files=True,
        help=f"รับไฟล์ {FORMATS} ขนาดไม่เกิน {limit} MB ระบบดูจากเนื้อหาในไฟล์ ไม่ดูจากชื่อไฟล์ "
        "ไฟล์ต้นฉบับจะเก็บไว้คู่กับรุ่นข้อมูลและไม่ถูกแก้ไข",
        max_upload_size=limit,
    )
    st.html(f'<p class="ita-quiet">รับ {FORMATS} ขนาดไม่เกิน {limit} MB</p>')
    st.html(_too_large(limit))
    line = st.empty()
    seen = [file.file_id for file in files]
    if st.session_state.get(SEEN, []) != seen:
        st.session_state[SEEN] = seen
        st.session_state.pop(REFUSED, None)
        if files:
            _take(line, [(file.name, file.getvalue()) for file in files])
    refusal()


def _too_large(limit: int) -> str:
    """The browser refuses a larger file by itself, in English and in a hint: said in Thai here."""
    words = (
        f"รับไฟล์นี้ไม่ได้ เพราะใหญ่เกิน {limit} MB หรือส่งไม่สำเร็จ โปรดลบรูปภาพหรือแผ่นงานที่ไม่ใช้ออก "
        "บันทึกใหม่ แล้วเลือกไฟล์อีกครั้ง"
    )
    return (
        "<style>[data-testid=stFileUploader]:has(section [role=alert])::after"
        f'{{content:"{words}";color:#A4161A;display:block;padding-top:.4rem}}</style>'
    )


def _take(line: DeltaGenerator, files: list[tuple[str, bytes]]) -> None:
    """A draft for each report of the files; of a single one the review goes on at once."""
    choices = Choices(columns=widgets.store().all_remembered_columns())
    reports, refused = read_many(line, files, choices)
    for (_, data), loaded in reports:
        desk.begin(start(loaded, choices), data)
    st.session_state[REFUSED] = refused
    if len(files) > 1 and (len(reports) > 1 or refused):
        desk.DRAFTS.leave()
        # Each is a draft or a message now: the box is empty for the next ones.
        st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
        st.session_state.pop(SEEN, None)
        st.rerun()
    if reports:
        st.rerun()


def _template() -> None:
    """The empty tracking workbook, for those who would rather fill one in."""

    def build() -> bytes:
        from ita_data.export.template import tracking_workbook

        return tracking_workbook()

    name = "แม่แบบติดตามมาตรการ ITA.xlsx"
    widgets.download("ดาวน์โหลดแม่แบบ", "import-template", name, XLSX, build)


def _sample() -> None:
    """A file to try with, for those who have none at hand."""
    name, _ = sample_file()
    widgets.download(
        "ลองกับไฟล์ตัวอย่าง",
        "import-sample",
        f"ตัวอย่าง {name}",
        XLSX,
        lambda: sample_file()[1],
    )
    st.html('<p class="ita-quiet">ดาวน์โหลดไฟล์ตัวอย่าง (หน่วยงานสมมติ) แล้วเลือกไฟล์นั้นในกรอบด้านบน</p>')


def _waiting() -> None:
    found = desk.DRAFTS.waiting()
    if any(one.mine for one in found):
        st.subheader("แบบร่างที่ยังไม่ได้บันทึก")
    waiting_drafts(desk.DRAFTS, found, _words, desk.drop)


def _words(about: About) -> str:
    year = f" ปีงบประมาณ {about.fiscal_year}" if about.fiscal_year else ""
    agency = about.agency or "ยังไม่ทราบหน่วยงาน"
    return (
        f"<b>{widgets.escape(about.file)}</b> · {widgets.escape(agency)}{year} · "
        f"{about.size} มาตรการ · รอยืนยัน {about.undecided} รายการ"
    )
