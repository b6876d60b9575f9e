"""The original file of a version, and an older version brought back as a new one."""

import streamlit as st

from ita_data.changes import changes
from ita_data.store import VersionInfo
from pages import widgets
from pages.versions.chosen import Chosen
from pages.widgets.keeping import kept, not_saved_words, tell, told
from pages.widgets.person import asked_author

RESTORED = "restored"


def files(here: Chosen) -> None:
    """The file this version came from, or the last one before it."""
    with_file = [i for i in here.infos if i.source_sha256 and i.number <= here.version.number]
    if not with_file:
        st.html('<p class="ita-quiet">รุ่นนี้ไม่มีไฟล์ต้นฉบับ</p>')
        return
    info = with_file[-1]
    own = info == here.version
    name, sha256 = info.source_name or "", info.source_sha256 or ""
    which = "" if own else f"ของรุ่นที่ {info.number} "
    widgets.download(
        f"ดาวน์โหลดไฟล์ต้นฉบับ {which}({widgets.plain(name)})",
        f"source-{info.number}",
        name,
        "application/octet-stream",
        lambda: widgets.store().source(sha256),
    )


def restoring(here: Chosen) -> None:
    """Offered for every version but the newest: why, a confirmation, one button."""
    told(RESTORED)
    if here.version == here.newest:
        return
    number = here.version.number
    with st.expander(f"คืนรุ่นที่ {number}", icon=":material/history:"):
        st.html(_meaning(here))
        author = asked_author("restore_author", "ผู้คืน")
        reason = st.text_input("เหตุผลที่คืนรุ่นนี้", key=f"restore_reason_{number}")
        sure = st.checkbox(f"ยืนยันใช้ข้อมูลของรุ่นที่ {number} แทนรุ่นล่าสุด", key=f"restore_sure_{number}")
        ready = bool(reason.strip()) and sure
        st.button(
            f"คืนรุ่นที่ {number} เป็นรุ่นใหม่",
            key="restore",
            type="primary",
            disabled=not ready,
            on_click=kept(_restore),
            args=(here, author, reason.strip()),
        )
        if not ready:
            st.html('<p class="ita-quiet">โปรดใส่เหตุผลและทำเครื่องหมายยืนยันก่อน</p>')


def _meaning(here: Chosen) -> str:
    """What would be different, so that nobody restores in the dark."""
    found = changes(here.tracked(here.newest), here.tracked(here.version))
    lost = sum(change.subject == "result" and change.kind == "removed" for change in found)
    results = f" ในนั้นมีผลที่บันทึกไว้ {lost} รายการที่จะไม่อยู่ในรุ่นใหม่" if lost else ""
    return (
        f"<p>รุ่นใหม่จะเหมือนรุ่นที่ {here.version.number} ทุกประการ ต่างจากรุ่นล่าสุด {len(found)} รายการ"
        f"{results} ทุกรุ่นที่มีอยู่ยังอยู่ครบและเปิดดูได้</p>"
    )


def _restore(here: Chosen, author: str, reason: str) -> None:
    try:
        info = _save(here, author, reason)
    except Exception as error:
        tell(RESTORED, not_saved_words(error), "problem")
    else:
        tell(RESTORED, f"คืนรุ่นที่ {here.version.number} เป็นรุ่นที่ {info.number} แล้ว")
        for name in ("version", "against"):
            st.query_params.pop(name, None)


def _save(here: Chosen, author: str, reason: str) -> VersionInfo:
    version = here.whole(here.version)
    return widgets.store().save(
        version.tracked,
        author=author,
        reason=f"คืนรุ่นที่ {here.version.number}: {reason}",
        kind="restore",
        findings=version.findings,
        expected_version=here.newest.number,
    )
