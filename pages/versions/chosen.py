"""Which two versions are looked at. The address says it: `version` and `against`."""

from dataclasses import dataclass

import streamlit as st

from ita_data.clock import time_words
from ita_data.model import TrackedReport
from ita_data.store import VersionInfo
from pages import widgets

KINDS = {
    "upload": "นำเข้าไฟล์",
    "edit": "แก้ไข",
    "results": "บันทึกผล",
    "restore": "คืนรุ่นเดิม",
    "plan": "แผนจากปีก่อน",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Every version of the open report, the one looked at, and the one it is compared with
    (None: it is the first, and no other was asked for)."""

    opened: widgets.Opened
    infos: tuple[VersionInfo, ...]
    version: VersionInfo
    against: VersionInfo | None

    @classmethod
    def of(cls, opened: widgets.Opened) -> "Chosen":
        """As the two lists say, which are drawn here."""
        infos = widgets.versions_of(opened.which)
        words = {str(info.number): short_words(info) for info in reversed(infos)}
        with st.container(horizontal=True, key="ita-filters"):
            newest = infos[-1].number
            asked = widgets.filters.select("รุ่น", "version", words, f"รุ่นล่าสุด (รุ่นที่ {newest})")
            number = int(asked or newest)
            others = {key: value for key, value in words.items() if key != str(number)}
            before = f"รุ่นก่อนหน้า (รุ่นที่ {number - 1})" if number > 1 else "ไม่เทียบ"
            asked = widgets.filters.select("เทียบกับ", "against", others, before)
        by_number = {info.number: info for info in infos}
        against = by_number.get(int(asked) if asked else number - 1)
        return cls(opened=opened, infos=infos, version=by_number[number], against=against)

    @property
    def newest(self) -> VersionInfo:
        """The version that stands now."""
        return self.infos[-1]

    def whole(self, info: VersionInfo) -> widgets.Content:
        """A version with its content."""
        return widgets.content_of(self.which(info))

    def tracked(self, info: VersionInfo) -> TrackedReport:
        """The content of a version."""
        return self.whole(info).tracked

    def which(self, info: VersionInfo) -> widgets.Which:
        """The name of a version for the caches."""
        return widgets.Which.of(self.opened.key, info, info.number)


def short_words(info: VersionInfo) -> str:
    """ "รุ่นที่ 3 · บันทึกผล · 22 พ.ย. 2568 เวลา 14:05 น."."""
    return f"รุ่นที่ {info.number} · {KINDS[info.kind]} · {time_words(info.created_at)}"
