"""How the report is to be printed: digits, round, who signs, cover and emblem. The last three
are remembered for the agency."""

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from ita_data.clock import BANGKOK
from ita_data.dates import half_year_end
from ita_data.errors import Refusal
from ita_data.export.emblem import emblem_of
from ita_data.export.half_year import half_year_report, left_out
from ita_data.export.official import Signature
from ita_data.export.recorded import Results, with_recorded
from ita_data.model import Report
from pages import widgets
from pages.widgets.fields import field_problem, text_field
from pages.widgets.keeping import kept
from pages.widgets.shelves import shelved

ROLES = ("ผู้รายงาน", "ผู้รับรองรายงาน")
LABELS = {"name": "ชื่อ", "post": "ตำแหน่ง"}
# By round (half a year or not) and choice.
RESULTS_WORDS: dict[tuple[bool, Results], str] = {
    (False, "file"): "ช่องผล: ข้อความตามไฟล์ที่นำเข้า มาตรการที่ช่องนี้ว่างแสดงผลที่บันทึกไว้",
    (False, "recorded"): "ช่องผล: ข้อความตามไฟล์ที่นำเข้า ต่อด้วยผลที่บันทึกไว้",
    (True, "file"): "ช่องผล: ข้อความตามไฟล์ที่นำเข้า แสดงผลที่บันทึกไว้เมื่อช่องนี้ว่างหรือบันทึกหลังข้อความนั้น",
    (True, "recorded"): "ช่องผล: ข้อความตามไฟล์ที่นำเข้า ต่อด้วยผลที่บันทึกไว้ถึงวันที่ 31 มีนาคม",
}
PROBLEM, TURN = "emblem_problem", "emblem_turn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who signs, whether there is a cover, and the emblem by its sha256 ("": none)."""

    signatures: tuple[Signature, ...]
    cover: bool = False
    emblem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The report as it will be printed. `results`: what stands in its result column;
    `left_out`: how many measures' result texts the half-year does not print. `day`: up to which
    it tells, the round's last or the one looked at."""

    report: Report
    day: date
    signed: Signed
    digits: Any
    half_year: bool
    results: Results = "file"
    left_out: int = 0
    signatures: tuple[Signature, ...] = field(default=())

    @classmethod
    def of(
        cls,
        opened: widgets.Opened,
        signed: Signed,
        *,
        digits: str,
        half_year: bool,
        results: Results,
    ) -> "Paper":
        """The open report, with results up to 31 March where the round is half a year."""
        half = half_year_end(opened.fiscal_year) if half_year and opened.fiscal_year else None
        day = half or opened.as_of
        report, missing = _printed(opened.which, day, half is not None, results)
        return cls(
            report=report,
            day=day,
            signed=signed,
            digits=digits,
            half_year=half_year,
            results=results,
            left_out=missing,
            signatures=signed.signatures,
        )

    @property
    def results_words(self) -> str:
        """What stands in the result column, in a line."""
        return RESULTS_WORDS[self.half_year, self.results]

    @property
    def choices(self) -> tuple[Any, ...]:
        """Everything that tells it from another paper of the same version, day and basis."""
        return self.digits, self.half_year, self.results, self.signatures

    def words(self) -> dict[str, Any]:
        """What every form of the paper is made with."""
        return {
            "digits": self.digits,
            "signatures": self.signatures,
            "half_year": self.half_year,
        }

    def emblem(self) -> bytes | None:
        """The picture, from the store."""
        return widgets.store().file(self.signed.emblem).content if self.signed.emblem else None


@shelved(entries=200, heaviest=20_000, weigh=lambda printed: len(printed[0].measures))
def _printed(
    which: widgets.Which, day: date, half_year: bool, results: Results
) -> tuple[Report, int]:
    """A version as it is printed, and how many measures' texts the half-year leaves out."""
    held, progress = widgets.content_of(which), widgets.progress_on(which, day)
    if not half_year:
        return with_recorded(held.tracked, progress, results), 0
    stored = held.version.created_at if held.version else None
    known_by = stored.astimezone(BANGKOK).date() if stored else None
    missing = left_out(held.tracked, day, known_by)
    return half_year_report(held.tracked, progress, known_by, results), missing


def signing(opened: widgets.Opened) -> Signed:
    """The fields; what is typed is remembered for every report of the agency."""
    key = f"paper:{widgets.report_key(opened.tracked.report.agency, None)}"
    known: dict[str, Any] = widgets.store().recall(key, {})

    def remember(name: str, value: Any) -> None:
        widgets.store().remember(key, {**widgets.store().recall(key, {}), name: value})

    def choose_cover() -> None:
        remember("cover", st.session_state[f"{key}-cover"])

    signatures = tuple(
        _signature(role, f"{key}-{at}", known, remember) for at, role in enumerate(ROLES, start=1)
    )
    cover = st.checkbox(
        "มีหน้าปก (PDF และ Word)",
        bool(known.get("cover")),
        key=f"{key}-cover",
        on_change=kept(choose_cover),
    )
    return Signed(signatures=signatures, cover=cover, emblem=_emblem(key, known, remember))


def _signature(role: str, key: str, known: dict[str, Any], remember: Any) -> Signature:
    """Who signs as what: as typed, as remembered, or as the settings say."""
    said = next((one for one in widgets.settings().signers if one[0] == role), (role, "", ""))
    shown = dict(zip(("name", "post"), said[1:], strict=True))
    for column, (name, words) in zip(st.columns(2), LABELS.items(), strict=True):
        field_key = f"{key}-{name}"
        with column:
            text_field(
                f"{words}{role}",
                known.get(field_key, shown[name]),
                partial(_remember, remember, field_key),
                key=field_key,
                max_chars=100,
            )
        shown[name] = st.session_state[field_key].strip()
    return Signature(role=role, **shown)


def _remember(remember: Any, name: str, text: str) -> None:
    remember(name, text.strip())


def _emblem(key: str, known: dict[str, Any], remember: Any) -> str:
    """The emblem's place in the store; a new one is looked at before it is kept."""
    turn = st.session_state.get(TURN, 0)

    def chosen() -> None:
        file = st.session_state[f"{key}-file-{turn}"]
        st.session_state[TURN] = turn + 1
        st.session_state[PROBLEM] = None
        try:
            picture = emblem_of(file.getvalue())
        except Refusal as refusal:
            st.session_state[PROBLEM] = refusal.reason
            return
        name = widgets.store().keep_file(picture.data, file.name, file.type)
        remember("emblem", name)

    emblem = str(known.get("emblem", ""))
    if emblem:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.image(widgets.store().file(emblem).content, width=64)
            st.button("นำตราออก", key=f"{key}-drop", on_click=kept(remember), args=("emblem", ""))
    st.file_uploader(
        "ตราหน่วยงาน (PDF และ Word)",
        type=["png", "jpg", "jpeg"],
        key=f"{key}-file-{turn}",
        on_change=kept(chosen),
        help="ภาพ PNG หรือ JPEG ไม่เกิน 1 MB",
    )
    if problem := st.session_state.get(PROBLEM):
        field_problem(problem)
    return emblem
