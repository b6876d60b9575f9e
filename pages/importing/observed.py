"""What can be said about the file and the report in it, most serious first, each with its cell
and what to do."""

from hashlib import blake2s

import streamlit as st

from ita_data.checking import case_of
from ita_data.checks import findings_of, run
from ita_data.codec import to_json
from ita_data.findings import Finding
from ita_data.model import TrackedReport
from ita_data.review import finish, open_findings
from ita_data.words import SEVERITY_WORDS
from pages import widgets
from pages.importing.desk import Desk

FIRST = 5


def observed(here: Desk) -> None:
    """The first few in full; the rest behind one line."""
    st.subheader("๔ ข้อสังเกต")
    tracked, reading = finish(here.review), open_findings(here.review)
    key = blake2s(to_json((tracked, reading)), digest_size=16).hexdigest()
    with widgets.guard("ข้อสังเกต"):
        _show(_findings(key, tracked, reading))


def _show(findings: tuple[Finding, ...]) -> None:
    if not findings:
        st.html('<p class="ita-quiet">ไม่มีข้อสังเกต</p>')
        return
    st.html(_list(findings[:FIRST]))
    if rest := findings[FIRST:]:
        with st.expander(f"ข้อสังเกตอีก {len(rest)} ข้อ"):
            st.html(_list(rest))


@st.cache_resource(show_spinner=False, max_entries=64)
def _findings(
    key: str,  # noqa: ARG001 - what the cache goes by
    _tracked: TrackedReport,
    _reading: tuple[Finding, ...],
) -> tuple[Finding, ...]:
    """The reading's findings and the rules', looked for once for the same report."""
    case = case_of(_tracked, widgets.settings(), reading=_reading, reviewed=False)
    return findings_of(run(case), case.reading)


def _list(findings: tuple[Finding, ...]) -> str:
    return f'<ul class="ita-seen">{"".join(map(_item, findings))}</ul>'


def _item(finding: Finding) -> str:
    place = "" if finding.place is None or str(finding.place) in finding.message else finding.place
    where = f' <span class="ita-quiet">{widgets.escape(place)}</span>' if place else ""
    return (
        f'<li class="{finding.severity}"><b>{SEVERITY_WORDS[finding.severity]}</b> '
        f"{widgets.escape(finding.message)}{where}<br>{widgets.escape(finding.advice)}</li>"
    )
