"""Proofs of results: links that open, kept files that download."""

from collections.abc import Iterable, Mapping
from functools import partial

import streamlit as st

from ita_data.dates import thai_date
from ita_data.evidence import is_link
from ita_data.figures.links import look_words
from ita_data.model import (
    Actual,
    Basis,
    Decision,
    Evidence,
    Indicator,
    LinkCheck,
    TrackedReport,
)
from ita_data.recording import media_type_of
from ita_data.words import number_words
from pages.widgets.downloads import download
from pages.widgets.resources import store
from pages.widgets.text import escape, plain


def proof_words(evidence: Evidence, looks: Mapping[str, LinkCheck] | None = None) -> str:
    """One proof as HTML; only a web address becomes a link, with what was seen there."""
    words = escape(evidence.label or evidence.address)
    if not is_link(evidence.address):
        return f"หลักฐาน: {words}"
    address = escape(evidence.address.strip())
    link = f'<a href="{address}" target="_blank" rel="noopener noreferrer">{words}</a>'
    return f"หลักฐาน: {link}{look_words((looks or {}).get(evidence.address.strip()))}"


def proof_files(evidence: Iterable[Evidence], key: str) -> None:
    """A button for each kept file, with its name."""
    for one in evidence:
        if one.sha256 and not is_link(one.address):
            download(
                f":material/attach_file: {plain(one.address)}",
                f"proof-{key}-{one.sha256[:12]}",
                one.address,
                media_type_of(one.address),
                partial(_content, one.sha256),
            )


def _content(name: str) -> bytes:
    return store().file(name).content


def results_with_proofs(
    tracked: TrackedReport, measure_id: str, looks: Mapping[str, LinkCheck]
) -> None:
    """What was recorded for a measure, indicator by indicator, with what proves each result."""
    for indicator in tracked.indicators:
        if indicator.measure_id != measure_id or indicator.decision is Decision.DROPPED:
            continue
        results = (a for a in tracked.actuals if a.indicator_id == indicator.id)
        for actual in sorted(
            (a for a in results if a.basis is not Basis.CLAIMED), key=lambda a: (a.on is None, a.on)
        ):
            st.html(_result_words(indicator, actual, looks))
            proof_files(actual.evidence, actual.id)


def _result_words(indicator: Indicator, actual: Actual, looks: Mapping[str, LinkCheck]) -> str:
    amount = escape(f"{number_words(actual.amount)} {indicator.unit}")
    words = f"<b>{escape(indicator.name)}</b> · {amount} · {thai_date(actual.on)}"
    proofs = [proof_words(one, looks) for one in actual.evidence] or ["ยังไม่มีหลักฐาน"]
    return f'<p class="ita-target">{"<br>".join((words, *proofs))}</p>'
